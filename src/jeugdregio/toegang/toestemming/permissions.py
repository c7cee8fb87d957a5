"""Who records and sees consent. No grant, no row."""

from uuid import UUID

from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.permissions import behandelt
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import zichtbare_kinderen


def eis_behandelaar(wie: Wie) -> None:
    """Raise GeenRecht unless this person works on questions of a municipality, or for what carries its access out."""
    if not behandelt(wie):
        raise GeenRecht("Dit kan alleen een toegangsmedewerker van de gemeente van dit kind doen.")


def te_behandelen_kind(wie: Wie, kind_id: UUID) -> Kind:
    """Return the child of which this person may record consent. Raises GeenRecht, NietGevonden."""
    eis_behandelaar(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return kind
