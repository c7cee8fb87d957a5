"""Samples of the rules about people."""

from datetime import date, timedelta

from ijw.berichten.basis import (
    Achternaam,
    Communicatie,
    Geboortedatum,
)
from ijw.tests import bouw
from ijw.tests.regelvoorbeelden.voorbeeld import Voorbeeld

PARTNER = Achternaam(achternaam="Bakker")
MORGEN = bouw.DAGTEKENING + timedelta(days=1)


def _bsn(soort: str, client: str, pad: str) -> Voorbeeld:
    return Voorbeeld("CS002", soort, {f"{client}.bsn": "999900007"}, f"{pad}/Bsn", {f"{client}.bsn": "123456782"})


def _geboren(code: str, soort: str, fout: Geboortedatum, pad: str, goed: Geboortedatum) -> Voorbeeld:
    veld = "client.geboortedatum"
    return Voorbeeld(code, soort, {veld: fout}, f"/Bericht/Client/{pad}", {veld: goed})


def _per_persoonsbericht(code: str, fout: Geboortedatum, pad: str, goed: Geboortedatum) -> list[Voorbeeld]:
    soorten = ("JW301", "JW305", "JW307", "JW315")
    bij_relatie = Voorbeeld(
        code,
        "JW301",
        {"client.relaties.0.geboortedatum": fout},
        f"/Bericht/Client/Relaties/Relatie[1]/{pad}",
        {"client.relaties.0.geboortedatum": goed},
    )
    return [*(_geboren(code, soort, fout, pad, goed) for soort in soorten), bij_relatie]


BSN = [
    *(_bsn(soort, "client", "/Bericht/Client") for soort in ("JW301", "JW305", "JW307", "JW315", "JW317")),
    _bsn("JW323", "declaratie.clienten.0", "/Bericht/Declaratie/Clienten/Client[1]"),
    _bsn("JW325", "declaratie_antwoord.clienten.0", "/Bericht/DeclaratieAntwoord/Clienten/Client[1]"),
]

PERSOON = [
    *_per_persoonsbericht(
        "CS139",
        Geboortedatum(datum=date(2013, 3, 5), datum_gebruik="1"),
        "Geboortedatum",
        Geboortedatum(datum=date(2013, 3, 1), datum_gebruik="1"),
    ),
    _geboren(
        "CS139",
        "JW315",
        Geboortedatum(datum=date(2013, 3, 1), datum_gebruik="2"),
        "Geboortedatum",
        Geboortedatum(datum=date(2013, 1, 1), datum_gebruik="2"),
    ),
    _geboren(
        "CS139",
        "JW315",
        Geboortedatum(datum=date(2013, 1, 1), datum_gebruik="3"),
        "Geboortedatum",
        Geboortedatum(datum=date(1900, 1, 1), datum_gebruik="3"),
    ),
    *_per_persoonsbericht(
        "TR002",
        Geboortedatum(datum=date(1906, 10, 4)),
        "Geboortedatum/Datum",
        Geboortedatum(datum=date(1906, 10, 5)),
    ),
    _geboren(
        "TR002",
        "JW305",
        Geboortedatum(datum=date(1900, 1, 1)),
        "Geboortedatum/Datum",
        Geboortedatum(datum=date(1900, 1, 1), datum_gebruik="3"),
    ),
    *_per_persoonsbericht(
        "TR134",
        Geboortedatum(datum=MORGEN),
        "Geboortedatum/Datum",
        Geboortedatum(datum=bouw.DAGTEKENING),
    ),
    Voorbeeld(
        "CS050",
        "JW301",
        {"client.naam.naam_gebruik": "2"},
        "/Bericht/Client/Naam/NaamGebruik",
        {"client.naam.naam_gebruik": "2", "client.naam.partnernaam": PARTNER},
    ),
    Voorbeeld(
        "CS050",
        "JW301",
        {"client.relaties.0.naam.naam_gebruik": "6", "client.relaties.0.naam.partnernaam": PARTNER},
        "/Bericht/Client/Relaties/Relatie[1]/Naam/NaamGebruik",
        {"client.relaties.0.naam.naam_gebruik": "6"},
    ),
    Voorbeeld("CS318", "JW301", {"client.naam.naam_gebruik": "6"}, "/Bericht/Client/Naam/NaamGebruik"),
    Voorbeeld(
        "CD007",
        "JW301",
        {"client.communicatie": Communicatie(vorm="1")},
        "/Bericht/Client/Communicatie/Taal",
        {"client.communicatie": Communicatie(vorm="1", taal="Tigrinya")},
    ),
    Voorbeeld(
        "CD007",
        "JW301",
        {"client.communicatie": Communicatie(vorm="2", taal="Tigrinya")},
        "/Bericht/Client/Communicatie/Taal",
        {"client.communicatie": Communicatie(vorm="2")},
    ),
]
