"""Who sits at which table, and who holds a round."""

from jeugdregio.bestuur.consent.models import Tafel
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

_AAN_TAFEL: dict[str, tuple[str, ...]] = {
    Tafel.AMBTELIJK: (Rol.BELEID, Rol.JURIST, Rol.CONTRACT),
    Tafel.MANAGEMENT: (Rol.TEAMLEIDER, Rol.CONTROLLER, Rol.DIRECTEUR),
    Tafel.BESTUURLIJK: (Rol.WETHOUDER, Rol.DIRECTEUR, Rol.SECRETARIS, Rol.VOORZITTER),
}
_SOORTEN = {Soort.GEMEENTE, Soort.REGIOKANTOOR}


def tafels_van(wie: Wie) -> list[str]:
    """Return the tables somebody sits at; a system or somebody of another kind of organisation at none."""
    if wie.gebruiker is None or wie.organisatie.soort not in _SOORTEN:
        return []
    return [tafel for tafel, rollen in _AAN_TAFEL.items() if wie.heeft(*rollen)]


def mag_houden(wie: Wie) -> bool:
    """Tell whether somebody opens and closes rounds: the secretary of the regional office."""
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(Rol.SECRETARIS)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody may see the trend: who sits at a table."""
    return bool(tafels_van(wie))
