"""The doors of task-based help: only the provider that reported it."""

from datetime import date
from typing import Any

from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import TaakgerichteLevering
from tests.berichten import jw305_xml
from tests.deuren.deur import Deur
from tests.deuren.kern import AANBIEDER, AANBIEDER_ELDERS, AANBIEDERS
from tests.wereld import Wereld

DEUREN: dict[str, Deur] = {
    "toegang:taak_start": Deur(AANBIEDERS),
    "toegang:taak_stop": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, taak_id="taak"),
    "toegang:taken": Deur(AANBIEDERS),
}


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make task-based help of De Brug, with its start message."""
    regio, dag = wereld.regio, date(2026, 9, 7)
    inhoud = jw305_xml(100001, dag)
    bericht = Bericht.objects.create(
        richting="in", staat="verwerkt", kanaal="upload", soort="JW305", afzender=regio.de_brug,
        ontvanger=regio.lelystad, afzender_code="42420001", ontvanger_code="0995", identificatie="TAAK1",
        inhoud=inhoud, omvang=len(inhoud), vingerafdruk="taak",
    )  # fmt: skip
    taak = TaakgerichteLevering.objects.create(
        kind=wereld.kind, gemeente=regio.lelystad, aanbieder=regio.de_brug, categorie="45", code="45A04",
        begindatum=dag, startbericht=bericht,
    )  # fmt: skip
    return {"taak": taak}
