"""Who may read the register (everybody: mandates are public) and who may act on it for a body."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.bestuur.mandaten.models import Mandaat
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie

_TEKENEN: dict[str, tuple[str, ...]] = {
    Soort.GEMEENTE: (Rol.JURIST,),
    Soort.REGIOKANTOOR: (Rol.JURIST, Rol.SECRETARIS),
    Soort.RAAD: (Rol.GRIFFIER,),
}


def tekenrollen(organisatie: Organisatie) -> tuple[str, ...]:
    """Return the roles that keep the mandates of a body; where there is no lawyer, its functional manager."""
    return _TEKENEN.get(organisatie.soort, (Rol.BEHEER,))


def mag_voor(wie: Wie, organisatie: Organisatie) -> bool:
    """Tell whether this person may act in the register for a body: only for the own organisation."""
    return wie.organisatie.pk == organisatie.pk and wie.heeft(*tekenrollen(organisatie))


def mag_vastleggen(wie: Wie) -> bool:
    """Tell whether this person keeps the mandates of the own organisation."""
    return mag_voor(wie, wie.organisatie)


def eis_voor(wie: Wie, *organisaties: Organisatie) -> None:
    """Raise GeenRecht unless this person may act for one of these bodies."""
    if not any(mag_voor(wie, o) for o in organisaties):
        namen = " of ".join(dict.fromkeys(o.naam for o in organisaties))
        raise GeenRecht(f"Dit kan alleen een jurist of secretaris van {namen} doen.")


def zichtbaar(wie: Wie) -> QuerySet[Mandaat]:
    """Return what somebody may see: general mandates are public, one for a single case is for its two sides."""
    betrokken = Q(gever=wie.organisatie) | Q(ontvanger=wie.organisatie)
    return Mandaat.objects.filter(Q(algemeen=True) | betrokken)
