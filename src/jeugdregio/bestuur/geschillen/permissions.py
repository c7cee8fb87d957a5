"""Who reads a dispute, who keeps it, and who speaks for a college."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.permissions import TAFEL, niveaus
from jeugdregio.bestuur.geschillen.models import Dossierstuk, Geschil
from jeugdregio.bestuur.teksten.permissions import deelnemers_op, eis, mag_college, mag_regie, van_de_regio
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody may open the list; what stands in it depends on `zichtbare_geschillen`."""
    return wie.heeft(*TAFEL, Rol.GRIFFIER)


def zichtbare_geschillen(wie: Wie) -> QuerySet[Geschil]:
    """Return the disputes this person may read, by level of confidence; a signal is also for who gave it."""
    if not mag_lezen(wie):
        return Geschil.objects.none()
    eigen = Q(melder=wie.organisatie) if mag_college(wie) else Q(pk__in=())
    return Geschil.objects.filter(van_de_regio(wie) & (Q(zichtbaarheid__in=niveaus(wie)) | eigen))


def zichtbare_stukken(wie: Wie, geschil: Geschil) -> QuerySet[Dossierstuk]:
    """Return the papers of the committee this person may know of."""
    return geschil.stukken.filter(zichtbaarheid__in=niveaus(wie))


def deelnemers(geschil: Geschil) -> list[Organisatie]:
    """Return the participants of the arrangement today: each names an expert, each answers the advice."""
    return deelnemers_op(geschil.regio, vandaag())


def eis_college(wie: Wie, geschil: Geschil) -> Organisatie:
    """Return the municipality this person speaks for. Raises GeenRecht unless its college takes part."""
    mag = mag_college(wie) and wie.organisatie in deelnemers(geschil)
    eis(mag, "Dit legt een wethouder, beleidsmedewerker of jurist van een deelnemende gemeente vast.")
    return wie.organisatie


def mag_melden(wie: Wie) -> bool:
    """Tell whether somebody may give a signal: every participant, and the regional office."""
    return mag_college(wie) or mag_regie(wie)
