"""The doors of requests about a file: access and privacy officer of the municipality of the child."""

from datetime import date, timedelta

from jeugdregio.toegang.bewaren.models import Afscherming, Dossierverzoek
from tests.deuren.deur import Deur
from tests.deuren.kern import TOEGANG, TOEGANG_ELDERS
from tests.wereld import Wereld

_PRIVACY = {"privacy_lelystad"}
_BEIDE = TOEGANG | _PRIVACY

DEUREN: dict[str, Deur] = {
    "bewaren:lijst": Deur(_BEIDE | TOEGANG_ELDERS),
    "bewaren:nieuw": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "bewaren:verzoek": Deur(_BEIDE, onzichtbaar=TOEGANG_ELDERS, verzoek_id="dossierverzoek"),
    "bewaren:afschermen": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=True, verzoek_id="dossierverzoek"),
    "bewaren:afgeschermd": Deur(
        TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=True, verzoek_id="dossierverzoek", taak_id="afscherming"
    ),
    "bewaren:besluiten": Deur(_PRIVACY, post=True, verzoek_id="dossierverzoek"),
    "bewaren:uitvoeren": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=True, verzoek_id="dossierverzoek"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a request for a copy about the girl of Lelystad, with one thing to shield, that the officer granted."""
    dag = date(2026, 9, 10)
    verzoek = Dossierverzoek.objects.create(
        kenmerk="D-2026-00001", kind=wereld.kind, gemeente=wereld.regio.lelystad, soort="afschrift",
        verzoeker="jeugdige", wat="Alles", identiteit="Paspoort", ontvangen_op=dag, uiterlijk=dag + timedelta(days=30),
    )  # fmt: skip
    taak = Afscherming.objects.create(verzoek=verzoek, onderdeel="Verslag", reden="Over een ander")
    return {"dossierverzoek": verzoek, "afscherming": taak}
