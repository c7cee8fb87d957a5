"""The charter of roles: what belongs to an alderman in the region and what to others.

The fixed lines are own words, after the advice of the committee of experts (19 September 2025), the Jeugdwet and the
joint arrangement. The region writes them anew, adds its own per table, and looks at each again every year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jeugdregio.leren.startpakket.models import Rolafspraak


@dataclass(frozen=True, slots=True)
class Rolregel:
    """What somebody does, on what it rests, at which table (empty: everywhere); `afspraak` when the region wrote it."""

    code: str
    rol: str
    wat: str
    bron: str
    tafel: str = ""
    afspraak: Rolafspraak | None = None


HANDVEST = (
    Rolregel("raad", "Raad", "Stelt het plan en de regels vast, geeft geld en controleert.",
             "Jeugdwet 2.2 en 2.9; Gemeentewet 147"),
    Rolregel("college", "College", "Zorgt dat er hulp is, beslist over hulp en geeft mandaat.",
             "Jeugdwet 2.3 en 2.6; Awb 10:1"),
    Rolregel("wethouder", "Wethouder",
             "Bepaalt de richting, neemt met de andere wethouders besluiten en legt uit aan de eigen raad.",
             "Gemeentewet 169; advies van de deskundigen"),
    Rolregel("wethouder-niet", "Wethouder, wat niet",
             "Beslist niet over de hulp aan één gezin en spreekt niet in de media over een collega.",
             "Advies van de deskundigen; gedragsafspraak"),
    Rolregel("regiokantoor", "Regiokantoor",
             "Bereidt voor, koopt in en voert uit wat is besloten, binnen het mandaat.", "Centrumregeling"),
    Rolregel("toegang", "Toegang en verwijzers", "Kijken met het gezin welke hulp past.",
             "Jeugdwet 2.3 en 2.6 lid 1 onder g"),
    Rolregel("aanbieders", "Aanbieders", "Geven de hulp en zeggen het als het niet lukt.",
             "Contracten; Jeugdwet hoofdstuk 4"),
)  # fmt: skip
VASTE = {regel.code: regel for regel in HANDVEST}


def handvest(op: date) -> Sequence[Rolregel]:
    """Return the charter as it holds on a day: the fixed lines as far as not written anew, then those of the region."""
    gevonden = {afspraak.code: afspraak for afspraak in Rolafspraak.objects.op(op)}
    codes = [*VASTE, *(code for code in gevonden if code not in VASTE)]
    regels = []
    for code in codes:
        eigen = gevonden.get(code)
        if eigen is None:
            regels.append(VASTE[code])
        elif not eigen.uit:
            tafel = eigen.get_tafel_display() if eigen.tafel else ""
            regels.append(Rolregel(code, eigen.rol, eigen.wat, eigen.bron, tafel, eigen))
    return regels
