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


@lru_cache(maxsize=4096)
def periode_van(begin: date, eind: date | None) -> Periode:
    """The same period object for the same dates: a declaration repeats them thousands of times."""
    return Periode(begin, eind)


@dataclass(frozen=True, slots=True)
class _Telling:
    """How many times the volume of the assignment fits, and the words for it."""

    keer: int
    zin: str
    binnen: Periode | None = None

    @property
    def uitleg(self) -> str:
        """The words, made when asked: most lines are right and need none."""
        return self.zin.format(binnen=self.binnen, keer=self.keer)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What is allowed: `aantal` in `eenheid` (None: no maximum), and how it was worked out."""

    aantal: int | None
    eenheid: str
    volume: int
    toegewezen_eenheid: str
    frequentie: str
    telling: _Telling

    @property
    def tekst(self) -> str:
        """The answer in words, such as "12 uur"."""
        return "geen grens" if self.aantal is None else hoeveelheid(self.aantal, self.eenheid)

    @property
    def stappen(self) -> tuple[str, ...]:
        """The Dutch steps that lead to the answer."""
        van = self.toegewezen_eenheid
        begin = (f"Toegewezen: {omschrijving(self.volume, van, self.frequentie)}.", self.telling.uitleg)
        if self.aantal is None:
            return begin
        keer = self.telling.keer
        product = hoeveelheid(keer * self.volume, van)
        som = (*begin, f"{keer} × {hoeveelheid(self.volume, van)} = {product}.")
        return som if self.eenheid == van else (*som, f"{product} = {self.tekst}.")


def past(
    aantal: int,
    gedeclareerd_in: str,
    omvang: tuple[int, str, str],
    periode: Periode,
    toewijzing_periode: Periode,
) -> bool:
    """Whether `aantal` fits (TR321): the quick form of `toegestaan`, without an outcome to explain.

    `omvang` is volume, unit and frequency of the assignment. Raises ValueError as `toegestaan`.
    """
    volume, eenheid, frequentie = omvang
    keer = _tel(eenheid, frequentie, periode, toewijzing_periode).keer
    return aantal <= omgerekend(volume * keer, eenheid, gedeclareerd_in)


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
        telling = _Telling(0, "De toewijzing heeft geen einddatum: er is geen grens over de hele looptijd.")
        return Uitkomst(None, gedeclareerd_in or eenheid, volume, eenheid, frequentie, telling)
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
        return _Telling(0, "De toewijzing geldt niet in {binnen}.", periode)
    if frequentie == TOTAAL:
        return _Telling(1, "Het volume geldt voor de hele looptijd, ook als alles in één periode valt.")
    if frequentie == PER_DAG:
        return _Telling((_eind(binnen) - binnen.begin).days + 1, "Dagen in {binnen}: {keer}.", binnen)
    if frequentie == PER_MAAND:
        zin = "Kalendermaanden in {binnen}, een gebroken maand telt helemaal: {keer} (IV078)."
        return _Telling(maanden(binnen), zin, binnen)
    if eenheid in OUTPUTGERICHT:
        return _tel_zondagen(binnen, toewijzing)
    zin = "Kalenderweken in {binnen}, ook de gebroken weken: {keer} (IV077)."
    return _Telling(weken(binnen), zin, binnen)


def _tel_zondagen(binnen: Periode, toewijzing: Periode) -> _Telling:
    """Output-based: Sundays, plus one for the broken last week of the assignment (IV076, IV077)."""
    aantal, laatste = zondagen(binnen), toewijzing.eind
    if laatste is not None and laatste.isoweekday() != _ZONDAG:
        laatste_zondag = laatste - timedelta(days=laatste.isoweekday())
        ijkdag = laatste if laatste_zondag < toewijzing.begin else laatste_zondag
        if binnen.begin <= ijkdag <= _eind(binnen):
            zin = "Zondagen in {binnen}, met 1 erbij voor de laatste, gebroken week: {keer} (IV077)."
            return _Telling(aantal + 1, zin, binnen)
    return _Telling(aantal, "Zondagen in {binnen}: {keer} (IV077).", binnen)


def _uitkomst(volume: int, eenheid: str, frequentie: str, telling: _Telling, gedeclareerd_in: str | None) -> Uitkomst:
    naar = gedeclareerd_in or eenheid
    aantal = omgerekend(volume * telling.keer, eenheid, naar)
    return Uitkomst(aantal, naar, volume, eenheid, frequentie, telling)


def _maandag(dag: date) -> date:
    return dag - timedelta(days=dag.isoweekday() - 1)


def _eind(periode: Periode) -> date:
    if periode.eind is None:
        raise ValueError("Deze periode heeft geen einddatum.")
    return periode.eind
