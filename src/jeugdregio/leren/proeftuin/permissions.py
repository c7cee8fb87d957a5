"""Who begins a pilot, who takes part, who sees it."""

from django.db.models import Q, QuerySet

from jeugdregio.leren.permissions import iedereen
from jeugdregio.leren.proeftuin.models import Proeftuin
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

BEGINNERS = (Rol.BELEID, Rol.DIRECTEUR, Rol.WETHOUDER, Rol.TEAMLEIDER)
_SOORTEN = {Soort.GEMEENTE, Soort.REGIOKANTOOR}
mag_lezen = iedereen


def mag_beginnen(wie: Wie) -> bool:
    """Tell whether somebody may begin a pilot: policy, management or board of a municipality or the region."""
    return wie.organisatie.soort in _SOORTEN and wie.heeft(*BEGINNERS)


def beheert(wie: Wie, proeftuin: Proeftuin) -> bool:
    """Tell whether somebody keeps this pilot: the people who may begin one, at the organisation it is of."""
    return wie.organisatie_id == proeftuin.organisatie_id and mag_beginnen(wie)


def doet_mee(wie: Wie, proeftuin: Proeftuin) -> bool:
    """Tell whether somebody works in this pilot. Reads its participants."""
    mee = {proeftuin.organisatie_id, *(deelnemer.pk for deelnemer in proeftuin.deelnemers.all())}
    return wie.gebruiker is not None and wie.organisatie_id in mee


def zichtbare_proeftuinen(wie: Wie) -> QuerySet[Proeftuin]:
    """Return the pilots that run or ran, for everybody; a concept only for who keeps it."""
    eigen = Q(organisatie=wie.organisatie_id) if mag_beginnen(wie) else Q(pk__in=())
    return Proeftuin.objects.filter(~Q(staat=Proeftuin.Staat.CONCEPT) | eigen)
