"""Reading the showcase: by name, never by how often somebody asked or how a municipality does."""

from uuid import UUID

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.leren.etalage.models import Gesprek, Praktijk
from jeugdregio.leren.etalage.permissions import zichtbare_gesprekken, zichtbare_praktijken
from jeugdregio.organisaties.wie import Wie


def lijst(wie: Wie, zoek: str = "") -> QuerySet[Praktijk]:
    """Return the practices this person may see, by title; `zoek` looks in title, principle and context."""
    gevonden = zichtbare_praktijken(wie).select_related("organisatie")
    for woord in zoek.split():
        gevonden = gevonden.filter(
            Q(titel__icontains=woord) | Q(principe__icontains=woord) | Q(context__icontains=woord)
        )
    return gevonden.order_by("titel", "id")


def praktijk(wie: Wie, praktijk_id: UUID) -> Praktijk:
    """Return one practice. Raises NietGevonden."""
    gevonden = zichtbare_praktijken(wie).select_related("organisatie").filter(pk=praktijk_id).first()
    if gevonden is None:
        raise NietGevonden("Deze praktijk is er niet.")
    return gevonden


def gesprekken(wie: Wie, praktijk: Praktijk) -> QuerySet[Gesprek]:
    """Return the requests about this practice that this person is a side of."""
    return zichtbare_gesprekken(wie).filter(praktijk=praktijk).select_related("organisatie", "vrager")
