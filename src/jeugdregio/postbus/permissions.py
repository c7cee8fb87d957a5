"""Who sees which message: the people who look after messages, of the sender and of the receiver."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht

SCOPE_LEZEN = "berichten:lezen"
SCOPE_SCHRIJVEN = "berichten:schrijven"


def ziet_berichten(wie: Wie) -> bool:
    """Tell whether this person looks after messages: at a municipality the berichtenbeheerder, else its own people."""
    if wie.organisatie.soort == Soort.GEMEENTE:
        return wie.heeft(Rol.BERICHTEN)
    return wie.organisatie.soort in {Soort.AANBIEDER, Soort.GI} and wie.heeft(Rol.AANBIEDER, Rol.GI)


def zichtbare_berichten(wie: Wie) -> QuerySet[Bericht]:
    """Messages from, to or offered by one's own organisation; for a system with the scope the same."""
    if not ziet_berichten(wie) and SCOPE_LEZEN not in wie.scopes:
        return Bericht.objects.none()
    eigen = wie.organisatie
    return Bericht.objects.filter(Q(afzender=eigen) | Q(ontvanger=eigen) | Q(aangeboden_door=eigen))


def eis_berichtenbeheer(wie: Wie) -> None:
    """Raise GeenRecht unless this person looks after messages."""
    if not ziet_berichten(wie):
        raise GeenRecht("Dit kan alleen wie bij je organisatie de berichten beheert.")
