"""The doors of the register of mandates: reading is for everybody, acting for the lawyer or secretary of a side."""

from typing import Any

from jeugdregio.bestuur.mandaten.models import Betwisting, Mandaat
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import DAG, Wereld

JURIST = {"jurist_lelystad"}

DEUREN: dict[str, Deur] = {
    "mandaten:betwisten": Deur(JURIST, mandaat_id="mandaat_van_lelystad"),
    "mandaten:betwisting_beeindigen": Deur(JURIST, betwisting_id="betwisting"),
    "mandaten:doorgeven": Deur(JURIST, mandaat_id="mandaat_aan_lelystad"),
    "mandaten:instemmen": Deur(JURIST, mandaat_id="mandaat_aan_lelystad"),
    "mandaten:instructie": Deur(JURIST, mandaat_id="mandaat_van_lelystad"),
    "mandaten:intrekken": Deur(JURIST, mandaat_id="mandaat_van_lelystad"),
    "mandaten:lijst": Deur(IEDEREEN),
    "mandaten:mandaat": Deur(IEDEREEN, mandaat_id="mandaat_van_lelystad"),
    "mandaten:nieuw": Deur(JURIST | {"secretaris"}),
    "mandaten:verantwoording": Deur(JURIST, mandaat_id="mandaat_aan_lelystad"),
    "mandaten:vervangen": Deur(JURIST, mandaat_id="mandaat_van_lelystad"),
    "mandaten:vraag": Deur(IEDEREEN),
}


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make a mandate that Lelystad gave, with a dispute, and one that it received."""
    regio = wereld.regio
    vast = {"soort": "mandaat", "handelingen": ["subsidie"], "besluit_op": DAG, "van": DAG, "document": "Besluit 1"}
    van = Mandaat.objects.create(gever=regio.lelystad, ontvanger=regio.almere, besluit="Van Lelystad", **vast)
    aan = Mandaat.objects.create(gever=regio.dronten, ontvanger=regio.lelystad, besluit="Aan Lelystad", **vast)
    van.gemeenten.set([regio.lelystad])
    aan.gemeenten.set([regio.dronten])
    betwisting = Betwisting.objects.create(mandaat=van, door=regio.lelystad, van=DAG, grond="Niet vastgesteld")
    return {"mandaat_van_lelystad": van, "mandaat_aan_lelystad": aan, "betwisting": betwisting}
