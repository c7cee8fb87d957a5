"""How what was declared fits in what was assigned, as a sum that people can follow: per period, in all, in money.

The figures come from `ijw.omvang`, which also judges declarations (TR321, TR322; TR369 for the budget), so what this
page explains is what a line is accepted or refused on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ijw.eenheden import EURO, MINUUT, UUR, bedrag, eenheid_naam, hoeveelheid, omschrijving
from ijw.omvang import Periode, Uitkomst, periode_van, som, toegestaan, toegestaan_totaal
from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.financien.models import Prestatie
from jeugdregio.financien.permissions import eis_omvang, zichtbare_omvang
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Toewijzing

MINUTEN_PER_UUR = 60
REGELS = {
    "TR321": "past het in deze periode",
    "TR322": "past alles samen in de toewijzing",
    "TR369": "past het bedrag in het budget",
}


@dataclass(frozen=True)
class Rij:
    """One period: declared, the most that fits, what is left, and how that was worked out."""

    periode: str
    gedeclareerd: str
    toegestaan: str
    over: str
    te_veel: bool
    stappen: tuple[str, ...]


@dataclass(frozen=True)
class Som:
    """A whole: the most that fits, declared so far and what is left. `deel` in percents, None without a maximum."""

    toegestaan: str
    gedeclareerd: str
    over: str
    deel: int | None
    stappen: tuple[str, ...]


@dataclass(frozen=True)
class Afgewezen:
    """A refused line with the reasons that have to do with volume or budget."""

    referentie: str
    periode: str
    volume: str
    redenen: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OmvangBeeld:
    """The page of one assignment."""

    toewijzing: Toewijzing
    afgesproken: str
    rijen: tuple[Rij, ...]
    totaal: Som | None
    budget: Som | None
    afgewezen: tuple[Afgewezen, ...]
    minuten: str
    niet_om_te_rekenen: int


def omvang(wie: Wie, toewijzing_id: UUID) -> OmvangBeeld:
    """Return the sum of one assignment. Logged as a look at the child. Raises GeenRecht, NietGevonden."""
    eis_omvang(wie)
    toewijzing = zichtbare_omvang(wie).select_related("aanbieder", "gemeente").filter(pk=toewijzing_id).first()
    if toewijzing is None:
        raise NietGevonden("Deze toewijzing is er niet.")
    leg_inzage_vast(wie, [toewijzing.kind_id], scherm="omvang", soort="toewijzing", onderwerp_id=toewijzing.pk)
    regels = list(Prestatie.objects.filter(toewijzing=toewijzing).order_by("begindatum", "id"))
    goed = [regel for regel in regels if not regel.afgewezen]
    passend = [regel for regel in goed if _past_bij(regel.eenheid, toewijzing.eenheid)]
    heeft_omvang = toewijzing.volume is not None and bool(toewijzing.eenheid and toewijzing.frequentie)
    return OmvangBeeld(
        toewijzing=toewijzing,
        afgesproken=_afgesproken(toewijzing),
        rijen=_rijen(toewijzing, passend) if heeft_omvang else (),
        totaal=_totaal(toewijzing, passend) if heeft_omvang else None,
        budget=_budget(toewijzing, goed) if toewijzing.budget is not None else None,
        afgewezen=tuple(rij for regel in regels if (rij := _afgewezen(regel)) is not None),
        minuten=_minuten(toewijzing, passend),
        niet_om_te_rekenen=len(goed) - len(passend) if heeft_omvang else 0,
    )


def _afgesproken(toewijzing: Toewijzing) -> str:
    if toewijzing.volume is not None and toewijzing.eenheid and toewijzing.frequentie:
        return omschrijving(toewijzing.volume, toewijzing.eenheid, toewijzing.frequentie)
    return f"{bedrag(toewijzing.budget)} budget" if toewijzing.budget is not None else "geen omvang"


def _rijen(toewijzing: Toewijzing, regels: Iterable[Prestatie]) -> tuple[Rij, ...]:
    per_periode: dict[tuple[date, date], list[Prestatie]] = {}
    for regel in regels:
        per_periode.setdefault((regel.begindatum, regel.einddatum), []).append(regel)
    return tuple(_rij(toewijzing, Periode(*dagen), rijen) for dagen, rijen in sorted(per_periode.items()))


def _rij(toewijzing: Toewijzing, periode: Periode, regels: Sequence[Prestatie]) -> Rij:
    eenheid = toewijzing.eenheid
    mag = toegestaan(toewijzing.volume or 0, eenheid, toewijzing.frequentie, periode, _looptijd(toewijzing))
    gebruikt, grens = _samen(regels, eenheid), _fijn(mag.aantal or 0, eenheid)
    return Rij(
        periode=str(periode),
        gedeclareerd=_woorden(gebruikt, eenheid),
        toegestaan=mag.tekst,
        over=_woorden(grens - gebruikt, eenheid),
        te_veel=gebruikt > grens,
        stappen=mag.stappen,
    )


def _totaal(toewijzing: Toewijzing, regels: Sequence[Prestatie]) -> Som:
    eenheid = toewijzing.eenheid
    mag: Uitkomst = toegestaan_totaal(toewijzing.volume or 0, eenheid, toewijzing.frequentie, _looptijd(toewijzing))
    gebruikt = _samen(regels, eenheid)
    if mag.aantal is None:
        return Som(mag.tekst, _woorden(gebruikt, eenheid), "geen grens", None, mag.stappen)
    grens = _fijn(mag.aantal, eenheid)
    deel = round(100 * gebruikt / grens) if grens else None
    return Som(mag.tekst, _woorden(gebruikt, eenheid), _woorden(grens - gebruikt, eenheid), deel, mag.stappen)


def _budget(toewijzing: Toewijzing, regels: Iterable[Prestatie]) -> Som:
    budget, gebruikt = toewijzing.budget or 0, sum(regel.bedrag for regel in regels)
    stappen = (f"Budget {bedrag(budget)} min {bedrag(gebruikt)} gedeclareerd is {bedrag(budget - gebruikt)}.",)
    deel = round(100 * gebruikt / budget) if budget else None
    return Som(bedrag(budget), bedrag(gebruikt), bedrag(budget - gebruikt), deel, stappen)


def _afgewezen(regel: Prestatie) -> Afgewezen | None:
    redenen = tuple((m["regel"], m["melding"]) for m in regel.meldingen if m["regel"] in REGELS)
    if not redenen:
        return None
    periode = str(periode_van(regel.begindatum, regel.einddatum))
    return Afgewezen(regel.referentie, periode, hoeveelheid(regel.volume, regel.eenheid), redenen)


def _minuten(toewijzing: Toewijzing, regels: Sequence[Prestatie]) -> str:
    """The sum from minutes to hours (IV079), when lines in minutes stand on an assignment in hours."""
    in_minuten = [regel for regel in regels if regel.eenheid == MINUUT]
    if toewijzing.eenheid != UUR or not in_minuten:
        return ""
    samen = _samen(in_minuten, UUR)
    return f"{hoeveelheid(samen, MINUUT)} in {len(in_minuten)} regels is {_woorden(samen, UUR)}."


def _looptijd(toewijzing: Toewijzing) -> Periode:
    return periode_van(toewijzing.ingangsdatum, toewijzing.einddatum)


def _past_bij(gedeclareerd: str, toegewezen: str) -> bool:
    return gedeclareerd == toegewezen or ({gedeclareerd, toegewezen} == {MINUUT, UUR} and toegewezen == UUR)


def _samen(regels: Iterable[Prestatie], eenheid: str) -> int:
    """The sum, credits taken off; hours as minutes, so that nothing is rounded on the way."""
    delen = [(-regel.volume if regel.credit else regel.volume, regel.eenheid) for regel in regels]
    return som(delen, MINUUT if eenheid == UUR else eenheid)


def _fijn(aantal: int, eenheid: str) -> int:
    return aantal * MINUTEN_PER_UUR if eenheid == UUR else aantal


def _woorden(fijn: int, eenheid: str) -> str:
    """An amount as `_samen` gives it, in words: "12 uur en 30 minuten"; a shortage with a minus."""
    if eenheid == EURO:
        return bedrag(fijn)
    teken = "-" if fijn < 0 else ""
    if eenheid != UUR:
        return f"{teken}{hoeveelheid(abs(fijn), eenheid)}"
    uren, minuten = divmod(abs(fijn), MINUTEN_PER_UUR)
    rest = f" en {minuten} {eenheid_naam(MINUUT)[0 if minuten == 1 else 1]}" if minuten else ""
    return f"{teken}{hoeveelheid(uren, UUR)}{rest}"
