"""Who sees requests about files: access registers and carries out, the privacy officer decides."""

from uuid import UUID

from django.db.models import QuerySet

from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.permissions import is_toegang


def is_privacy(wie: Wie) -> bool:
    """Tell whether this is the privacy officer of a municipality."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.PRIVACY)


def mag_verzoeken_zien(wie: Wie) -> bool:
    """Tell whether somebody finds these requests in the navigation."""
    return is_toegang(wie) or is_privacy(wie)


def zichtbare_dossierverzoeken(wie: Wie) -> QuerySet[Dossierverzoek]:
    """Requests to one's own municipality, for its access and its privacy officer."""
    if not mag_verzoeken_zien(wie):
        return Dossierverzoek.objects.none()
    return Dossierverzoek.objects.filter(gemeente=wie.organisatie)


def dossierverzoek_voor(wie: Wie, verzoek_id: UUID) -> Dossierverzoek:
    """Return the request this person may act on. Raises NietGevonden."""
    gevonden = zichtbare_dossierverzoeken(wie).select_related("kind", "gemeente").filter(pk=verzoek_id).first()
    if gevonden is None:
        raise NietGevonden("Dit verzoek is er niet.")
    return gevonden


def eis_privacy(wie: Wie) -> None:
    """Raise GeenRecht unless this is the privacy officer."""
    if not is_privacy(wie):
        raise GeenRecht("Hierover beslist de privacy-officer van je gemeente.")
