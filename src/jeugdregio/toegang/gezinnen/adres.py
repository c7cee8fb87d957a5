"""A secret address: said once, kept out of everywhere by the readers of the address."""

from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen


@transaction.atomic
def zet_geheim(wie: Wie, kind_id: UUID, *, geheim: bool) -> Kind:
    """Record whether the address of a child is secret. Raises NietGevonden for another's child."""
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    kind.geheim_adres = geheim
    kind.save(update_fields=["geheim_adres"])
    leg_vast(wie, "kind.geheim_adres" if geheim else "kind.adres_niet_geheim", kind_id=kind.pk, soort="kind",
             onderwerp_id=kind.pk)  # fmt: skip
    return kind
