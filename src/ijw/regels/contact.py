"""Rules about addresses and how to reach somebody, in the assignment (JW301)."""

import re

from ijw.berichten import jw301
from ijw.berichten.jw301 import Contact
from ijw.regels.register import Omgeving, regel

NEDERLAND = "NL"
NEDERLANDSE_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
TIJDELIJK = "04"
VAST = frozenset({"01", "02", "03"})  # BRP, correspondence, residence


@regel(
    "CD005",
    {Contact: "Adres/LandCode"},
    "Postcode en landcode horen bij elkaar. Vul ze allebei in of laat ze allebei leeg.",
)
def postcode_zonder_land(contact: Contact, _: Omgeving) -> bool:
    adres = contact.adres
    return adres is not None and (adres.postcode is None) != (adres.land_code is None)


@regel(
    "CD009",
    {Contact: "Periode"},
    "Alleen een tijdelijk adres (soort 04) heeft een periode. Laat de periode weg of kies soort 04.",
)
def periode_bij_vast_adres(contact: Contact, _: Omgeving) -> bool:
    return contact.periode is not None and contact.soort != TIJDELIJK


@regel(
    "CD025",
    {Contact: "Adres/Huis/Huisnummer"},
    "Bij een adres in Nederland is het huisnummer verplicht. Vul het huisnummer in.",
)
def huisnummer_ontbreekt(contact: Contact, _: Omgeving) -> bool:
    adres = contact.adres
    return adres is not None and adres.land_code == NEDERLAND and adres.huis is None


@regel(
    "CD034",
    {Contact: "Adres/Postcode"},
    "Bij een BRP-adres (01) of verblijfadres (03) is de postcode verplicht. Vul de postcode in.",
)
def postcode_ontbreekt(contact: Contact, _: Omgeving) -> bool:
    return contact.soort in {"01", "03"} and (contact.adres is None or contact.adres.postcode is None)


@regel(
    "CS089",
    {Contact: "Adres/Postcode"},
    "Dit is geen Nederlandse postcode. Schrijf vier cijfers en twee hoofdletters zonder spatie, zoals 1315RA.",
)
def postcode_niet_nederlands(contact: Contact, _: Omgeving) -> bool:
    adres = contact.adres
    if adres is None or adres.land_code != NEDERLAND:
        return False
    return adres.postcode is None or NEDERLANDSE_POSTCODE.fullmatch(adres.postcode) is None


@regel(
    "CS003",
    {Contact: "Periode/Einddatum"},
    "De einddatum van dit adres ligt voor de begindatum, of de begindatum ontbreekt. Verbeter de periode.",
)
def adres_eindigt_voor_begin(contact: Contact, _: Omgeving) -> bool:
    periode = contact.periode
    if periode is None or periode.einddatum is None:
        return False
    return periode.begindatum is None or periode.einddatum < periode.begindatum


@regel(
    "TR006",
    {Contact: ""},
    "Bij dit contact staat niet hoe iemand te bereiken is. Vul een telefoonnummer in, of huisnummer en postcode.",
)
def onbereikbaar(contact: Contact, _: Omgeving) -> bool:
    if contact.telefoon is not None:
        return False
    adres = contact.adres
    return adres is None or adres.huis is None or adres.postcode is None


@regel(
    "TR061",
    {jw301.Client: "Contactgegevens"},
    "De jeugdige heeft geen vast adres in het bericht. Voeg een BRP-adres (01), correspondentieadres (02) of "
    "verblijfadres (03) toe.",
)
def vast_adres_ontbreekt(client: jw301.Client, _: Omgeving) -> bool:
    return not any(contact.soort in VAST for contact in client.contactgegevens)
