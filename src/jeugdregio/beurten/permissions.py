"""Which turns somebody may see. A turn about a child is shown without its name, only to who is part of it."""

from django.db.models import Q, QuerySet

from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import PERSOONLIJK, Rol, Soort
from jeugdregio.organisaties.wie import Wie

# Roles that see the turns of their whole municipality, not only those of their own role.
_OVERZIET_GEMEENTE = (Rol.BERICHTEN, Rol.TOEGANG)


def eigen_beurten(wie: Wie) -> QuerySet[Beurt]:
    """Return the turns of this person's organisation and roles; of a personal role only those in their own name."""
    van_de_organisatie = Q(organisatie=wie.organisatie, rol__in=wie.rollen - PERSOONLIJK)
    eigen = wie.rollen & PERSOONLIJK
    if not eigen or wie.gebruiker is None:
        return Beurt.objects.filter(van_de_organisatie)
    return Beurt.objects.filter(
        van_de_organisatie | Q(organisatie=wie.organisatie, rol__in=eigen, contact=wie.gebruiker)
    )


def wachtende_beurten(wie: Wie) -> QuerySet[Beurt]:
    """Return the turns of others that this person's organisation waits for.

    At a municipality these are for the people of access and messages; a provider's people see all of theirs. The
    people of money and contracts see those that are not about a child.
    """
    if not wie.heeft(*_OVERZIET_GEMEENTE, Rol.AANBIEDER, Rol.GI, Rol.CONTROLLER, Rol.CONTRACT):
        return Beurt.objects.none()
    zelf = Q(organisatie=wie.organisatie, rol__in=wie.rollen)
    anderen = Beurt.objects.filter(wachtende=wie.organisatie).exclude(zelf)
    if wie.heeft(*_OVERZIET_GEMEENTE, Rol.AANBIEDER, Rol.GI):
        return anderen
    return anderen.filter(kind_id__isnull=True)


def mag_regio_zien(wie: Wie) -> bool:
    """Tell whether somebody may see where the region stalls (counts only, no children)."""
    return wie.organisatie.soort in {Soort.REGIOKANTOOR, Soort.GEMEENTE}
