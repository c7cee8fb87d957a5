"""Who works in a circle and who reads its story."""

from django.db.models import Q, QuerySet

from jeugdregio.leren.leerkring.models import Deelnemer, Kring
from jeugdregio.leren.permissions import ORGANISATOREN, iedereen, mag_organiseren
from jeugdregio.organisaties.wie import Wie

mag_lezen = iedereen
mag_beginnen = mag_organiseren


def zichtbare_kringen(wie: Wie) -> QuerySet[Kring]:
    """Return the circles somebody works in: as participant, or for the organisation that holds it.

    What is said in a circle stays in it; the story is what goes out.
    """
    ik = Q(deelnemers__gebruiker=wie.gebruiker_id, deelnemers__organisatie=wie.organisatie_id)
    wij = Q(organisator=wie.organisatie_id) if mag_organiseren(wie) else Q(pk__in=())
    return Kring.objects.filter((ik if wie.gebruiker_id else Q(pk__in=())) | wij).distinct()


def organiseert(wie: Wie, kring: Kring) -> bool:
    """Tell whether somebody leads this circle: the roles that organise, at the organisation that holds it."""
    return wie.organisatie_id == kring.organisator_id and wie.heeft(*ORGANISATOREN)


def deelnemer_van(wie: Wie, kring: Kring) -> Deelnemer | None:
    """Return the place of somebody in this circle; None for who is not in it."""
    mijn = (d for d in kring.deelnemers.all() if d.gebruiker_id == wie.gebruiker_id)
    return next((d for d in mijn if d.organisatie_id == wie.organisatie_id), None)


def doet_mee(wie: Wie, kring: Kring) -> bool:
    """Tell whether somebody takes part in this circle."""
    return deelnemer_van(wie, kring) is not None
