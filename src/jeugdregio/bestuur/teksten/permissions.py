"""Who reads a joint text, who keeps it, and who speaks for a college or a council."""

from datetime import date

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.permissions import TAFEL, niveaus
from jeugdregio.bestuur.teksten.models import Tekst
from jeugdregio.organisaties.models import Deelname, Organisatie, Regio, Rol, Soort
from jeugdregio.organisaties.wie import Wie

REGIE = (Rol.SECRETARIS, Rol.DIRECTEUR, Rol.BELEID)
COLLEGE = (Rol.WETHOUDER, Rol.BELEID, Rol.JURIST)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody may open the list; what stands in it depends on `zichtbare_teksten`."""
    return wie.heeft(*TAFEL, Rol.GRIFFIER)


def van_de_regio(wie: Wie) -> Q:
    """Limit to regions the own municipality takes or took part in; the regional office belongs to all."""
    gemeente = gemeente_van(wie)
    if gemeente is None:
        return Q() if wie.organisatie.soort == Soort.REGIOKANTOOR else Q(pk__in=())
    mee = Deelname.objects.filter(organisatie=gemeente, van__lte=vandaag())
    return Q(regio__in=mee.values("regio_id"))


def gemeente_van(wie: Wie) -> Organisatie | None:
    """Return the municipality somebody works for; of a council that is its municipality."""
    if wie.organisatie.soort == Soort.RAAD:
        return wie.organisatie.hoort_bij
    return wie.organisatie if wie.organisatie.soort == Soort.GEMEENTE else None


def zichtbare_teksten(wie: Wie) -> QuerySet[Tekst]:
    """Return the texts this person may read, by level of confidence."""
    if not mag_lezen(wie):
        return Tekst.objects.none()
    return Tekst.objects.filter(van_de_regio(wie), zichtbaarheid__in=niveaus(wie))


def deelnemers_op(regio: Regio, dag: date) -> list[Organisatie]:
    """Return the municipalities that take part in a region on a day: they decide how many must agree."""
    lopend = Deelname.objects.op(dag).filter(regio=regio, organisatie__soort=Soort.GEMEENTE)
    return list(Organisatie.objects.filter(pk__in=lopend.values("organisatie_id")).order_by("naam"))


def mag_regie(wie: Wie) -> bool:
    """Tell whether somebody keeps the joint texts: the regional office."""
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(*REGIE)


def mag_college(wie: Wie) -> bool:
    """Tell whether somebody may record what the own college decided."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(*COLLEGE)


def mag_raad(wie: Wie) -> bool:
    """Tell whether somebody may record what the own council said: its registry."""
    return gemeente_van(wie) is not None and wie.heeft(Rol.GRIFFIER)


def eis(mag: bool, wat: str) -> None:
    """Raise GeenRecht unless somebody may; `wat` says who can."""
    if not mag:
        raise GeenRecht(wat)


def eis_regie(wie: Wie) -> None:
    """Raise GeenRecht unless this is the regional office."""
    eis(mag_regie(wie), "Dit kan alleen de secretaris, directeur of een beleidsmedewerker van het regiokantoor.")
