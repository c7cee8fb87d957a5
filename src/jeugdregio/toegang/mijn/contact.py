"""The one contact person of a family, and whom to call when there is none."""

from dataclasses import dataclass

from django.db.models import F

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.organisaties.queries import contactpunten_van
from jeugdregio.toegang.hulpvragen.models import Casusrol, Rolhouder
from jeugdregio.toegang.models import Kind


@dataclass(frozen=True)
class Contact:
    """Whom the family calls. `persoonlijk` is False when it is only the number of the municipality."""

    naam: str
    organisatie: str
    telefoon: str
    uren: str = ""
    persoonlijk: bool = True


def houder(kind: Kind) -> Rolhouder | None:
    """Return who is contact person today, in the question that is open (the newest when there are more)."""
    return (
        Rolhouder.objects.op(vandaag()).filter(rol=Casusrol.CONTACT, hulpvraag__kind=kind)
        .select_related("gebruiker", "organisatie")
        .order_by(F("hulpvraag__afgesloten_op").asc(nulls_first=True), "-hulpvraag__ontvangen_op").first()
    )  # fmt: skip


def contact_van(kind: Kind) -> Contact | None:
    """Return the contact person of the family, else the municipality's number for families; None when there is none."""
    punt = contactpunten_van([kind.gemeente_id], Contactpunt.Onderwerp.ZORGEN).get(kind.gemeente_id)
    persoon = houder(kind)
    if persoon is not None:
        naam = persoon.gebruiker.naam if persoon.gebruiker else persoon.naam
        nummer = persoon.telefoon or (punt.telefoon if punt else "")
        return Contact(naam, persoon.organisatie.naam, nummer, punt.uren_tekst if punt and not persoon.telefoon else "")
    if punt is None:
        return None
    return Contact(punt.naam, kind.gemeente.naam, punt.telefoon, punt.uren_tekst, persoonlijk=False)
