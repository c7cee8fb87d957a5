"""The doors of products, contracts and what the region knows of a provider. The region's own people: see its tests."""

from datetime import date

from jeugdregio.zorglandschap.models import (
    Importvoorstel,
    Kwaliteitsdocument,
    Kwaliteitseis,
    Locatie,
    Niveau,
    Werkwijze,
)
from tests.deuren.deur import GEMEENTE, IEDEREEN, REGIOKANTOOR, Deur
from tests.wereld import Wereld

# Who sees the contract of De Brug: the municipalities that take part, the region office, the provider itself.
LEZERS = GEMEENTE | REGIOKANTOOR | {"noor"}
ANDEREN = IEDEREEN - LEZERS
CONTRACT = {"contract_lelystad"}
UITVOER = {"contract_lelystad", "controller_lelystad", "beleid_lelystad", "noor", "iris", "gi_medewerker"}

DEUREN: dict[str, Deur] = {
    "zorglandschap:contract": Deur(LEZERS, onzichtbaar=ANDEREN, contract_id="contract"),
    # The region bought this contract: Lelystad sees it, but does not manage it.
    "zorglandschap:contract-daad": Deur(set(), contract_id="contract", soort="plafond"),
    "zorglandschap:contract-deel": Deur(set(), contract_id="contract", soort="tarief-einde", deel_id="loc"),
    "zorglandschap:contract-nieuw": Deur(CONTRACT),
    "zorglandschap:contracten": Deur(IEDEREEN),
    "zorglandschap:document-gezien": Deur(set(), post=True, aanbieder_id="de_brug", document_id="doc"),
    "zorglandschap:feit": Deur({"noor"}, aanbieder_id="de_brug", soort="locatie", feit_id="loc"),
    "zorglandschap:feit-nieuw": Deur({"noor"}, aanbieder_id="de_brug", soort="document"),
    "zorglandschap:import": Deur(CONTRACT, voorstel_id="importvoorstel"),
    "zorglandschap:indexeren": Deur(CONTRACT),
    "zorglandschap:kwaliteitseis": Deur(set(), eis_id="kwaliteitseis"),
    "zorglandschap:kwaliteitseis-nieuw": Deur(set()),
    "zorglandschap:kwaliteitseisen": Deur(IEDEREEN),
    "zorglandschap:product": Deur(IEDEREEN, code="45A04"),
    "zorglandschap:product-nieuw": Deur(set()),
    "zorglandschap:product-taakveld": Deur(set(), code="45A04"),
    "zorglandschap:product-versie": Deur(set(), code="45A04"),
    "zorglandschap:producten": Deur(IEDEREEN),
    "zorglandschap:sjabloon": Deur(UITVOER),
    "zorglandschap:uitvoer": Deur(UITVOER, blad="alles"),
    "zorglandschap:uitwisseling": Deur(UITVOER),
    "zorglandschap:werkwijze": Deur(IEDEREEN, werkwijze_id="werkwijze"),
    "zorglandschap:werkwijze-nieuw": Deur(set()),
    "zorglandschap:werkwijze-wijzigen": Deur(set(), werkwijze_id="werkwijze"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a place and a paper of De Brug, a way of working, and an import of the contract manager of Lelystad."""
    regio = wereld.regio
    van = date(2025, 1, 1)
    return {
        "loc": Locatie.objects.create(aanbieder=regio.de_brug, naam="Huis", plaats="Urk", ambulant=True, van=van),
        "doc": Kwaliteitsdocument.objects.create(aanbieder=regio.de_brug, soort="keurmerk", naam="Keurmerk", van=van),
        "kwaliteitseis": Kwaliteitseis.objects.create(code="K1", eis="x", bron="Handvest", van=van),
        "werkwijze": Werkwijze.objects.create(
            naam="Team", niveau=Niveau.REGIONAAL, wat="x", voor_wie="y", regie="verwijzer", grondslag="bron", van=van
        ),
        "importvoorstel": Importvoorstel.objects.create(
            organisatie=regio.lelystad, gebruiker=regio.contract_lelystad.gebruiker, vingerafdruk="0" * 64, rijen=[]
        ),
    }
