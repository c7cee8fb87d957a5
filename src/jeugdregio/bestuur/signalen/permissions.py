"""Who gives a signal, who answers, who reads it and the archive of letters."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.bestuur.signalen.models import Archiefbrief, Signaal
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

OVERHEID = (Soort.GEMEENTE, Soort.REGIOKANTOOR)
PARTNERS = (Soort.AANBIEDER, Soort.GI, Soort.VEILIG_THUIS, Soort.RVDK)
BESTUUR = (Rol.BELEID, Rol.WETHOUDER, Rol.JURIST, Rol.CONTRACT, Rol.SECRETARIS, Rol.DIRECTEUR)
BIJ_PARTNERS = (Rol.AANBIEDER, Rol.GI, Rol.VEILIG_THUIS)


def bij_overheid(wie: Wie) -> bool:
    """Tell whether somebody works on policy for a municipality or the region."""
    return wie.organisatie.soort in OVERHEID and wie.heeft(*BESTUUR)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody may give or answer signals; what the list holds depends on `zichtbare_signalen`."""
    return bij_overheid(wie) or (wie.organisatie.soort in PARTNERS and wie.heeft(*BIJ_PARTNERS))


def zichtbare_signalen(wie: Wie) -> QuerySet[Signaal]:
    """Return the signals of the own organisation, those to it, and for municipalities and region what is shared."""
    if not mag_lezen(wie):
        return Signaal.objects.none()
    mag = Q(afzender=wie.organisatie) | Q(aan=wie.organisatie)
    return Signaal.objects.filter(mag | Q(gedeeld=True) if bij_overheid(wie) else mag)


def mag_antwoorden(wie: Wie, signaal: Signaal) -> bool:
    """Tell whether somebody writes down the answer: the addressee; of who is outside, the sender."""
    organisatie_id = signaal.aan_id or signaal.afzender_id
    return mag_lezen(wie) and wie.organisatie_id == organisatie_id


def mag_opvolgen(wie: Wie, signaal: Signaal) -> bool:
    """Tell whether somebody asks after a signal or withdraws it: the sender."""
    return mag_lezen(wie) and wie.organisatie_id == signaal.afzender_id


def zichtbaar_archief(wie: Wie) -> QuerySet[Archiefbrief]:
    """Return the letters in the archive: of all municipalities and the region, for who works on policy there.

    A letter to a signal that is not shared goes with its signal.
    """
    if not bij_overheid(wie):
        return Archiefbrief.objects.none()
    return Archiefbrief.objects.filter(Q(signaal=None) | Q(signaal__in=zichtbare_signalen(wie)))


def eis(mag: bool, wat: str) -> None:
    """Raise GeenRecht unless somebody may; `wat` says who can."""
    if not mag:
        raise GeenRecht(wat)
