"""The doors of places, reservations and the waiting list. Those of Lelystad at De Brug are behind them."""

from datetime import date, timedelta

from jeugdregio.basis.klok import vandaag
from jeugdregio.zorglandschap.models import Locatie, Product
from jeugdregio.zorglandschap.ruimte.models import Opgave, Plek, Reservering, Wachtende
from tests.deuren.deur import GEMEENTE, IEDEREEN, REGIOKANTOOR, UITVOERDER, Deur
from tests.wereld import Wereld

BIJHOUDERS = {"noor", "iris", "gi_medewerker", "beheer_lelystad", "contract_lelystad"}
KANTEN = {"fatima", "bram", "noor", "iris", "gi_medewerker"}
BEIDE = {"fatima", "noor"}
ELDERS = KANTEN - BEIDE


def _daad(mag: set[str], rol: set[str], **sleutels: object) -> Deur:
    return Deur(mag, onzichtbaar=rol - mag, post=True, **sleutels)


DEUREN: dict[str, Deur] = {
    "ruimte:overzicht": Deur(IEDEREEN),
    "ruimte:plek": Deur(IEDEREEN, plek_id="plek"),
    "ruimte:regio": Deur(GEMEENTE | REGIOKANTOOR),
    # Who keeps functions of a municipality has the role, but no places.
    "ruimte:eigen": Deur({"noor", "iris", "gi_medewerker"}, onzichtbaar={"beheer_lelystad"}),
    "ruimte:van-aanbieder": Deur({"noor"}, onzichtbaar=BIJHOUDERS - {"noor"}, aanbieder_id="de_brug"),
    "ruimte:nieuw": Deur({"noor"}, onzichtbaar=BIJHOUDERS - {"noor"}, aanbieder_id="de_brug"),
    "ruimte:opgave": _daad({"noor"}, BIJHOUDERS, plek_id="plek"),
    "ruimte:bezetting": _daad({"noor"}, BIJHOUDERS, plek_id="plek"),
    "ruimte:stoppen": Deur({"noor"}, post=True, plek_id="plek"),
    "ruimte:instellingen": Deur(set()),
    "ruimte:zoeken": Deur({"fatima", "bram"}),
    "ruimte:reserveren": Deur({"fatima", "bram"} | UITVOERDER, post=True, plek_id="plek"),
    "ruimte:reserveringen": Deur(KANTEN | UITVOERDER),
    "ruimte:reservering": Deur(BEIDE, onzichtbaar=ELDERS, reservering_id="reservering"),
    "ruimte:antwoord": _daad({"noor"}, {"noor", "iris", "gi_medewerker"}, reservering_id="reservering"),
    "ruimte:vrijgeven": _daad({"fatima"}, {"fatima", "bram"}, reservering_id="reservering"),
    "ruimte:begonnen": _daad(BEIDE, KANTEN, reservering_id="reservering"),
    "ruimte:verder": _daad({"fatima"}, {"fatima", "bram"}, reservering_id="reservering"),
    "ruimte:wachtlijst": Deur(KANTEN | UITVOERDER),
    "ruimte:wachtende-nieuw": Deur({"fatima", "bram"} | UITVOERDER),
    "ruimte:wachtende": Deur(BEIDE, onzichtbaar=ELDERS, wachtende_id="wachtende"),
    "ruimte:overbrugging": _daad({"fatima"}, {"fatima", "bram"}, wachtende_id="wachtende"),
    "ruimte:eerste-contact": _daad({"fatima"}, {"fatima", "bram"}, wachtende_id="wachtende"),
    "ruimte:wachten-gesprek": _daad({"fatima"}, {"fatima", "bram"}, wachtende_id="wachtende"),
    "ruimte:wachten-urgentie": _daad({"fatima"}, {"fatima", "bram"}, wachtende_id="wachtende"),
    "ruimte:wachten-wachttijd": _daad({"fatima"}, {"fatima", "bram"}, wachtende_id="wachtende"),
    "ruimte:wachten-einde": _daad({"fatima"}, {"fatima", "bram"}, wachtende_id="wachtende"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a place of De Brug, a reservation of Lelystad on it, and a child of Lelystad that waits for it."""
    regio = wereld.regio
    product = Product.objects.get(code="45A04")
    locatie = Locatie.objects.create(
        aanbieder=regio.de_brug, naam="Plekkenhuis", plaats="Urk", ambulant=True, van=date(2025, 1, 1)
    )
    plek = Plek.objects.create(locatie=locatie, product=product)
    Opgave.objects.create(plek=plek, vrij=2, nagekeken_op=vandaag(), door="Noor", namens=regio.de_brug)
    tot = vandaag() + timedelta(days=14)
    reservering = Reservering.objects.create(plek=plek, gemeente=regio.lelystad, kenmerk="K-9", verloopt_op=tot)
    wachtende = Wachtende.objects.create(
        gemeente=regio.lelystad, kenmerk="K-8", product=product, plek=plek, aangemeld_op=vandaag(), uiterlijk=tot
    )
    return {"plek": plek, "reservering": reservering, "wachtende": wachtende}
