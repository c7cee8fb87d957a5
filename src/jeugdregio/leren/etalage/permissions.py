"""Who shows a practice, who keeps it, who asks to talk."""

from django.db.models import Q, QuerySet

from jeugdregio.leren.etalage.models import Gesprek, Praktijk
from jeugdregio.leren.permissions import iedereen
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

TONERS = (Rol.BELEID, Rol.TEAMLEIDER, Rol.WETHOUDER, Rol.AANBIEDER, Rol.GI, Rol.VEILIG_THUIS, Rol.DIRECTEUR)
mag_lezen = iedereen


def mag_tonen(wie: Wie) -> bool:
    """Tell whether somebody may put something of the own organisation in the showcase."""
    return wie.heeft(*TONERS)


def beheert(wie: Wie, praktijk: Praktijk) -> bool:
    """Tell whether somebody keeps this practice: the people of the organisation it is of."""
    return wie.organisatie_id == praktijk.organisatie_id and mag_tonen(wie)


def mag_vragen(wie: Wie, praktijk: Praktijk) -> bool:
    """Tell whether somebody may ask to talk: anybody of another organisation."""
    return wie.gebruiker is not None and wie.organisatie_id != praktijk.organisatie_id


def zichtbare_praktijken(wie: Wie) -> QuerySet[Praktijk]:
    """Return what is in the showcase, and for who keeps them the own concepts."""
    eigen = Q(organisatie=wie.organisatie_id) if mag_tonen(wie) else Q(pk__in=())
    return Praktijk.objects.filter(Q(staat=Praktijk.Staat.GETOOND) | eigen)


def zichtbare_gesprekken(wie: Wie) -> QuerySet[Gesprek]:
    """Return the requests of and to the own organisation."""
    aan_ons = Q(praktijk__organisatie=wie.organisatie_id) if mag_tonen(wie) else Q(pk__in=())
    return Gesprek.objects.filter(Q(vrager=wie.gebruiker_id, organisatie=wie.organisatie_id) | aan_ons)
