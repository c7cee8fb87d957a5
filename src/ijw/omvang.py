"""How much of an assignment fits in a period: volume, unit and frequency turned into a maximum.

Sources: TR321 and TR322 (what must fit), IV076 and IV077 (weeks), IV078 (partial periods), IV079 (whole
hours), the standard's note on week numbers (ISO 8601) and TR341 (minutes on an assignment in hours).

Readings chosen where the standard is silent or contradicts itself, each in favour of the family and
the provider:

* Partial weeks and months count in full, for every effort-based unit (IV077 names minutes, hours and
  pieces only; etmaal and dagdeel are read the same way). The first example of IV078 gives 9 hours for
  12 to 30 November 2026; that is right for 2025. By the method itself 2026 has four week numbers: 12 hours.
* Partial months of output-based assignments are left to local agreement by IV078: they count in full.
* An output-based assignment per week without any Sunday in it has one (partial) week, which belongs to
  the product period in which the assignment ends.
* "Total within the assignment" gives every product period the whole total; the sum guards the rest.
* An open-ended assignment per day, week or month has no maximum for the whole duration.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ijw.eenheden import (
    MAANDEN,
    MINUUT,
    OUTPUTGERICHT,
    PER_DAG,
    PER_MAAND,
    TOTAAL,
    UUR,
    datum,
    eenheid_naam,
    frequentie_naam,
    hoeveelheid,
    laatste_dag,
    omschrijving,
)

_ZONDAG = 7


@dataclass(frozen=True, slots=True)
class Periode:
    """Days from `begin` up to and including `eind`; `eind` None means open-ended."""

    begin: date
    eind: date | None = None

    def __post_init__(self) -> None:
        if self.eind is not None and self.eind < self.begin:
            raise ValueError(f"Een periode eindigt niet voor het begin: {self.begin} t/m {self.eind}.")

    def __str__(self) -> str:
        if self.eind is None:
            return f"vanaf {datum(self.begin)}"
        if self.is_hele_maand:
            return f"{MAANDEN[self.begin.month - 1]} {self.begin.year}"
        return f"{datum(self.begin)} t/m {datum(self.eind)}"

    @property
    def is_hele_maand(self) -> bool:
        """True for the first up to and including the last day of one calendar month."""
        return self.eind is not None and self.begin.day == 1 and self.eind == laatste_dag(self.begin)

    def doorsnede(self, ander: Periode) -> Periode | None:
        """The days in both periods; None when they share none."""
        begin = max(self.begin, ander.begin)
        einden = [eind for eind in (self.eind, ander.eind) if eind is not None]
        eind = min(einden) if einden else None
        if eind is not None and eind < begin:
            return None
        return Periode(begin, eind)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What is allowed: `aantal` in `eenheid` (None: no maximum), with the Dutch steps that lead to it."""

    aantal: int | None
    eenheid: str
    stappen: tuple[str, ...]

    @property
    def tekst(self) -> str:
        """The answer in words, such as "12 uur"."""
        return "geen grens" if self.aantal is None else hoeveelheid(self.aantal, self.eenheid)


@dataclass(frozen=True, slots=True)
class _Telling:
    """How many times the volume of the assignment fits, and the words for it."""

    keer: int
    uitleg: str


def toegestaan(
    volume: int,
    eenheid: str,
    frequentie: str,
    periode: Periode,
    toewijzing_periode: Periode,
    *,
    gedeclareerd_in: str | None = None,
) -> Uitkomst:
    """The most that may be declared for one product period (TR321).

    `volume`, `eenheid` (WJ756) and `frequentie` (WMO757) are those of the assignment; `periode` must have
    an end. `gedeclareerd_in` is the unit of the declaration when it differs: minutes on hours.
    Raises ValueError for an unknown unit or frequency, an open `periode`, or units that cannot be converted.
    """
    telling = _tel(eenheid, frequentie, periode, toewijzing_periode)
    return _uitkomst(volume, eenheid, frequentie, telling, gedeclareerd_in)


def toegestaan_totaal(
    volume: int,
    eenheid: str,
    frequentie: str,
    toewijzing_periode: Periode,
    *,
    gedeclareerd_in: str | None = None,
) -> Uitkomst:
    """The most that may be declared over the whole assignment (TR322); no maximum when it is open-ended.

    Arguments and errors as `toegestaan`.
    """
    if toewijzing_periode.eind is None and frequentie != TOTAAL:
        frequentie_naam(frequentie)
        eenheid_naam(eenheid)
        stap = "De toewijzing heeft geen einddatum: er is geen grens over de hele looptijd."
        return Uitkomst(None, gedeclareerd_in or eenheid, (stap,))
    if frequentie == TOTAAL:
        telling = _Telling(1, "Het volume geldt voor de hele looptijd.")
    else:
        telling = _tel(eenheid, frequentie, toewijzing_periode, toewijzing_periode)
    return _uitkomst(volume, eenheid, frequentie, telling, gedeclareerd_in)


