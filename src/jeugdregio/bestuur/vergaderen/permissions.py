"""Who reads a meeting and its papers, and who keeps them."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.bestuur.consent.permissions import TAFEL, niveaus
from jeugdregio.bestuur.vergaderen.models import Agendapunt, Besluit, Stuk, Vergadering
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

_HUIZEN = (Soort.GEMEENTE, Soort.RAAD, Soort.REGIOKANTOOR)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody sits at a table, advises there, or keeps a council's papers."""
    return wie.organisatie.soort in _HUIZEN and wie.heeft(*TAFEL, Rol.GRIFFIER)


def mag_houden(wie: Wie) -> bool:
    """Tell whether somebody keeps the agenda: the secretary, or the chair."""
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(Rol.SECRETARIS, Rol.VOORZITTER)


def mag_aandragen(wie: Wie) -> bool:
    """Tell whether somebody may bring an item to a table."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(
        Rol.WETHOUDER, Rol.BELEID, Rol.JURIST, Rol.DIRECTEUR, Rol.SECRETARIS
    )


def eis_houden(wie: Wie) -> None:
    """Raise GeenRecht unless this person keeps the agenda."""
    if not mag_houden(wie):
        raise GeenRecht("Alleen de secretaris of de voorzitter houdt de agenda bij.")


def zichtbare_vergaderingen(wie: Wie) -> QuerySet[Vergadering]:
    """Return the meetings; that a table meets is no secret for who may read."""
    return Vergadering.objects.all() if mag_lezen(wie) else Vergadering.objects.none()


def zichtbare_punten(wie: Wie) -> QuerySet[Agendapunt]:
    """Return the items this person may read: by level, and always those the own organisation brought in."""
    if not mag_lezen(wie):
        return Agendapunt.objects.none()
    eigen = Q(inbrenger=wie.organisatie) if mag_aandragen(wie) else Q(pk__in=[])
    return Agendapunt.objects.filter(Q(zichtbaarheid__in=niveaus(wie)) | eigen)


def zichtbare_stukken(wie: Wie) -> QuerySet[Stuk]:
    """Return the papers this person may read. What was not sent yet is for the secretary and who brought it in."""
    if not mag_lezen(wie):
        return Stuk.objects.none()
    eigen = Q(punt__inbrenger=wie.organisatie) if mag_aandragen(wie) else Q(pk__in=[])
    mag = Q(zichtbaarheid__in=niveaus(wie)) | eigen
    if not mag_houden(wie):
        mag &= Q(verzonden_op__isnull=False) | eigen
    return Stuk.objects.filter(mag, punt__in=zichtbare_punten(wie))


def zichtbare_besluiten(wie: Wie) -> QuerySet[Besluit]:
    """Return the decisions this person may read."""
    return Besluit.objects.filter(zichtbaarheid__in=niveaus(wie)) if mag_lezen(wie) else Besluit.objects.none()
