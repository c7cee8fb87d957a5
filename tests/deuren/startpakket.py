"""The doors of the starter pack; the priority behind them is Lelystad's."""

from jeugdregio.leren.startpakket.models import Prioriteit
from tests.deuren.deur import Deur
from tests.wereld import Wereld

LEZERS = {"wethouder_lelystad", "beleid_lelystad", "jurist_lelystad", "secretaris", "directeur"}
EIGEN = {"wethouder_lelystad", "beleid_lelystad"}

DEUREN: dict[str, Deur] = {
    "startpakket:pakket": Deur(LEZERS),
    "startpakket:bestand": Deur(LEZERS, vorm="docx"),
    "startpakket:handvest": Deur(LEZERS),
    "startpakket:rol_nieuw": Deur({"secretaris"}),
    "startpakket:rol": Deur({"secretaris"}, code="raad"),
    "startpakket:rol_weg": Deur({"secretaris"}, post=True, code="raad"),
    "startpakket:rol_bevestigen": Deur(set(), onzichtbaar={"secretaris"}, post=True, code="raad"),
    "startpakket:prioriteit": Deur(EIGEN),
    "startpakket:overdragen": Deur(EIGEN, post=True, prioriteit_id="prioriteit"),
    "startpakket:klaar": Deur(EIGEN, post=True, prioriteit_id="prioriteit"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a priority of Lelystad."""
    gemeente = wereld.regio.lelystad
    prioriteit = Prioriteit.objects.create(
        gemeente=gemeente, wanneer="nu", titel="Kortere wachttijd", eigenaar="wethouder"
    )
    return {"prioriteit": prioriteit}
