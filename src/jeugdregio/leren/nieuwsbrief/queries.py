"""Reading issues."""

from uuid import UUID

from django.db.models import QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.leren.nieuwsbrief.models import Nieuwsbrief
from jeugdregio.leren.nieuwsbrief.permissions import zichtbare_nieuwsbrieven
from jeugdregio.organisaties.wie import Wie


def lijst(wie: Wie) -> QuerySet[Nieuwsbrief]:
    """Return the issues this person may read, newest first, with their versions."""
    return zichtbare_nieuwsbrieven(wie).prefetch_related("uitgaven")


def brief(wie: Wie, brief_id: UUID) -> Nieuwsbrief:
    """Return one issue with its versions. Raises NietGevonden."""
    gevonden = lijst(wie).select_related("uitgever").filter(pk=brief_id).first()
    if gevonden is None:
        raise NietGevonden("Deze nieuwsbrief is er niet.")
    return gevonden
