"""A request that knows the BSN of a child, but not the child: another birth date, sex or surname than the file has.

The BSN may be mistyped or tried out. So the municipality is warned before it decides, and the provider sees what it
sent itself, not what the municipality knows.
"""

from ijw import lees
from ijw.berichten import jw315
from ijw.codelijsten import omschrijving
from jeugdregio.toegang.models import Kind, Verzoek
from recht.datum import datum_kort


def afwijkingen(kind: Kind, client: jw315.Client) -> list[str]:
    """Return the names of what differs between the file and the request; no values."""
    gevraagd = {
        "geboortedatum": client.geboortedatum.datum,
        "geslacht": client.geslacht,
        "achternaam": client.naam.geslachtsnaam.achternaam.casefold(),
    }
    bekend = {
        "geboortedatum": kind.geboortedatum,
        "geslacht": kind.geslacht,
        "achternaam": kind.achternaam.casefold(),
    }
    return [naam for naam in bekend if gevraagd[naam] != bekend[naam]]


def zoals_gevraagd(verzoek: Verzoek) -> Kind:
    """Return the child as the provider described it: never saved, and without anything the provider did not send."""
    client = _client(verzoek)
    naam = client.naam
    return Kind(
        pk=verzoek.kind_id,
        kenmerk=verzoek.kenmerk,
        geboortedatum=client.geboortedatum.datum,
        geslacht=client.geslacht,
        achternaam=naam.geslachtsnaam.achternaam,
        voorvoegsel=naam.geslachtsnaam.voorvoegsel or "",
        voornamen=naam.voornamen or "",
        voorletters=naam.voorletters or "",
        gemeente=verzoek.gemeente,
    )


def in_woorden(verzoek: Verzoek) -> str:
    """Tell the municipality what the request says where it differs from the file."""
    gevraagd = zoals_gevraagd(verzoek)
    zegt = {
        "geboortedatum": f"geboren op {datum_kort(gevraagd.geboortedatum)}",
        "geslacht": omschrijving("COD046", gevraagd.geslacht).lower(),
        "achternaam": f"achternaam {gevraagd.achternaam}",
    }
    delen = ", ".join(zegt[naam] for naam in verzoek.afwijkend if naam in zegt)
    return f"Het verzoek zegt: {delen}. Vraag de aanbieder of het bsn klopt voordat je beslist."


def _client(verzoek: Verzoek) -> jw315.Client:
    bericht = lees(bytes(verzoek.bericht.inhoud), niveau=1).bericht
    if not isinstance(bericht, jw315.Bericht):
        raise TypeError("the message of a request is a JW315")
    return bericht.client
