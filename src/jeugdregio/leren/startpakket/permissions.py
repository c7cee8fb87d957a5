"""Who reads a starter pack, of which municipality, and who keeps its priorities."""

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie

_GEMEENTE = (Rol.WETHOUDER, Rol.BELEID, Rol.JURIST)
_REGIO = (Rol.SECRETARIS, Rol.DIRECTEUR)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody prepares or receives an alderman: in the own municipality, or at the regional office."""
    if wie.organisatie.soort == Soort.GEMEENTE:
        return wie.heeft(*_GEMEENTE)
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(*_REGIO)


def gemeente_voor(wie: Wie, code: str) -> Organisatie:
    """Return the municipality of the pack: the own one; the regional office chooses. Raises NietGevonden."""
    if wie.organisatie.soort == Soort.GEMEENTE:
        return wie.organisatie
    gekozen = deelnemers().filter(code=code).first() if code else deelnemers().first()
    if gekozen is None:
        raise NietGevonden("Deze gemeente hoort niet bij de regio.")
    return gekozen


def mag_prioriteiten(wie: Wie, gemeente: Organisatie) -> bool:
    """Tell whether somebody keeps the priorities of this municipality: its own alderman and policy officers."""
    return wie.organisatie_id == gemeente.pk and wie.heeft(Rol.WETHOUDER, Rol.BELEID)
