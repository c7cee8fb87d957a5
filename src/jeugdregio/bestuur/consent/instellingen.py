"""The numbers of the procedure: a dated row when the region agreed otherwise, else the default with its reason."""

from dataclasses import dataclass
from datetime import date

from jeugdregio.bestuur.consent.models import Spelregel

STUKKEN_WERKDAGEN = "stukken_werkdagen"
MAX_RONDES = "max_rondes"
MAX_DAGEN = "max_dagen"
REACTIE_WERKDAGEN = "reactie_werkdagen"


@dataclass(frozen=True)
class Standaard:
    """A default: what it means and its value."""

    naam: str
    waarde: int


STANDAARD = {
    STUKKEN_WERKDAGEN: Standaard("Werkdagen tussen verzending van de stukken en de bijeenkomst", 10),
    MAX_RONDES: Standaard("Rondes waarna een partij kan opschalen", 3),
    MAX_DAGEN: Standaard("Dagen na de eerste ronde waarna een partij kan opschalen", 30),
    REACTIE_WERKDAGEN: Standaard("Werkdagen om te reageren als er geen andere termijn is", 5),
}
STANDAARD_BRON = "Standaard van het systeem; de regio kan anders afspreken."


@dataclass(frozen=True)
class Waarde:
    """A number that holds, with where it comes from."""

    waarde: int
    bron: str


def geldt(code: str, op: date) -> Waarde:
    """Return the number that holds on a day. Raises KeyError for a code that does not exist."""
    standaard = STANDAARD[code]
    regel = Spelregel.objects.filter(code=code).op(op).order_by("-van").first()
    return Waarde(regel.waarde, regel.bron) if regel else Waarde(standaard.waarde, STANDAARD_BRON)
