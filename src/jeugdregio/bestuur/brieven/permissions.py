"""Who reads a letter, who writes the regional text, who keeps what a municipality adds."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.bestuur.brieven.models import Brief, Schil
from jeugdregio.bestuur.consent.permissions import TAFEL, niveaus
from jeugdregio.bestuur.toezeggingen.permissions import gemeente_van
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie

SCHRIJVERS = (Rol.BELEID, Rol.WETHOUDER, Rol.JURIST, Rol.SECRETARIS, Rol.DIRECTEUR)
VERZENDERS = (Rol.BELEID, Rol.WETHOUDER)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody sits at the table of the region, advises there, or keeps a council's papers."""
    huis = wie.organisatie.soort in {Soort.GEMEENTE, Soort.RAAD, Soort.REGIOKANTOOR}
    return huis and wie.heeft(*TAFEL, Rol.GRIFFIER)


def mag_schrijven(wie: Wie) -> bool:
    """Tell whether somebody may begin a letter: for the region, or a municipality for its own council."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(*SCHRIJVERS)


def is_eigenaar(wie: Wie, brief: Brief) -> bool:
    """Tell whether somebody writes the text of this letter."""
    return wie.organisatie_id == brief.eigenaar_id and mag_schrijven(wie)


def zichtbare_brieven(wie: Wie) -> QuerySet[Brief]:
    """Return the letters this person may read: by level; a concept only for who writes it.

    A registry reads what was really sent to a council, not what is being prepared.
    """
    if not mag_lezen(wie):
        return Brief.objects.none()
    niveau = Q(zichtbaarheid__in=niveaus(wie))
    zelf = Q(opgesteld_door=wie.gebruiker) if wie.gebruiker else Q(pk__in=())
    eigen = Q(eigenaar=wie.organisatie) & (niveau | zelf) if mag_schrijven(wie) else Q(pk__in=())
    verzonden = Q(schillen__verzendingen__isnull=False)
    gedeeld = ~Q(staat=Brief.Staat.CONCEPT) & niveau & (Q() if wie.heeft(*TAFEL) else verzonden)
    # A new concept of a letter that was sent before does not take the letter away from who read it.
    return Brief.objects.filter(pk__in=Brief.objects.filter(eigen | gedeeld | (niveau & verzonden)).values("pk"))


def eigen_schillen(wie: Wie) -> QuerySet[Schil]:
    """Return what the own municipality puts around letters it may read."""
    gemeente = gemeente_van(wie)
    if gemeente is None or not wie.heeft(*VERZENDERS):
        return Schil.objects.none()
    return Schil.objects.filter(gemeente=gemeente, brief__in=zichtbare_brieven(wie))


def eis(mag: bool, wat: str) -> None:
    """Raise GeenRecht unless somebody may; `wat` says who can."""
    if not mag:
        raise GeenRecht(wat)
