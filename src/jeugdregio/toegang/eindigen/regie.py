"""Who holds case direction over a child: the open questions for help say so."""

from collections.abc import Collection, Mapping
from uuid import UUID

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.hulpvragen.models import Casusrol, Rolhouder


def casusregisseurs(kinderen: Collection[UUID]) -> Mapping[UUID, Gebruiker]:
    """Return the person with case direction per child, of the newest open question. One query."""
    houders = (
        Rolhouder.objects.op(vandaag())
        .filter(
            rol=Casusrol.CASUSREGIE, gebruiker__isnull=False, hulpvraag__kind__in=kinderen,
            hulpvraag__afgesloten_op__isnull=True,
        )
        .select_related("gebruiker", "hulpvraag")
        .order_by("hulpvraag__ontvangen_op")
    )  # fmt: skip
    return {h.hulpvraag.kind_id: h.gebruiker for h in houders if h.gebruiker is not None}
