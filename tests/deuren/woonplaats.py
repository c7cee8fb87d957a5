"""The doors of residence and transfer: the municipality that gives and the one that receives; nobody else."""

from datetime import date, timedelta

from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.woonplaats import inhoud
from jeugdregio.toegang.woonplaats.models import Overdracht, Voortzetting, Woonfeit
from tests.deuren.deur import UITVOERDER, Deur
from tests.deuren.kern import TOEGANG, TOEGANG_ELDERS
from tests.wereld import Wereld

_EIGEN = {"onzichtbaar": TOEGANG_ELDERS}
_ONTVANGER = {"overdracht_id": "overdracht"}

DEUREN: dict[str, Deur] = {
    "woonplaats:kind": Deur(TOEGANG, **_EIGEN, kind_id="kind"),
    "woonplaats:vaststellen": Deur(TOEGANG, **_EIGEN, post=True, kind_id="kind"),
    "woonplaats:feit": Deur(TOEGANG, **_EIGEN, kind_id="kind"),
    "woonplaats:feit_intrekken": Deur(TOEGANG, **_EIGEN, kind_id="kind", feit_id="woonfeit"),
    "woonplaats:overdragen": Deur(TOEGANG, **_EIGEN, kind_id="kind"),
    "woonplaats:overdrachten": Deur(TOEGANG | TOEGANG_ELDERS | UITVOERDER),
    "woonplaats:overdracht": Deur(TOEGANG, **_EIGEN, **_ONTVANGER),
    "woonplaats:aanvaarden": Deur(TOEGANG, **_EIGEN, **_ONTVANGER),
    "woonplaats:betwisten": Deur(TOEGANG, **_EIGEN, **_ONTVANGER),
    "woonplaats:herhalen": Deur(TOEGANG, **_EIGEN, **_ONTVANGER),
    "woonplaats:terugnemen": Deur(TOEGANG, **_EIGEN, **_ONTVANGER),
    "woonplaats:buiten": Deur(TOEGANG, **_EIGEN, **_ONTVANGER),
    "woonplaats:aansluiten": Deur(TOEGANG, **_EIGEN, **_ONTVANGER, voortzetting_id="voortzetting"),
    "woonplaats:niet_voortzetten": Deur(TOEGANG, **_EIGEN, **_ONTVANGER, voortzetting_id="voortzetting"),
    "woonplaats:buiten_afsluiten": Deur(TOEGANG, **_EIGEN, **_ONTVANGER, voortzetting_id="voortzetting"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a fact about the girl of Lelystad and a transfer of hers to Almere: no business of Dronten."""
    regio, kind = wereld.regio, wereld.kind
    feit = Woonfeit.objects.create(
        kind=kind, soort="woonadres", gemeente_code="0995", van=date(2021, 5, 3), bron="BRP", nagekeken_op=vandaag()
    )
    overdracht = Overdracht.objects.create(
        kenmerk="O-2026-00001", kind=kind, van=regio.lelystad, naar=regio.almere, naar_code="0034",
        verhuisd_op=vandaag(), grond="wet", grond_toelichting="Overleg", onderdelen=list(inhoud.ALTIJD),
        inhoud=inhoud.schrijf(kind, inhoud.ALTIJD, [wereld.toewijzing]), aangeboden_op=vandaag(),
        antwoord_uiterlijk=vandaag() + timedelta(weeks=2),
    )  # fmt: skip
    voortzetting = Voortzetting.objects.create(overdracht=overdracht, oud=wereld.toewijzing, gevraagd=False)
    return {"woonfeit": feit, "overdracht": overdracht, "voortzetting": voortzetting}
