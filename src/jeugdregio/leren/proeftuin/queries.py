"""Reading pilots."""

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.leren.proeftuin.models import Proefdeel, Proeftuin
from jeugdregio.leren.proeftuin.permissions import zichtbare_proeftuinen
from jeugdregio.organisaties.wie import Wie

_BLIJFT = [Proefdeel.Uitkomst.BLIJFT, Proefdeel.Uitkomst.ANDERS]


def lijst(wie: Wie) -> QuerySet[Proeftuin]:
    """Return the pilots this person may see, newest first, with how many parts there are and how many stay."""
    tellingen = {
        "delen": Count("onderdelen"),
        "blijvend": Count("onderdelen", filter=Q(onderdelen__uitkomst__in=_BLIJFT)),
    }
    return zichtbare_proeftuinen(wie).select_related("organisatie").annotate(**tellingen).order_by("-van", "titel")


def proeftuin(wie: Wie, proeftuin_id: UUID) -> Proeftuin:
    """Return one pilot with its parts, people and observations. Raises NietGevonden."""
    gevonden = (
        zichtbare_proeftuinen(wie).filter(pk=proeftuin_id).select_related("organisatie")
        .prefetch_related("onderdelen", "deelnemers", "waarnemingen__door", "waarnemingen__namens").first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze proeftuin is er niet.")
    return gevonden
