"""The doors of objections, cases at the court and complaints: lawyer, access and team leader of the municipality."""

from datetime import date, datetime
from typing import Any

from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.bezwaren.models import Beroep, Beslissing, Bezwaar, Genodigde, Hoorzitting, Klacht
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from tests.deuren.deur import Deur
from tests.wereld import Wereld

_JURIST = {"jurist_lelystad"}
_MAG = _JURIST | {"fatima", "teamleider_lelystad"}
_ELDERS = {"onzichtbaar": {"bram"}}
_DAG = date(2026, 10, 1)


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make a decision with an objection that was decided on, a case at the court and a complaint."""
    kind, mens = wereld.kind, wereld.regio.gebruiker("teamleider_lelystad")
    vraag = Hulpvraag.objects.create(
        kenmerk="H-2026-90002", kind=kind, gemeente=kind.gemeente, weg="eigen", ontvangen_op=_DAG
    )  # fmt: skip
    besluit = Beschikking.objects.create(
        kenmerk="BS-2026-90001", kind=kind, hulpvraag=vraag, gemeente=kind.gemeente, soort="weigering",
        staat="verzonden", motivering="Uitleg", voorschrift="Jeugdwet 2.3", opgesteld_door=mens, namens="Namens",
        besloten_op=_DAG, ondertekend_door=mens, ondertekend_op=datetime(2026, 10, 1, 9, tzinfo=AMSTERDAM),
        inhoud={"t": 1}, vingerafdruk="0", verzonden_op=_DAG, bezwaar_tot=date(2026, 11, 12),
    )  # fmt: skip
    bezwaar = Bezwaar.objects.create(
        kenmerk="BZ-2026-90001", beschikking=besluit, kind=kind, gemeente=kind.gemeente, kanaal="post",
        ontvangen_op=_DAG, op_tijd=True, staat="getekend", bevestigd_op=_DAG,
    )  # fmt: skip
    zitting = Hoorzitting.objects.create(
        bezwaar=bezwaar, op=date(2026, 10, 20), waar="Stadhuis", uitgenodigd_op=_DAG, stukken_vanaf=date(2026, 10, 13)
    )
    genodigde = Genodigde.objects.create(zitting=zitting, naam="Een ouder")
    Beslissing.objects.create(
        bezwaar=bezwaar, uitkomst="ongegrond", motivering="Uitleg", voorschrift="Jeugdwet 2.3", namens="Namens",
        ondertekend_door=mens, beslist_op=_DAG, op_tijd=True, rechtbank="de rechtbank",
    )  # fmt: skip
    beroep = Beroep.objects.create(
        bezwaar=bezwaar, kind=kind, gemeente=kind.gemeente, soort="voorziening", rechtbank="X", zaaknummer="1",
        ingesteld_op=_DAG,
    )  # fmt: skip
    klacht = Klacht.objects.create(
        kenmerk="KL-2026-90001", kind=kind, gemeente=kind.gemeente, over="gemeente", klager="Een ouder",
        kanaal="post", gebeurd_op=_DAG, ontvangen_op=_DAG, tekst="Klacht",
    )  # fmt: skip
    klaar = Klacht.objects.create(
        kenmerk="KL-2026-90002", kind=kind, gemeente=kind.gemeente, over="gemeente", klager="Een ouder",
        kanaal="post", gebeurd_op=_DAG, ontvangen_op=_DAG, tekst="Klacht", bevestigd_op=_DAG, oordeel="gegrond",
        conclusie="Uitleg", afgehandeld_op=_DAG,
    )  # fmt: skip
    zaken = {"beroep": beroep, "klacht": klacht, "klaar": klaar}
    return {"besluit": besluit, "bezwaar": bezwaar, "genodigde": genodigde, **zaken}


DEUREN: dict[str, Deur] = {
    "bezwaren:lijst": Deur(_MAG | {"bram"}),
    "bezwaren:zoek": Deur(_MAG | {"bram"}),
    "bezwaren:nieuw": Deur(_MAG, **_ELDERS, beschikking_id="besluit"),
    "bezwaren:bezwaar": Deur(_MAG, **_ELDERS, bezwaar_id="bezwaar"),
    "bezwaren:brief": Deur(_MAG, **_ELDERS, bezwaar_id="bezwaar"),
    "bezwaren:pdf": Deur(_MAG, **_ELDERS, bezwaar_id="bezwaar"),
    "bezwaren:ontvangst": Deur(_MAG, **_ELDERS, bezwaar_id="bezwaar"),
    "bezwaren:uitnodiging": Deur(_MAG, **_ELDERS, bezwaar_id="bezwaar", genodigde_id="genodigde"),
    "bezwaren:daad": Deur(_JURIST, bezwaar_id="bezwaar", daad="verzenden"),
    "bezwaren:rechter": Deur(_JURIST, beroep_id="beroep", daad="uitspraak"),
    "bezwaren:klachten": Deur(_MAG | {"bram"}),
    "bezwaren:klacht_nieuw": Deur(_MAG, **_ELDERS, kind_id="kind"),
    "bezwaren:klacht": Deur(_MAG, **_ELDERS, klacht_id="klacht"),
    "bezwaren:klacht_ontvangst": Deur(_MAG, **_ELDERS, klacht_id="klaar"),
    "bezwaren:klacht_slot": Deur(_MAG, **_ELDERS, klacht_id="klaar"),
    "bezwaren:klachtdaad": Deur(_JURIST, klacht_id="klacht", daad="afhandelen"),
}
