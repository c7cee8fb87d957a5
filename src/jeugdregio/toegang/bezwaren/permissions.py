"""Who sees which objection and complaint. No grant, no row."""

from uuid import UUID

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Beschikking, Staat
from jeugdregio.toegang.bezwaren.models import Bezwaar, Klacht

ROLLEN = (Rol.JURIST, Rol.TOEGANG, Rol.TEAMLEIDER)


def is_betrokken(wie: Wie) -> bool:
    """Tell whether this person works with objections of a municipality: the lawyer, its access, its team leader."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(*ROLLEN)


def is_jurist(wie: Wie) -> bool:
    """Tell whether this person handles objections and complaints."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.JURIST)


def eis_jurist(wie: Wie) -> None:
    """Raise GeenRecht unless this person handles objections."""
    if not is_jurist(wie):
        raise GeenRecht("Bezwaren en klachten behandelt de jurist van de gemeente.")


def eis_betrokken(wie: Wie) -> None:
    """Raise GeenRecht unless this person works with objections."""
    if not is_betrokken(wie):
        raise GeenRecht("Bezwaren en klachten zijn voor de toegang, de teamleider en de jurist van de gemeente.")


def zichtbare_bezwaren(wie: Wie) -> QuerySet[Bezwaar]:
    """Objections of one's own municipality."""
    return Bezwaar.objects.filter(gemeente=wie.organisatie) if is_betrokken(wie) else Bezwaar.objects.none()


def zichtbare_klachten(wie: Wie) -> QuerySet[Klacht]:
    """Complaints of one's own municipality, but never one about oneself."""
    if not is_betrokken(wie):
        return Klacht.objects.none()
    over_mij = Q(over_wie=wie.gebruiker) if wie.gebruiker else Q(pk__isnull=True)
    return Klacht.objects.filter(gemeente=wie.organisatie).exclude(over_mij)


def besluiten_voor_bezwaar(wie: Wie) -> QuerySet[Beschikking]:
    """Announced decisions of one's own municipality: against those somebody may object."""
    if not is_betrokken(wie):
        return Beschikking.objects.none()
    return Beschikking.objects.filter(gemeente=wie.organisatie, staat=Staat.VERZONDEN)


def bezwaar_van(wie: Wie, bezwaar_id: UUID) -> Bezwaar:
    """Return an objection this person may act on. Raises GeenRecht, NietGevonden."""
    eis_betrokken(wie)
    bezwaar = (
        zichtbare_bezwaren(wie)
        .select_related("kind__gemeente", "gemeente", "beschikking", "hulpvraag", "gezagsdrager", "behandelaar")
        .filter(pk=bezwaar_id).first()
    )  # fmt: skip
    if bezwaar is None:
        raise NietGevonden("Dit bezwaar is er niet.")
    return bezwaar
