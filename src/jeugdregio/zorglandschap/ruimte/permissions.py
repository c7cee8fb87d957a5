"""Who keeps places, who reserves, who waits for whom.

Places and waiting times are not secret for anybody with an appointment. A reservation and a waiting child are: only
the municipality that made it and the provider it is about see the file number.
"""

from django.db.models import QuerySet

from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.permissions import LEVERANCIERS, houdt_aanbieder_bij
from jeugdregio.zorglandschap.ruimte.models import Plek, Reservering, Wachtende

WIE_HOUDT_BIJ = "de aanbieder zelf of de contractmanager van het regiokantoor"
WIE_RESERVEERT = "een toegangsmedewerker van een gemeente"
WIE_ANTWOORDT = "een medewerker van de aanbieder"


def is_leverancier(wie: Wie) -> bool:
    """Tell whether this is somebody of a provider who answers to municipalities."""
    return wie.organisatie.soort in LEVERANCIERS and wie.heeft(Rol.AANBIEDER, Rol.GI)


def reserveert(wie: Wie) -> bool:
    """Tell whether this person looks for places for children: the access of a municipality."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.TOEGANG)


def leest_regio(wie: Wie) -> bool:
    """Tell whether this person may see where waiting stalls: people of municipalities, councils and the region."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR, Soort.RAAD}


def stelt_in(wie: Wie) -> bool:
    """Tell whether this person keeps the terms and places of the region."""
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(Rol.CONTRACT, Rol.BELEID)


def houdt_bij(wie: Wie, aanbieder: Organisatie) -> bool:
    """Tell whether this person keeps the places of a provider."""
    return houdt_aanbieder_bij(wie, aanbieder)


def zichtbare_plekken(_wie: Wie) -> QuerySet[Plek]:
    """All places; not secret for anybody with an appointment."""
    return Plek.objects.all()


def zichtbare_reserveringen(wie: Wie) -> QuerySet[Reservering]:
    """Return the reservations of one's own municipality, or at one's own organisation."""
    if reserveert(wie):
        return Reservering.objects.filter(gemeente=wie.organisatie)
    if is_leverancier(wie):
        return Reservering.objects.filter(plek__locatie__aanbieder=wie.organisatie)
    return Reservering.objects.none()


def zichtbare_wachtenden(wie: Wie) -> QuerySet[Wachtende]:
    """Return the waiting children of one's own municipality; a provider sees those that wait at its place."""
    if reserveert(wie):
        return Wachtende.objects.filter(gemeente=wie.organisatie)
    if is_leverancier(wie):
        return Wachtende.objects.filter(plek__locatie__aanbieder=wie.organisatie)
    return Wachtende.objects.none()
