"""Who makes the newsletter and who reads it."""

from django.db.models import QuerySet

from jeugdregio.leren.nieuwsbrief.models import Nieuwsbrief
from jeugdregio.leren.permissions import iedereen
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

mag_lezen = iedereen


def mag_maken(wie: Wie) -> bool:
    """Tell whether somebody makes the newsletter: the regional office."""
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(Rol.SECRETARIS, Rol.BELEID, Rol.DIRECTEUR)


def zichtbare_nieuwsbrieven(wie: Wie) -> QuerySet[Nieuwsbrief]:
    """Return what was sent, and for who makes it also what is being made."""
    return Nieuwsbrief.objects.all() if mag_maken(wie) else Nieuwsbrief.objects.filter(verzonden_op__isnull=False)
