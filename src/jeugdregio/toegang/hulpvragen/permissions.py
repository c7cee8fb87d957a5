"""Who sees which question for help. No grant, no row."""

from uuid import UUID

from django.db.models import QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.permissions import eis_toegang, is_toegang


def zichtbare_hulpvragen(wie: Wie) -> QuerySet[Hulpvraag]:
    """Questions of one's own municipality, for its access; nothing for anybody else."""
    return Hulpvraag.objects.filter(gemeente=wie.organisatie) if is_toegang(wie) else Hulpvraag.objects.none()


def te_behandelen(wie: Wie, hulpvraag_id: UUID) -> Hulpvraag:
    """Return the question this person may act on. Raises GeenRecht, NietGevonden."""
    eis_toegang(wie)
    hulpvraag = (
        zichtbare_hulpvragen(wie).select_related("kind__gemeente", "gemeente", "verzoek", "van")
        .filter(pk=hulpvraag_id).first()
    )  # fmt: skip
    if hulpvraag is None:
        raise NietGevonden("Deze hulpvraag is er niet.")
    return hulpvraag
