"""Who records and sees consent. No grant, no row."""

from uuid import UUID

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen


def te_behandelen_kind(wie: Wie, kind_id: UUID) -> Kind:
    """Return the child of which this person may record consent. Raises GeenRecht, NietGevonden."""
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return kind
