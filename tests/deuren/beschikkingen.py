"""The doors of decisions on help: access and its team leader; a provider sees its assignment, never the reasons."""

from typing import Any

from jeugdregio.basis.klok import nu
from jeugdregio.toegang.beschikkingen.models import Beschikking, Besluitbrief, Regel, Soort, Staat, TweedeBlik
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.zorglandschap.models import Product
from tests.deuren.deur import Deur
from tests.deuren.kern import TOEGANG, TOEGANG_ELDERS
from tests.wereld import DAG, Wereld

TEAMLEIDER = {"teamleider_lelystad"}
LEZERS = TOEGANG | TEAMLEIDER
_ELDERS = {"onzichtbaar": TOEGANG_ELDERS}
_CONCEPT = {"beschikking_id": "concept"}
_REGEL = {"beschikking_id": "concept", "regel_id": "besluitregel"}
_VERZONDEN = {"beschikking_id": "verzonden"}

DEUREN: dict[str, Deur] = {
    "beschikkingen:lijst": Deur(LEZERS | TOEGANG_ELDERS),
    "beschikkingen:afspraken": Deur(LEZERS | TOEGANG_ELDERS),
    "beschikkingen:tweede_blik": Deur(TEAMLEIDER),
    "beschikkingen:tweede_blik_stop": Deur(TEAMLEIDER, post=True, afspraak_id="tweede_blik"),
    "beschikkingen:deskundigheid": Deur(TEAMLEIDER),
    "beschikkingen:begin": Deur(TOEGANG, **_ELDERS, hulpvraag_id="besluitvraag"),
    "beschikkingen:besluit": Deur(LEZERS, **_ELDERS, **_CONCEPT),
    "beschikkingen:brief": Deur(LEZERS, **_ELDERS, **_CONCEPT),
    "beschikkingen:pdf": Deur(LEZERS, **_ELDERS, **_VERZONDEN),
    "beschikkingen:schrijven": Deur(TOEGANG, **_ELDERS, **_CONCEPT),
    "beschikkingen:regel_nieuw": Deur(TOEGANG, **_ELDERS, **_CONCEPT),
    "beschikkingen:regel": Deur(TOEGANG, **_ELDERS, **_REGEL),
    "beschikkingen:regel_weg": Deur(TOEGANG, **_ELDERS, post=True, **_REGEL),
    "beschikkingen:aanbieder": Deur(TOEGANG, **_ELDERS, **_REGEL),
    "beschikkingen:keuze_open": Deur(TOEGANG, **_ELDERS, post=True, **_REGEL),
    "beschikkingen:regelen": Deur(TOEGANG, **_ELDERS, post=True, **_REGEL),
    "beschikkingen:budget": Deur(TOEGANG, **_ELDERS, **_CONCEPT),
    "beschikkingen:aanbieden": Deur(TOEGANG, **_ELDERS, post=True, **_CONCEPT),
    "beschikkingen:akkoord": Deur(TEAMLEIDER, post=True, **_CONCEPT),
    "beschikkingen:teruggeven": Deur(LEZERS, **_ELDERS, post=True, **_CONCEPT),
    "beschikkingen:tekenen": Deur(LEZERS, **_ELDERS, post=True, **_CONCEPT),
    "beschikkingen:terughalen": Deur(LEZERS, **_ELDERS, post=True, **_CONCEPT),
    "beschikkingen:verzenden": Deur(TOEGANG, **_ELDERS, post=True, **_CONCEPT),
    "beschikkingen:vervallen": Deur(TOEGANG, **_ELDERS, post=True, **_CONCEPT),
}


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make a draft with a line, and a decision that was sent, for the girl of 14."""
    regio, kind = wereld.regio, wereld.kind
    fatima = regio.gebruiker("fatima")
    vraag = Hulpvraag.objects.create(
        kenmerk="H-2026-90001", kind=kind, gemeente=regio.lelystad, weg="eigen", ontvangen_op=DAG
    )
    vast: dict[str, Any] = {
        "kind": kind, "hulpvraag": vraag, "gemeente": regio.lelystad, "soort": Soort.NATURA, "opgesteld_door": fatima,
    }  # fmt: skip
    concept = Beschikking.objects.create(kenmerk="B-2026-90001", **vast)
    regel = Regel.objects.create(
        beschikking=concept, product=Product.objects.get(code="45A04"), ingangsdatum=DAG, volume=4, eenheid="04",
        frequentie="4",
    )  # fmt: skip
    verzonden = Beschikking.objects.create(
        kenmerk="B-2026-90002", staat=Staat.VERZONDEN, ondertekend_door=fatima, ondertekend_op=nu(), besloten_op=DAG,
        verzonden_op=DAG, bezwaar_tot=DAG, namens="het college", vingerafdruk="0" * 64, motivering="Omdat.", **vast,
    )  # fmt: skip
    Besluitbrief.objects.create(beschikking=verzonden, pdf=b"%PDF-", sha256="0" * 64)
    blik = TweedeBlik.objects.create(gemeente=regio.lelystad, van=DAG, bron="Werkafspraak")
    return {
        "besluitvraag": vraag, "concept": concept, "besluitregel": regel, "verzonden": verzonden, "tweede_blik": blik,
    }  # fmt: skip
