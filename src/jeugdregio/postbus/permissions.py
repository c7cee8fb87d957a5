"""Who sees which message: the people who look after messages, of the sender and of the receiver."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Deelname, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht

SCOPE_LEZEN = "berichten:lezen"
SCOPE_SCHRIJVEN = "berichten:schrijven"
# Only what was refused: a message that still waits has no parties yet either, and may be another municipality's.
VAN_NIEMAND = Q(
    afzender__isnull=True, ontvanger__isnull=True, aangeboden_door__isnull=True,
    richting=Bericht.Richting.IN, staat=Bericht.Staat.AFGEKEURD,
)  # fmt: skip


def ziet_berichten(wie: Wie) -> bool:
    """Tell whether this person looks after messages: at a municipality the berichtenbeheerder, else its own people."""
    if wie.organisatie.soort == Soort.GEMEENTE:
        return wie.heeft(Rol.BERICHTEN)
    return wie.organisatie.soort in {Soort.AANBIEDER, Soort.GI} and wie.heeft(Rol.AANBIEDER, Rol.GI)


def mag_berichten_lezen(wie: Wie) -> bool:
    """Tell whether this actor reads messages of its organisation: a person who looks after them, or a system."""
    return ziet_berichten(wie) or SCOPE_LEZEN in wie.scopes


def zichtbare_berichten(wie: Wie) -> QuerySet[Bericht]:
    """Messages from, to or offered by one's own organisation; for a system with the scope the same.

    A refused message that belongs to nobody (taken from a folder without --voor, unknown parties) would be found by
    nobody: whoever looks after messages at the centre municipality sees those too.
    """
    if not mag_berichten_lezen(wie):
        return Bericht.objects.none()
    eigen = wie.organisatie
    zichtbaar = Q(afzender=eigen) | Q(ontvanger=eigen) | Q(aangeboden_door=eigen)
    if ziet_van_niemand(wie):
        zichtbaar |= VAN_NIEMAND
    return Bericht.objects.filter(zichtbaar)


def ziet_van_niemand(wie: Wie) -> bool:
    """Tell whether this is a person, not a token, who looks after messages at the centre municipality of today."""
    if wie.organisatie.soort != Soort.GEMEENTE or not wie.heeft(Rol.BERICHTEN):
        return False
    deelnames = Deelname.objects.op(vandaag())
    return deelnames.filter(organisatie=wie.organisatie, rol=Deelname.Rol.CENTRUMGEMEENTE).exists()


def eis_berichtenbeheer(wie: Wie) -> None:
    """Raise GeenRecht unless this person looks after messages."""
    if not ziet_berichten(wie):
        raise GeenRecht("Dit kan alleen wie bij je organisatie de berichten beheert.")
