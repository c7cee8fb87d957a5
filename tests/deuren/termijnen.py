"""The doors of the clocks of a case: the access, team leader and lawyer of the municipality of the child."""

from datetime import date
from typing import Any

from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.termijnen.models import Ingebrekestelling, Klok, Opschorting
from tests.deuren.deur import UITVOERDER, Deur
from tests.wereld import Wereld

_MAG = {"fatima", "teamleider_lelystad", "jurist_lelystad"}
_KLOK = {"onzichtbaar": {"bram"}, "klok_id": "klok"}


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make a decision term that stands still, and is in default so that the lawyer sees it."""
    begin, kind = date(2026, 11, 2), wereld.kind
    vraag = Hulpvraag.objects.create(
        kenmerk="H-2026-90003", kind=kind, gemeente=kind.gemeente, weg="eigen", ontvangen_op=begin
    )  # fmt: skip
    klok = Klok.objects.create(
        regel="awb-beslistermijn", kind=kind, gemeente=kind.gemeente, hulpvraag=vraag, onderwerp_soort="hulpvraag",
        onderwerp_id=vraag.pk, rol="toegangsmedewerker", begon_op=begin, grond="Awb 4:13",
        eerste_einde=date(2026, 12, 28), einde=date(2026, 12, 28), verdaagd_tot=date(2027, 2, 1),
        verdaging_bekend_op=date(2026, 12, 1), verdaging_reden="Druk",
    )  # fmt: skip
    opschorting = Opschorting.objects.create(
        klok=klok, soort="aanvulling", gevraagd_op=begin, voor=date(2026, 12, 10), vanaf=date(2026, 11, 3),
        tot=date(2026, 12, 10), reden="rapport",
    )  # fmt: skip
    Ingebrekestelling.objects.create(klok=klok, ontvangen_op=begin, einde=klok.einde, heeft_gevolg=False)
    return {"klok": klok, "opschorting": opschorting}


DEUREN: dict[str, Deur] = {
    "termijnen:lijst": Deur(_MAG | {"bram"} | UITVOERDER),
    "termijnen:klok": Deur(_MAG, **_KLOK),
    "termijnen:aanvulling": Deur(_MAG, **_KLOK),
    "termijnen:binnen": Deur(_MAG, **_KLOK, opschorting_id="opschorting"),
    "termijnen:aanvulbrief": Deur(_MAG, **_KLOK, opschorting_id="opschorting"),
    "termijnen:verdaagbrief": Deur(_MAG, **_KLOK),
    "termijnen:uitstel": Deur(_MAG, **_KLOK),
    "termijnen:verdagen": Deur(_MAG, **_KLOK),
    "termijnen:ingebreke": Deur(_MAG, **_KLOK),
    "termijnen:stop": Deur(_MAG, **_KLOK),
}
