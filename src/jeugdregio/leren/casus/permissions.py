"""Who discusses cases, who decides, and who takes a barrier away."""

from django.db.models import Q, QuerySet

from jeugdregio.leren.casus.models import Belemmering, Casus
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

BESTUURDERS = (Rol.WETHOUDER, Rol.DIRECTEUR)
INBRENGERS = (Rol.BELEID, Rol.TEAMLEIDER, Rol.WETHOUDER, Rol.SECRETARIS, Rol.DIRECTEUR, Rol.BEGELEIDER)
_AAN_TAFEL = (*INBRENGERS, Rol.VOORZITTER, Rol.ERVARING)
_SOORTEN = {Soort.GEMEENTE, Soort.REGIOKANTOOR}


def bespreekt(wie: Wie) -> bool:
    """Tell whether somebody sits at the discussion of cases."""
    return wie.organisatie.soort in _SOORTEN and wie.heeft(*_AAN_TAFEL)


mag_lezen = bespreekt


def mag_inbrengen(wie: Wie) -> bool:
    """Tell whether somebody may bring in a case."""
    return wie.organisatie.soort in _SOORTEN and wie.heeft(*INBRENGERS)


def mag_besluiten(wie: Wie) -> bool:
    """Tell whether somebody may decide what is done about a barrier."""
    return wie.organisatie.soort in _SOORTEN and wie.heeft(*BESTUURDERS)


def mag_ervaring_geven(wie: Wie) -> bool:
    """Tell whether somebody speaks from experience."""
    return wie.organisatie.soort in _SOORTEN and wie.heeft(Rol.ERVARING)


def is_eigenaar(wie: Wie, belemmering: Belemmering) -> bool:
    """Tell whether it is up to this person to take the barrier away."""
    rol = belemmering.eigenaar_rol
    return bool(rol) and wie.organisatie_id == belemmering.wie_kan_id and wie.heeft(rol)


def zichtbare_casussen(wie: Wie) -> QuerySet[Casus]:
    """Return all cases for who discusses them, and for others those with a barrier that is up to them."""
    if bespreekt(wie):
        return Casus.objects.all()
    mijn = Belemmering.objects.filter(Q(wie_kan=wie.organisatie_id), eigenaar_rol__in=wie.rollen)
    return Casus.objects.filter(pk__in=mijn.values("casus_id"))
