"""Who sees which clock. No grant, no row."""

from uuid import UUID

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.permissions import zichtbare_hulpvragen
from jeugdregio.toegang.permissions import is_uitvoerder
from jeugdregio.toegang.termijnen.models import Klok

BEHANDELAARS = (Rol.TOEGANG, Rol.TEAMLEIDER, Rol.JURIST)
# What the lawyer handles; with a notice of default also the case it is about.
_VAN_DE_JURIST = ("bezwaar", "beroep", "klacht", "ingebrekestelling")


def zichtbare_klokken(wie: Wie) -> QuerySet[Klok]:
    """Clocks of one's own municipality: all for access, for the lawyer those of objections and of defaults.

    An executing organisation sees those of the questions in which it holds a role.
    """
    if is_uitvoerder(wie):
        in_rol = Klok.objects.filter(hulpvraag__in=zichtbare_hulpvragen(wie).values("pk"))
        return in_rol.exclude(onderwerp_soort__in=_VAN_DE_JURIST)
    if wie.organisatie.soort != Soort.GEMEENTE:
        return Klok.objects.none()
    eigen = Klok.objects.filter(gemeente=wie.organisatie)
    if wie.heeft(Rol.TOEGANG, Rol.TEAMLEIDER):
        return eigen
    if wie.heeft(Rol.JURIST):
        in_gebreke = Q(pk__in=eigen.filter(ingebrekestellingen__isnull=False).values("pk"))
        return eigen.filter(Q(onderwerp_soort__in=_VAN_DE_JURIST) | in_gebreke)
    return Klok.objects.none()


def te_behandelen(wie: Wie, klok_id: UUID) -> Klok:
    """Return the clock this person may act on. Raises GeenRecht, NietGevonden."""
    eis_termijnen(wie)
    klok = (
        zichtbare_klokken(wie).select_related("kind", "gemeente", "hulpvraag").prefetch_related("opschortingen")
        .filter(pk=klok_id).first()
    )  # fmt: skip
    if klok is None:
        raise NietGevonden("Deze termijn is er niet.")
    eis_wijzigen(wie, klok)
    return klok


def eis_wijzigen(wie: Wie, klok: Klok) -> None:
    """Raise GeenRecht for somebody who sees this clock and may not act on it."""
    if is_uitvoerder(wie):
        raise GeenRecht("Opschorten, verdagen en stoppen van een termijn doet de gemeente zelf.")
    if not mag_wijzigen(wie, klok):
        raise GeenRecht("De termijnen van bezwaren, klachten en zaken bij de rechter houdt de jurist bij.")


def mag_wijzigen(wie: Wie, klok: Klok) -> bool:
    """Tell whether somebody who sees a clock may act on it: those of objections and complaints are the lawyer's."""
    if is_uitvoerder(wie):
        return False
    return wie.heeft(Rol.JURIST) or klok.onderwerp_soort not in _VAN_DE_JURIST


def mag_termijnen_zien(wie: Wie) -> bool:
    """Tell whether somebody finds the clocks of the municipality in the navigation."""
    return is_uitvoerder(wie) or (wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(*BEHANDELAARS))


def eis_termijnen(wie: Wie) -> None:
    """Raise GeenRecht unless this person keeps clocks of a municipality."""
    if not mag_termijnen_zien(wie):
        raise GeenRecht("Termijnen zijn voor de toegang, de teamleider en de jurist van een gemeente.")
