"""Samples of the rules about addresses."""

from datetime import date
from typing import Any

from ijw.berichten.basis import (
    Adres,
    Huis,
    OpenPeriode,
    Telefoon,
    Telefoonnummers,
)
from ijw.tests import bouw
from ijw.tests.regelvoorbeelden.voorbeeld import Voorbeeld

CONTACT = "client.contactgegevens.0"
CONTACT_PAD = "/Bericht/Client/Contactgegevens/Contact[1]"
BUITENLAND = Adres(huis=Huis(huisnummer=3), postcode="2000", plaatsnaam="Antwerpen", land_code="BE")
TELEFOON = Telefoonnummers(telefoon01=Telefoon(telefoonnummer="0362000000", landnummer="0031"))


def _adres(**velden: Any) -> Adres:
    heel: dict[str, Any] = {"huis": Huis(huisnummer=12), "postcode": "1315RA", "land_code": "NL"}
    return Adres(**(heel | velden))


CONTACTEN = [
    Voorbeeld(
        "CD005",
        "JW301",
        {f"{CONTACT}.adres": _adres(land_code=None)},
        f"{CONTACT_PAD}/Adres/LandCode",
        {"client.contactgegevens.+": bouw.jw301.Contact(soort="02", adres=Adres(), telefoon=TELEFOON)},
    ),
    Voorbeeld(
        "CD005",
        "JW301",
        {"client.relaties.0.contact.adres": _adres(land_code=None)},
        "/Bericht/Client/Relaties/Relatie[1]/Contact/Adres/LandCode",
    ),
    Voorbeeld(
        "CD009",
        "JW301",
        {f"{CONTACT}.periode": OpenPeriode(begindatum=date(2026, 1, 1))},
        f"{CONTACT_PAD}/Periode",
        {
            "client.contactgegevens.+": bouw.contact("04"),
            "client.contactgegevens.1.periode": OpenPeriode(begindatum=date(2026, 1, 1)),
        },
    ),
    Voorbeeld(
        "CD025",
        "JW301",
        {f"{CONTACT}.adres": _adres(huis=None), f"{CONTACT}.telefoon": TELEFOON},
        f"{CONTACT_PAD}/Adres/Huis/Huisnummer",
        {f"{CONTACT}.adres": BUITENLAND},
    ),
    Voorbeeld(
        "CD034",
        "JW301",
        {f"{CONTACT}.adres": None, f"{CONTACT}.telefoon": TELEFOON},
        f"{CONTACT_PAD}/Adres/Postcode",
        {f"{CONTACT}.adres": None, f"{CONTACT}.telefoon": TELEFOON, f"{CONTACT}.soort": "02"},
    ),
    Voorbeeld(
        "CS089",
        "JW301",
        {f"{CONTACT}.adres": _adres(postcode="1315 RA")},
        f"{CONTACT_PAD}/Adres/Postcode",
        {f"{CONTACT}.adres": BUITENLAND},
    ),
    Voorbeeld(
        "CS003",
        "JW301",
        {f"{CONTACT}.periode": OpenPeriode(begindatum=date(2026, 2, 1), einddatum=date(2026, 1, 31))},
        f"{CONTACT_PAD}/Periode/Einddatum",
        {
            "client.contactgegevens.+": bouw.contact("04"),
            "client.contactgegevens.1.periode": OpenPeriode(begindatum=date(2026, 1, 31), einddatum=date(2026, 1, 31)),
        },
    ),
    Voorbeeld(
        "TR006",
        "JW301",
        {f"{CONTACT}.adres": None, f"{CONTACT}.soort": "02"},
        CONTACT_PAD,
        {f"{CONTACT}.adres": None, f"{CONTACT}.soort": "02", f"{CONTACT}.telefoon": TELEFOON},
    ),
    Voorbeeld(
        "TR061",
        "JW301",
        {f"{CONTACT}.soort": "04"},
        "/Bericht/Client/Contactgegevens",
        {f"{CONTACT}.soort": "04", "client.contactgegevens.+": bouw.contact("02")},
    ),
]
