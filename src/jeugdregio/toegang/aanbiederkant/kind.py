"""The child of an assignment: the municipality knows best who it is, so its message renews the file."""

from typing import Any

from ijw.berichten import jw301
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import systeem
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.nummering import kenmerk

BRP_ADRES = "01"


def neem_kind_over(kind: Kind | None, gemeente: Organisatie, aanbieder: Organisatie, client: jw301.Client) -> Kind:
    """Return the file of this child with what the assignment says of it; a child not known yet gets a file."""
    velden = _persoon(client) | _adres(client.contactgegevens)
    if kind is None:
        kind = Kind.objects.create(
            kenmerk=kenmerk("K"), gemeente=gemeente, bsn=client.bsn, bsn_zoek=zoeksleutel(client.bsn), **velden
        )
        leg_vast(systeem(aanbieder), "kind.aangemaakt", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk)
        return kind
    anders = [naam for naam, waarde in velden.items() if getattr(kind, naam) != waarde]
    if anders:
        for naam in anders:
            setattr(kind, naam, velden[naam])
        kind.save(update_fields=anders)
        leg_vast(
            systeem(aanbieder), "kind.bijgewerkt", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk,
            gegevens={"velden": sorted(anders)},
        )  # fmt: skip
    return kind


def _persoon(client: jw301.Client) -> dict[str, Any]:
    naam = client.naam
    return {
        "geboortedatum": client.geboortedatum.datum,
        "geslacht": client.geslacht,
        "achternaam": naam.geslachtsnaam.achternaam,
        "voorvoegsel": naam.geslachtsnaam.voorvoegsel or "",
        "voornamen": naam.voornamen or "",
        "voorletters": naam.voorletters or "",
    }


def _adres(contacten: tuple[jw301.Contact, ...]) -> dict[str, Any]:
    """The home address and its telephone; nothing when the message reaches the family through the municipality."""
    thuis = next((contact for contact in contacten if contact.soort == BRP_ADRES and contact.adres), None)
    if thuis is None or thuis.adres is None:
        return {}
    huis, adres = thuis.adres.huis, thuis.adres
    telefoon = thuis.telefoon.telefoon01.telefoonnummer if thuis.telefoon else ""
    return {
        "straatnaam": adres.straatnaam or "",
        "huisnummer": huis.huisnummer if huis else None,
        "huisletter": (huis.huisletter if huis else None) or "",
        "toevoeging": (huis.huisnummer_toevoeging if huis else None) or "",
        "postcode": adres.postcode or "",
        "plaatsnaam": adres.plaatsnaam or "",
        "telefoon": telefoon,
    }
