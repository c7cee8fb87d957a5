"""Who may manage people, contact points and tokens."""

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
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
    Rol.EXPERT,
)
ROLLEN_PER_SOORT: dict[str, tuple[Rol, ...]] = {
    Soort.GEMEENTE: _GEMEENTE,
    Soort.AANBIEDER: (Rol.AANBIEDER, Rol.BEHEER, Rol.EXPERT),
    Soort.GI: (Rol.GI, Rol.BEHEER, Rol.EXPERT),
    Soort.VEILIG_THUIS: (Rol.VEILIG_THUIS, Rol.BEHEER, Rol.EXPERT),
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
        Rol.EXPERT,
        Rol.BEHEER,
    ),
    Soort.RAAD: (Rol.GRIFFIER,),
    Soort.UITVOERDER: (Rol.BEHEER,),
}


def is_beheerder(wie: Wie) -> bool:
    """Tell whether this person manages people and contact points of the own organisation."""
    return wie.heeft(Rol.BEHEER)


# Small organisations have no manager: there the people who do the work keep their own contact points.
_EIGEN_WERK: dict[str, Rol] = {
    Soort.AANBIEDER: Rol.AANBIEDER,
    Soort.GI: Rol.GI,
    Soort.VEILIG_THUIS: Rol.VEILIG_THUIS,
    Soort.REGIOKANTOOR: Rol.SECRETARIS,
}


def contactbeheerders(organisatie: Organisatie) -> list[tuple[Organisatie, str]]:
    """Return who keeps the contact points of an organisation: its manager, its people, or the one it is under."""
    eigen = [(organisatie, str(Rol.BEHEER))]
    if organisatie.soort in _EIGEN_WERK:
        eigen.append((organisatie, str(_EIGEN_WERK[organisatie.soort])))
    if organisatie.hoort_bij is not None:
        eigen.append((organisatie.hoort_bij, str(Rol.BEHEER)))
    return eigen


def houdt_bij(wie: Wie, organisatie: Organisatie) -> bool:
    """Tell whether this person keeps the contact points of an organisation."""
    # The Raad has no people here: the secretary of the region keeps its numbers.
    if organisatie.soort == Soort.RVDK and wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(Rol.SECRETARIS):
        return True
    return any(o.pk == wie.organisatie.pk and wie.heeft(rol) for o, rol in contactbeheerders(organisatie))


def houdt_contacten_bij(wie: Wie) -> bool:
    """Tell whether this person keeps the contact points of the own organisation."""
    return houdt_bij(wie, wie.organisatie)


def eis_contacten(wie: Wie, organisatie: Organisatie) -> None:
    """Raise GeenRecht unless this person keeps the contact points of an organisation."""
    if not houdt_bij(wie, organisatie):
        raise GeenRecht(f"De contactpunten van {organisatie} houdt {organisatie} zelf bij.")
