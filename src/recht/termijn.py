"""Terms: how long, when they end, when they roll to a working day and how suspension moves them.

Source: Algemene termijnenwet (Atw) art. 1 (roll), 2 (at least two working days), 4 (never roll).
A term starts on the day after the event and ends with the end of its last day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from recht.datum import datum_kort, datum_nl, jaren_erbij, maanden_erbij
from recht.kalender import GELIJKSTELLING_BEKEND, is_werkdag, reden_geen_werkdag, rol_door, werkdagen_tussen
from recht.uitkomst import Stap

EEN_DAG = timedelta(days=1)
ATW_1 = "Algemene termijnenwet art. 1"
ATW_2 = "Algemene termijnenwet art. 2"
ATW_4 = "Algemene termijnenwet art. 4"

MINIMUM_DAGEN_VOOR_TWEE_WERKDAGEN = 3
WERKDAGEN_IN_KORTE_TERMIJN = 2


class Eenheid(StrEnum):
    """Unit in which a term is written; the value is the Dutch plural."""

    UREN = "uren"
    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"


ENKELVOUD = {
    Eenheid.UREN: "uur",
    Eenheid.DAGEN: "dag",
    Eenheid.WERKDAGEN: "werkdag",
    Eenheid.WEKEN: "week",
    Eenheid.MAANDEN: "maand",
    Eenheid.JAREN: "jaar",
}
LANGSTE_DIE_ROLT = {Eenheid.DAGEN: 90, Eenheid.WEKEN: 12, Eenheid.MAANDEN: 3}
"""Atw art. 4 onder a: longer terms do not roll; terms in hours or years never do."""


@dataclass(frozen=True)
class Termijn:
    """A term as the law writes it.

    `vrijheidsbeneming`: about deprivation of liberty, never rolls (Atw art. 4 onder c).
    `zonder_atw`: why the Atw does not apply (the duration of an order, an agreement); never rolls.
    """

    aantal: int
    eenheid: Eenheid
    vrijheidsbeneming: bool = False
    zonder_atw: str = ""

    def __post_init__(self) -> None:
        if self.aantal < 0:
            raise ValueError(f"Een termijn is nul of langer, niet {self.aantal} {self.eenheid}.")
        if self.eenheid is Eenheid.UREN:
            raise ValueError("Een termijn in uren eindigt op een tijdstip; reken die niet in dagen.")

    def __str__(self) -> str:
        naam = ENKELVOUD[self.eenheid] if self.aantal == 1 else self.eenheid.value
        if self.eenheid is Eenheid.JAREN:
            naam = ENKELVOUD[self.eenheid]
        return f"{self.aantal} {naam}"

    @property
    def reden_rolt_niet(self) -> str | None:
        """Why a weekend or holiday at the end does not move the end, or None when it does."""
        if self.vrijheidsbeneming:
            return f"de termijn gaat over vrijheidsbeneming en schuift niet op ({ATW_4})"
        if self.zonder_atw:
            return f"{self.zonder_atw} en schuift niet op"
        if self.eenheid is Eenheid.JAREN:
            return f"een termijn in jaren schuift niet op ({ATW_4})"
        grens = LANGSTE_DIE_ROLT.get(self.eenheid)
        if grens is not None and self.aantal > grens:
            return f"een termijn van meer dan {grens} {self.eenheid} schuift niet op ({ATW_4})"
        return None


def dagen(aantal: int, *, vrijheidsbeneming: bool = False, zonder_atw: str = "") -> Termijn:
    """A term in calendar days."""
    return Termijn(aantal, Eenheid.DAGEN, vrijheidsbeneming, zonder_atw)


def werkdagen(aantal: int) -> Termijn:
    """A term in working days; each Saturday, Sunday and holiday is skipped."""
    return Termijn(aantal, Eenheid.WERKDAGEN)


def weken(aantal: int, *, vrijheidsbeneming: bool = False, zonder_atw: str = "") -> Termijn:
    """A term in weeks."""
    return Termijn(aantal, Eenheid.WEKEN, vrijheidsbeneming, zonder_atw)


def maanden(aantal: int, *, vrijheidsbeneming: bool = False, zonder_atw: str = "") -> Termijn:
    """A term in calendar months."""
    return Termijn(aantal, Eenheid.MAANDEN, vrijheidsbeneming, zonder_atw)


def jaren(aantal: int) -> Termijn:
    """A term in years; never rolls (Atw art. 4)."""
    return Termijn(aantal, Eenheid.JAREN)


@dataclass(frozen=True)
class Opschorting:
    """A period in which a term stands still.

    `vanaf` is the first day that does not count, `tot` the first day that counts again.
    """

    vanaf: date
    tot: date
    reden: str = "opschorting"

    def __post_init__(self) -> None:
        if self.tot < self.vanaf:
            begin, eind = datum_kort(self.vanaf), datum_kort(self.tot)
            raise ValueError(f"De opschorting eindigt op {eind}, voor haar begin op {begin}.")

    @property
    def dagen(self) -> int:
        """Length in calendar days."""
        return (self.tot - self.vanaf).days


@dataclass(frozen=True)
class Afloop:
    """End of a term: `datum` after rolling, `ruw` before rolling, and the explanation."""

    datum: date
    ruw: date
    stappen: tuple[Stap, ...]

    def op_tijd(self, gedaan_op: date) -> bool:
        """True when an act on that day is in time; the last day is in time."""
        return gedaan_op <= self.datum


def loopt_af(
    termijn: Termijn,
    na: date,
    opschortingen: Iterable[Opschorting] = (),
    *,
    bron: str = "",
) -> Afloop:
    """Compute when a term ends that starts on the day after `na`.

    Suspensions may overlap; a day counts once. A suspension that starts after the end has no effect
    and says so. `bron` is the article that goes with the first step.
    """
    tijdvakken, stappen_over = _tijdvakken(na, opschortingen)
    if termijn.eenheid is Eenheid.WERKDAGEN:
        return _in_werkdagen(termijn, na, tijdvakken, stappen_over, bron)
    ruw = _kaal(termijn, na)
    stappen = [Stap(f"{termijn} na {datum_kort(na)} is {datum_nl(ruw)}.", ruw, bron)]
    stappen += stappen_over
    for tijdvak in tijdvakken:
        ruw, stap = _met_opschorting(termijn, ruw, tijdvak)
        stappen.append(stap)
    return _gerold(termijn, na, ruw, stappen)


def _kaal(termijn: Termijn, na: date) -> date:
    if termijn.eenheid is Eenheid.MAANDEN:
        return maanden_erbij(na, termijn.aantal)
    if termijn.eenheid is Eenheid.JAREN:
        return jaren_erbij(na, termijn.aantal)
    factor = 7 if termijn.eenheid is Eenheid.WEKEN else 1
    return na + timedelta(days=factor * termijn.aantal)


def _tijdvakken(na: date, opschortingen: Iterable[Opschorting]) -> tuple[list[Opschorting], list[Stap]]:
    """Sort, cut off what lies before the term, and take out overlap."""
    schoon: list[Opschorting] = []
    stappen: list[Stap] = []
    vrij_vanaf = na + EEN_DAG
    for deel in sorted(opschortingen, key=lambda o: (o.vanaf, o.tot)):
        begin = max(deel.vanaf, vrij_vanaf)
        if begin != deel.vanaf:
            tekst = (
                f"De opschorting van {datum_kort(deel.vanaf)} tot {datum_kort(deel.tot)} begint voor "
                "de termijn of valt samen met een andere; die dagen tellen niet of niet dubbel."
            )
            stappen.append(Stap(tekst))
        if deel.tot <= begin:
            continue
        schoon.append(Opschorting(begin, deel.tot, deel.reden))
        vrij_vanaf = deel.tot
    return schoon, stappen


def _met_opschorting(termijn: Termijn, ruw: date, deel: Opschorting) -> tuple[date, Stap]:
    eind = ruw if termijn.reden_rolt_niet else rol_door(ruw)
    if deel.vanaf > eind:
        return ruw, _te_laat(deel, eind)
    nieuw = ruw + timedelta(days=deel.dagen)
    tekst = (
        f"De termijn staat stil van {datum_kort(deel.vanaf)} tot {datum_kort(deel.tot)} ({deel.reden}): "
        f"{deel.dagen} {'dag' if deel.dagen == 1 else 'dagen'}. Het einde wordt {datum_nl(nieuw)}."
    )
    return nieuw, Stap(tekst, nieuw)


def _te_laat(deel: Opschorting, eind: date) -> Stap:
    return Stap(
        f"De opschorting vanaf {datum_kort(deel.vanaf)} ({deel.reden}) begint na het einde van de termijn op "
        f"{datum_kort(eind)} en heeft geen gevolg."
    )


def _gerold(termijn: Termijn, na: date, ruw: date, stappen: list[Stap]) -> Afloop:
    reden_rolt_niet = termijn.reden_rolt_niet
    reden = reden_geen_werkdag(ruw)
    if reden_rolt_niet:
        if reden:
            stappen.append(Stap(f"{datum_kort(ruw)} is {reden}, maar {reden_rolt_niet}.", ruw, ATW_4))
        return Afloop(ruw, ruw, tuple(stappen))
    eind = ruw
    if reden:
        eind = rol_door(ruw)
        tekst = f"{datum_kort(ruw)} is {reden}; de termijn loopt door tot {datum_nl(eind)} ({ATW_1})."
        stappen.append(Stap(tekst, eind, ATW_1))
    stappen += _onbekend_besluit(eind)
    eind = _met_twee_werkdagen(termijn, na, eind, stappen)
    return Afloop(eind, ruw, tuple(stappen))


def _onbekend_besluit(eind: date) -> list[Stap]:
    """Say so when the decree on equated days of that year is not known yet."""
    if eind.year < GELIJKSTELLING_BEKEND.stop:
        return []
    tekst = (
        f"Welke dagen in {eind.year} met een feestdag worden gelijkgesteld, is nog niet bekend; "
        "de termijn kan een dag later eindigen."
    )
    return [Stap(tekst, None, "Algemene termijnenwet art. 3 lid 3")]


def _met_twee_werkdagen(termijn: Termijn, na: date, eind: date, stappen: list[Stap]) -> date:
    kort = termijn.eenheid is Eenheid.DAGEN and termijn.aantal < MINIMUM_DAGEN_VOOR_TWEE_WERKDAGEN
    if kort or termijn.aantal == 0:
        return eind
    # Two weeks always hold two working days; looking further only costs time.
    kijk_tot = min(eind, na + timedelta(days=14))
    if werkdagen_tussen(na, kijk_tot) >= WERKDAGEN_IN_KORTE_TERMIJN:
        return eind
    while werkdagen_tussen(na, eind) < WERKDAGEN_IN_KORTE_TERMIJN:
        eind = rol_door(eind + EEN_DAG)
    tekst = f"De termijn moet minstens twee werkdagen bevatten en eindigt daarom op {datum_nl(eind)} ({ATW_2})."
    stappen.append(Stap(tekst, eind, ATW_2))
    return eind


def _in_werkdagen(
    termijn: Termijn, na: date, tijdvakken: list[Opschorting], stappen_over: list[Stap], bron: str
) -> Afloop:
    """Count working days one by one and name each holiday that was skipped."""
    dag, geteld = na, 0
    overgeslagen: list[str] = []
    stilstaand: list[Opschorting] = []
    while geteld < termijn.aantal or (termijn.aantal == 0 and not is_werkdag(dag)):
        dag += EEN_DAG
        reden = reden_geen_werkdag(dag)
        stil = next((deel for deel in tijdvakken if deel.vanaf <= dag < deel.tot), None)
        if stil is not None:
            if stil not in stilstaand:
                stilstaand.append(stil)
        elif reden is None:
            geteld += 1
        elif dag.weekday() < 5:
            overgeslagen.append(f"{datum_kort(dag)} ({reden})")
    tekst = f"{termijn} na {datum_kort(na)} is {datum_nl(dag)}"
    tekst += f"; {', '.join(overgeslagen)} telt niet mee." if overgeslagen else "."
    stappen = [*stappen_over, *(_stilstand(deel) for deel in stilstaand), Stap(tekst, dag, bron)]
    stappen += [_te_laat(deel, dag) for deel in tijdvakken if deel not in stilstaand]
    stappen += _onbekend_besluit(dag)
    return Afloop(dag, dag, tuple(stappen))


def _stilstand(deel: Opschorting) -> Stap:
    return Stap(f"Van {datum_kort(deel.vanaf)} tot {datum_kort(deel.tot)} staat de termijn stil ({deel.reden}).")
