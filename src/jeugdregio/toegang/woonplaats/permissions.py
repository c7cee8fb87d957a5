"""Who sees which transfer. No grant, no row."""

from uuid import UUID

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.permissions import eis_toegang, is_toegang
from jeugdregio.toegang.woonplaats.models import Overdracht

Staat = Overdracht.Staat


def zichtbare_overdrachten(wie: Wie) -> QuerySet[Overdracht]:
    """Transfers given, and those received that were not taken back; for the access of a municipality only."""
    if not is_toegang(wie):
        return Overdracht.objects.none()
    ontvangen = Q(naar=wie.organisatie) & ~Q(staat=Staat.TERUGGENOMEN)
    return Overdracht.objects.filter(Q(van=wie.organisatie) | ontvangen)


def overdracht_voor(wie: Wie, overdracht_id: UUID, kant: str) -> Overdracht:
    """Return the transfer this person may act on, at the side "van" or "naar". Raises GeenRecht, NietGevonden."""
    eis_toegang(wie)
    gevonden = (
        zichtbare_overdrachten(wie).filter(**{kant: wie.organisatie}, pk=overdracht_id)
        .select_related("kind__gemeente", "van", "naar", "nieuw_kind__gemeente").first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze overdracht is er niet.")
    return gevonden
