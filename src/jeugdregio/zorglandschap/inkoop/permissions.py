"""Who reads the purchase calendar, who keeps it, who finishes a phase. Providers do not read it: they will tender."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.inkoop.models import Fase, Inkooptraject

_LEZERS = (Rol.CONTRACT, Rol.BELEID, Rol.CONTROLLER, Rol.DIRECTEUR, Rol.SECRETARIS, Rol.WETHOUDER, Rol.JURIST)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody prepares or decides about purchases, at a municipality or the region office."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(*_LEZERS)


def zichtbare_trajecten(wie: Wie) -> QuerySet[Inkooptraject]:
    """Return the purchases of the region, and of a municipality its own."""
    if not mag_lezen(wie):
        return Inkooptraject.objects.none()
    return Inkooptraject.objects.filter(Q(opdrachtgever__soort=Soort.REGIOKANTOOR) | Q(opdrachtgever=wie.organisatie))


def mag_beginnen(wie: Wie) -> bool:
    """Tell whether somebody may begin a purchase: a contract manager of the region or a municipality."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(Rol.CONTRACT)


def beheert(wie: Wie, traject: Inkooptraject) -> bool:
    """Tell whether somebody keeps this purchase."""
    return mag_beginnen(wie) and wie.organisatie_id == traject.opdrachtgever_id


def rondt_af(wie: Wie, fase: Fase) -> bool:
    """Tell whether somebody may say that a phase is done: who must act, or who keeps the purchase."""
    traject = fase.kavel.traject
    return beheert(wie, traject) or (wie.organisatie_id == traject.opdrachtgever_id and wie.heeft(fase.rol))


def eis(mag: bool, wat: str) -> None:
    """Raise GeenRecht unless somebody may; `wat` says who can."""
    if not mag:
        raise GeenRecht(wat)
