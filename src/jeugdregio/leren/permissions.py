"""What the rooms of learning share about who may do what."""

from collections.abc import Iterable

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

ORGANISATOREN = (Rol.BEGELEIDER, Rol.SECRETARIS, Rol.DIRECTEUR, Rol.BELEID)
_ORGANISEREND = {Soort.GEMEENTE, Soort.REGIOKANTOOR}


def iedereen(_wie: Wie) -> bool:
    """Everybody with an appointment learns along: stories, practice and the agenda are not secret."""
    return True


def mag_organiseren(wie: Wie) -> bool:
    """Tell whether somebody may hold a learning circle or a case discussion."""
    return wie.organisatie.soort in _ORGANISEREND and wie.heeft(*ORGANISATOREN)


def rol_van(wie: Wie, rollen: Iterable[str]) -> str:
    """Return the first of these roles that somebody has, for the turns that come back. Raises GeenRecht."""
    gevonden = next((rol for rol in rollen if wie.heeft(rol)), None)
    if gevonden is None:
        raise GeenRecht("Met jouw rol kan dit niet.")
    return gevonden


def eis(mag: bool, wat: str) -> None:
    """Raise GeenRecht unless somebody may; `wat` says who can."""
    if not mag:
        raise GeenRecht(wat)