def som(delen: Iterable[tuple[int, str]], eenheid: str) -> int:
    """Sum of (amount, unit) pairs in `eenheid`, hours counted as sixty minutes.

    Hours that come from minutes are rounded half up on the total (IV079).
    Raises ValueError for units that cannot be converted into each other.
    """
    if eenheid not in (MINUUT, UUR):
        return sum(omgerekend(aantal, van, eenheid) for aantal, van in delen)
    minuten = sum(omgerekend(aantal, van, MINUUT) for aantal, van in delen)
    return minuten if eenheid == MINUUT else (minuten + 30) // 60


def omgerekend(aantal: int, van: str, naar: str) -> int:
    """`aantal` of unit `van` in unit `naar`: the same, or hours to minutes; else raises ValueError."""
    if van == naar:
        return aantal
    if (van, naar) == (UUR, MINUUT):
        return aantal * 60
    raise ValueError(f"{eenheid_naam(van)[1]} zijn niet om te rekenen naar {eenheid_naam(naar)[1]}.")


def weken(periode: Periode) -> int:
    """Number of ISO weeks that `periode` touches, partial weeks included."""
    begin, eind = _maandag(periode.begin), _maandag(_eind(periode))
    return (eind - begin).days // 7 + 1


def zondagen(periode: Periode) -> int:
    """Number of Sundays in `periode`."""
    eerste = periode.begin + timedelta(days=_ZONDAG - periode.begin.isoweekday())
    dagen = (_eind(periode) - eerste).days
    return dagen // 7 + 1 if dagen >= 0 else 0


def maanden(periode: Periode) -> int:
    """Number of calendar months that `periode` touches, partial months included."""
    eind = _eind(periode)
    return (eind.year - periode.begin.year) * 12 + eind.month - periode.begin.month + 1


@lru_cache(maxsize=4096)
def _tel(eenheid: str, frequentie: str, periode: Periode, toewijzing: Periode) -> _Telling:
    """Cached: a declaration repeats the same period and frequency thousands of times."""
    eenheid_naam(eenheid)
    frequentie_naam(frequentie)
    if periode.eind is None:
        raise ValueError("Voor een maximum is een periode met een einddatum nodig.")
    binnen = periode.doorsnede(toewijzing)
    if binnen is None:
        return _Telling(0, f"De toewijzing geldt niet in {periode}.")
    if frequentie == TOTAAL:
        return _Telling(1, "Het volume geldt voor de hele looptijd, ook als alles in één periode valt.")
    if frequentie == PER_DAG:
        dagen = (_eind(binnen) - binnen.begin).days + 1
        return _Telling(dagen, f"Dagen in {binnen}: {dagen}.")
    if frequentie == PER_MAAND:
        return _tel_maanden(binnen)
    if eenheid in OUTPUTGERICHT:
        return _tel_zondagen(binnen, toewijzing)
    aantal = weken(binnen)
    return _Telling(aantal, f"Kalenderweken in {binnen}, ook de gebroken weken: {aantal} (IV077).")


def _tel_maanden(binnen: Periode) -> _Telling:
    aantal = maanden(binnen)
    return _Telling(
        aantal, f"Kalendermaanden in {binnen}, een gebroken maand telt helemaal: {aantal} (IV078)."
    )


def _tel_zondagen(binnen: Periode, toewijzing: Periode) -> _Telling:
    """Output-based: Sundays, plus one for the broken last week of the assignment (IV076, IV077)."""
    aantal = zondagen(binnen)
    uitleg = f"Zondagen in {binnen}: {aantal} (IV077)."
    laatste = toewijzing.eind
    if laatste is None or laatste.isoweekday() == _ZONDAG:
        return _Telling(aantal, uitleg)
    laatste_zondag = laatste - timedelta(days=laatste.isoweekday())
    ijkdag = laatste if laatste_zondag < toewijzing.begin else laatste_zondag
    if binnen.begin <= ijkdag <= _eind(binnen):
        aantal += 1
        uitleg += " De laatste, gebroken week van de toewijzing telt hier mee: 1 erbij."
    return _Telling(aantal, uitleg)


def _uitkomst(
    volume: int, eenheid: str, frequentie: str, telling: _Telling, gedeclareerd_in: str | None
) -> Uitkomst:
    naar = gedeclareerd_in or eenheid
    aantal = volume * telling.keer
    stappen = [
        f"Toegewezen: {omschrijving(volume, eenheid, frequentie)}.",
        telling.uitleg,
        f"{telling.keer} × {hoeveelheid(volume, eenheid)} = {hoeveelheid(aantal, eenheid)}.",
    ]
    if naar != eenheid:
        in_eenheid = omgerekend(aantal, eenheid, naar)
        stappen.append(f"{hoeveelheid(aantal, eenheid)} = {hoeveelheid(in_eenheid, naar)}.")
        aantal = in_eenheid
    return Uitkomst(aantal, naar, tuple(stappen))


def _maandag(dag: date) -> date:
    return dag - timedelta(days=dag.isoweekday() - 1)


def _eind(periode: Periode) -> date:
    if periode.eind is None:
        raise ValueError("Deze periode heeft geen einddatum.")
    return periode.eind
