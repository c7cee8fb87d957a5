"""Where a turn goes when it is late: what a norm says, where one holds; else what the act that opened it says.

Norms live in a room above this one, which registers itself when it starts. It is asked when a turn is read, so a new
norm holds at once for turns that were open already.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol, Soort

# The side of a case, by the role whose turn it is: practice differs per municipality for each of these.
TOEGANG, AANBIEDER = "toegang", "aanbieder"
_KANT: dict[str, str] = {
    Rol.TOEGANG: TOEGANG, Rol.TEAMLEIDER: TOEGANG, Rol.AANBIEDER: AANBIEDER, Rol.GI: AANBIEDER,
}  # fmt: skip


@dataclass(frozen=True)
class Escalatie:
    """What holds in a municipality about where a late turn goes, with its source and the page of the question."""

    naar: str
    bron: str
    adres: str
    betwist: bool


Plek = tuple[str, UUID]  # side of the case, key of the municipality
Geef = Callable[[Sequence[str], Sequence[Organisatie], date], Mapping[Plek, Escalatie]]
_normen: list[Geef] = []


def registreer(geef: Geef) -> None:
    """Register who knows what holds about escalation, for sides and municipalities on a day."""
    if geef not in _normen:
        _normen.append(geef)


def zet_escalatie(beurten: Iterable[Beurt]) -> None:
    """Tell with each turn around a child where it goes by a norm of its municipality, in a fixed number of queries.

    Wants `organisatie` and `wachtende` read with the turns.
    """
    plekken = {beurt.pk: (beurt, *plek) for beurt in beurten if (plek := _plek(beurt)) is not None}
    if not plekken:
        return
    kanten = sorted({kant for _, kant, _ in plekken.values()})
    gemeenten = list({gemeente.pk: gemeente for _, _, gemeente in plekken.values()}.values())
    for geef in _normen:
        geldt = geef(kanten, gemeenten, vandaag())
        for beurt, kant, gemeente in plekken.values():
            beurt.geldt_bij_te_laat = geldt.get((kant, gemeente.pk))


def _plek(beurt: Beurt) -> tuple[str, Organisatie] | None:
    """Return the side and the municipality a turn around a child belongs to."""
    kant = _KANT.get(beurt.rol)
    if kant is None or beurt.kind_id is None:
        return None
    partijen = (beurt.organisatie, beurt.wachtende)
    gemeente = next((p for p in partijen if p is not None and p.soort == Soort.GEMEENTE), None)
    return None if gemeente is None else (kant, gemeente)
