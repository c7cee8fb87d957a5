"""Who sees declarations, who may send one and who may release the payment.

A declaration names children. At the municipality only the people of money and of messages see its lines, and
they see assignment numbers instead of names. Sums per provider and month name nobody: more roles see those.
"""

from django.db.models import QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.financien.models import Declaratie
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.permissions import is_aanbieder, is_toegang, zichtbare_toewijzingen

SCOPE = "declaraties:lezen"
AANBIEDERS = frozenset({Soort.AANBIEDER, Soort.GI})  # a certified institution declares like a provider
_ROLLEN_REGELS = (Rol.CONTROLLER, Rol.BERICHTEN)
_ROLLEN_BEDRAGEN = (Rol.CONTROLLER, Rol.CONTRACT, Rol.ANALIST, Rol.WETHOUDER, Rol.DIRECTEUR)


def zichtbare_declaraties(wie: Wie) -> QuerySet[Declaratie]:
    """Declarations this actor may open: those to its own municipality, or its own as a provider."""
    if not mag_declaraties_zien(wie):
        return Declaratie.objects.none()
    if wie.organisatie.soort == Soort.GEMEENTE:
        return Declaratie.objects.filter(gemeente=wie.organisatie)
    return Declaratie.objects.filter(aanbieder=wie.organisatie)


def mag_declaraties_zien(wie: Wie) -> bool:
    """Tell whether this actor has a task in declarations."""
    if wie.organisatie.soort == Soort.GEMEENTE:
        return wie.heeft(*_ROLLEN_REGELS) or SCOPE in wie.scopes
    return is_aanbieder(wie) or (wie.organisatie.soort in AANBIEDERS and SCOPE in wie.scopes)


def bedragen_van(wie: Wie) -> QuerySet[Declaratie]:
    """Declarations whose sums this actor may see; at the region office those of all municipalities."""
    if wie.organisatie.soort in AANBIEDERS:
        return zichtbare_declaraties(wie)
    if not wie.heeft(*_ROLLEN_BEDRAGEN):
        return Declaratie.objects.none()
    if wie.organisatie.soort == Soort.REGIOKANTOOR:
        return Declaratie.objects.all()
    return Declaratie.objects.filter(gemeente=wie.organisatie)


def mag_bedragen_zien(wie: Wie) -> bool:
    """Tell whether this actor may see sums of money."""
    if wie.organisatie.soort in AANBIEDERS:
        return mag_declaraties_zien(wie)
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(*_ROLLEN_BEDRAGEN)


def mag_indienen(wie: Wie) -> bool:
    """Tell whether this actor declares for a provider."""
    return is_aanbieder(wie)


def mag_betaalbaar_stellen(wie: Wie) -> bool:
    """Tell whether this actor releases payments of its municipality."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.CONTROLLER)


def eis_indienen(wie: Wie) -> None:
    """Raise GeenRecht unless this actor declares for a provider."""
    if not mag_indienen(wie):
        raise GeenRecht("Alleen een medewerker van een aanbieder dient een declaratie in.")


def eis_betaalbaar_stellen(wie: Wie) -> None:
    """Raise GeenRecht unless this actor releases payments."""
    if not mag_betaalbaar_stellen(wie):
        raise GeenRecht("Alleen de controller van de gemeente stelt een declaratie betaalbaar.")


def zichtbare_omvang(wie: Wie) -> QuerySet[Toewijzing]:
    """Assignments whose use this actor may see: those it may open, and for the people of money those of its lines."""
    if wie.organisatie.soort == Soort.GEMEENTE and mag_declaraties_zien(wie):
        return Toewijzing.objects.filter(gemeente=wie.organisatie)
    return zichtbare_toewijzingen(wie)


def eis_omvang(wie: Wie) -> None:
    """Raise GeenRecht unless this actor works with assignments or with declarations."""
    if not (mag_declaraties_zien(wie) or is_toegang(wie) or is_aanbieder(wie)):
        raise GeenRecht("Je rol geeft geen toegang tot het gebruik van een toewijzing.")
