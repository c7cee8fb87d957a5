"""What a price is made of, and when it may hold. Pure rules, used by the screens and by the import alike.

Source: Besluit Jeugdwet 2.3 lid 1 (Stb. 2024, 69; in force since 1 July 2024), on the ground of Jeugdwet 2.11 lid 3.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jeugdregio.basis.geld import euro
from jeugdregio.zorglandschap.models.tarieven import ELEMENTEN

GRONDSLAG = "Besluit Jeugdwet 2.3 lid 1"
# Name on screens, and the part of the article.
NAMEN: dict[str, tuple[str, str]] = {
    "beroepskracht_client": ("Beroepskrachten, tijd met cliënten", "onder a"),
    "beroepskracht_overig": ("Beroepskrachten, andere tijd", "onder a"),
    "client_overig": ("Andere kosten voor de cliënt", "onder b"),
    "overhead": ("Overhead", "onder c"),
    "indexering": ("Indexering", "onder d"),
}
# Without these nobody gives help: nought cannot be true.
_NOOIT_NUL = frozenset({"beroepskracht_client", "overhead"})


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """Why a price is refused, at which field."""

    veld: str
    melding: str


@dataclass(frozen=True, slots=True)
class Periode:
    """From a day until and including a day (open when None)."""

    van: date
    tot: date | None

    def raakt(self, ander: "Periode") -> bool:
        """Tell whether the two share a day."""
        return (self.tot is None or ander.van <= self.tot) and (ander.tot is None or self.van <= ander.tot)

    def ligt_in(self, ander: "Periode") -> bool:
        """Tell whether every day of this period lies in the other."""
        if self.van < ander.van:
            return False
        return ander.tot is None or (self.tot is not None and self.tot <= ander.tot)

    def __str__(self) -> str:
        return f"{self.van:%d-%m-%Y} tot en met {self.tot:%d-%m-%Y}" if self.tot else f"vanaf {self.van:%d-%m-%Y}"


def toets_opbouw(centen: int, elementen: Mapping[str, int | None], toelichting: str) -> list[Bezwaar]:
    """Return what is wrong with the build-up of a price: all elements are there, and together they are the price."""
    bezwaren = [_toets_element(naam, elementen.get(naam), toelichting) for naam in ELEMENTEN]
    gevonden = [bezwaar for bezwaar in bezwaren if bezwaar is not None]
    if any(elementen.get(naam) is None for naam in ELEMENTEN):
        return gevonden
    som = sum(elementen[naam] or 0 for naam in ELEMENTEN)
    if som != centen:
        verschil = euro(abs(centen - som))
        melding = f"De onderdelen zijn samen {euro(som)}, het tarief is {euro(centen)}: {verschil} verschil."
        gevonden.append(Bezwaar("centen", f"{melding} Pas het tarief of een onderdeel aan."))
    return gevonden


def _toets_element(naam: str, centen: int | None, toelichting: str) -> Bezwaar | None:
    label, onderdeel = NAMEN[naam]
    if centen is None:
        return Bezwaar(
            naam, f"{label} ontbreekt ({GRONDSLAG} {onderdeel}). Vul een bedrag in, of 0 met een toelichting."
        )
    if centen < 0:
        return Bezwaar(naam, f"{label} is lager dan nul. Vul een bedrag van nul of meer in.")
    if centen == 0 and naam in _NOOIT_NUL:
        return Bezwaar(naam, f"{label} kan niet nul zijn. Vul in wat het kost.")
    if centen == 0 and not toelichting.strip():
        return Bezwaar(naam, f"{label} is nul. Schrijf bij de toelichting waarom.")
    return None


def toets_periode(periode: Periode, contract: Periode, andere: Iterable[Periode]) -> list[Bezwaar]:
    """Return what is wrong with the days of a price: inside its contract, and no other price on the same day."""
    if periode.tot is not None and periode.tot < periode.van:
        return [Bezwaar("tot", "De einddatum ligt voor de begindatum. Draai ze om of kies een andere.")]
    gevonden = []
    if not periode.ligt_in(contract):
        gevonden.append(Bezwaar("van", f"Het tarief valt buiten het contract ({contract}). Kies dagen daarbinnen."))
    for ander in andere:
        if periode.raakt(ander):
            melding = f"Er is al een tarief voor dit product: {ander}. Kies andere dagen, of beëindig dat tarief eerst."
            gevonden.append(Bezwaar("van", melding))
    return gevonden
