"""Who reads the talks, who leads them, who does an action.

A contract manager of the region leads the talks of the region, one of a municipality those of that municipality, and
reads those of the region with providers it has a contract with. A provider sees its own talks only.
"""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.gesprekken.models import Actie, Gesprek
from jeugdregio.zorglandschap.permissions import LEVERANCIERS, zichtbare_contracten

_LEZERS = (Rol.CONTRACT, Rol.CONTROLLER, Rol.BELEID, Rol.DIRECTEUR)
_VAN_AANBIEDER = (Rol.AANBIEDER, Rol.GI)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody has anything to do with these talks."""
    if wie.organisatie.soort in LEVERANCIERS:
        return wie.heeft(*_VAN_AANBIEDER)
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(*_LEZERS)


def zichtbare_gesprekken(wie: Wie) -> QuerySet[Gesprek]:
    """Return the talks this person may read; none without a role in them."""
    if not mag_lezen(wie):
        return Gesprek.objects.none()
    if wie.organisatie.soort in LEVERANCIERS:
        return Gesprek.objects.filter(aanbieder=wie.organisatie)
    if wie.organisatie.soort == Soort.REGIOKANTOOR:
        return Gesprek.objects.all()
    met_contract = zichtbare_contracten(wie).values("aanbieder")
    return Gesprek.objects.filter(
        Q(beheerder=wie.organisatie) | Q(beheerder__soort=Soort.REGIOKANTOOR, aanbieder__in=met_contract)
    )


def mag_plannen(wie: Wie) -> bool:
    """Tell whether somebody may plan talks: a contract manager of the region or a municipality."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(Rol.CONTRACT)


def leidt(wie: Wie, gesprek: Gesprek) -> bool:
    """Tell whether somebody leads this talk."""
    return mag_plannen(wie) and wie.organisatie_id == gesprek.beheerder_id


def brengt_in(wie: Wie, gesprek: Gesprek) -> bool:
    """Tell whether somebody may put a point on the agenda: who leads it, and the provider itself."""
    return leidt(wie, gesprek) or (wie.organisatie_id == gesprek.aanbieder_id and wie.heeft(*_VAN_AANBIEDER))


def doet(wie: Wie, actie: Actie) -> bool:
    """Tell whether somebody may say that an action is done: its owner, or who leads the talk."""
    eigen = wie.organisatie_id == actie.eigenaar_id and wie.heeft(Rol.CONTRACT, *_VAN_AANBIEDER)
    return eigen or leidt(wie, actie.gesprek)


def eis(mag: bool, wat: str) -> None:
    """Raise GeenRecht unless somebody may; `wat` says who can."""
    if not mag:
        raise GeenRecht(wat)
