"""Who may manage people, contact points and tokens."""

from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

# Roles that exist at each kind of organisation; a manager can only give these.
_GEMEENTE = (
    Rol.TOEGANG,
    Rol.BERICHTEN,
    Rol.CONTRACT,
    Rol.CONTROLLER,
    Rol.ANALIST,
    Rol.WETHOUDER,
    Rol.GRIFFIER,
    Rol.PRIVACY,
    Rol.BEHEER,
    Rol.BELEID,
    Rol.JURIST,
    Rol.TEAMLEIDER,
)
ROLLEN_PER_SOORT: dict[str, tuple[Rol, ...]] = {
    Soort.GEMEENTE: _GEMEENTE,
    Soort.AANBIEDER: (Rol.AANBIEDER, Rol.BEHEER),
    Soort.GI: (Rol.GI, Rol.BEHEER),
    Soort.VEILIG_THUIS: (Rol.VEILIG_THUIS, Rol.BEHEER),
    Soort.RVDK: (Rol.BEHEER,),
    Soort.REGIOKANTOOR: (
        Rol.DIRECTEUR,
        Rol.SECRETARIS,
        Rol.ANALIST,
        Rol.CONTRACT,
        Rol.BELEID,
        Rol.JURIST,
        Rol.VOORZITTER,
        Rol.BEGELEIDER,
        Rol.ERVARING,
        Rol.BEHEER,
    ),
    Soort.RAAD: (Rol.GRIFFIER,),
    Soort.UITVOERDER: (Rol.BEHEER,),
}


def is_beheerder(wie: Wie) -> bool:
    """Tell whether this person manages people and contact points of the own organisation."""
    return wie.heeft(Rol.BEHEER)
