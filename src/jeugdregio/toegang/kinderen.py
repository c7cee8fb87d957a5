"""A file for a child that a message is the first to tell of."""

from ijw.berichten import jw305, jw315
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import systeem
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.nummering import kenmerk


def nieuw_kind(gemeente: Organisatie, client: jw315.Client | jw305.Client) -> Kind:
    """Make the file of a child as the message describes it, inside the transaction of the handler."""
    naam = client.naam
    kind = Kind.objects.create(
        kenmerk=kenmerk("K"), gemeente=gemeente, bsn=client.bsn, bsn_zoek=zoeksleutel(client.bsn),
        geboortedatum=client.geboortedatum.datum, geslacht=client.geslacht,
        achternaam=naam.geslachtsnaam.achternaam, voorvoegsel=naam.geslachtsnaam.voorvoegsel or "",
        voornamen=naam.voornamen or "", voorletters=naam.voorletters or "",
    )  # fmt: skip
    leg_vast(systeem(gemeente), "kind.aangemaakt", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk)
    return kind
