"""Reading proposals."""

from uuid import UUID

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.bestuur.consent.permissions import dossiers
from jeugdregio.organisaties.wie import Wie


def lijst(wie: Wie) -> list[Voorstel]:
    """Return the proposals this person may read."""
    return list(dossiers(wie))


def voorstel(wie: Wie, voorstel_id: UUID) -> Voorstel:
    """Return one proposal; NietGevonden for who may not read it."""
    gevonden = dossiers(wie).filter(pk=voorstel_id).first()
    if gevonden is None:
        raise NietGevonden("Dit voorstel is er niet.")
    return gevonden
