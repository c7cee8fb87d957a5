"""Who sees help that ends: access and providers their own assignments, the team leader those of the municipality."""

from django.db.models import QuerySet

from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.permissions import is_aanbieder, is_toegang, zichtbare_toewijzingen


def is_teamleider(wie: Wie) -> bool:
    """Tell whether this is a team leader of access: sees where help ends, without names."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.TEAMLEIDER)


def mag_lijst(wie: Wie) -> bool:
    """Tell whether somebody finds the list in the navigation."""
    return is_toegang(wie) or is_aanbieder(wie) or is_teamleider(wie)


def zichtbaar_eindigend(wie: Wie) -> "QuerySet[Toewijzing]":
    """Assignments whose end this person follows."""
    if is_teamleider(wie) and not is_toegang(wie):
        return Toewijzing.objects.filter(gemeente=wie.organisatie)
    return zichtbare_toewijzingen(wie)


def ziet_namen(wie: Wie) -> bool:
    """Tell whether this person may read the names of the children: not a team leader."""
    return is_toegang(wie) or is_aanbieder(wie)
