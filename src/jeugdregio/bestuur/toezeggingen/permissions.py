"""Who reads the register, who works on an item, who judges it."""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk, RegionaleActie
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie

_BINNENSKAMERS = (Rol.GRIFFIER, Rol.WETHOUDER, Rol.BELEID, Rol.JURIST)
_REGIO = (Rol.SECRETARIS, Rol.DIRECTEUR, Rol.BELEID)


def mag_lezen(wie: Wie) -> bool:
    """Tell whether somebody works for a municipality, its council or the regional office."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.RAAD, Soort.REGIOKANTOOR}


def gemeente_van(wie: Wie) -> Organisatie | None:
    """Return the municipality somebody works for; of a council that is its municipality."""
    if wie.organisatie.soort == Soort.RAAD:
        return wie.organisatie.hoort_bij
    return wie.organisatie if wie.organisatie.soort == Soort.GEMEENTE else None


def zichtbare_stukken(wie: Wie) -> QuerySet[Raadsstuk]:
    """Return the public items of all councils, and those behind doors of the own council for who works on them."""
    if not mag_lezen(wie):
        return Raadsstuk.objects.none()
    gemeente = gemeente_van(wie)
    eigen = Q(gemeente=gemeente) if gemeente and wie.heeft(*_BINNENSKAMERS) else Q(pk__in=())
    return Raadsstuk.objects.filter(Q(openbaar=True) | eigen)


def openbare_stukken() -> QuerySet[Raadsstuk]:
    """Return what anybody may read, without signing in."""
    return Raadsstuk.objects.filter(openbaar=True)


def mag_registreren(wie: Wie) -> bool:
    """Tell whether somebody may write down what the own council was promised."""
    return gemeente_van(wie) is not None and wie.heeft(Rol.GRIFFIER, Rol.BELEID)


def mag_behandelen(wie: Wie, stuk: Raadsstuk) -> bool:
    """Tell whether somebody works on this item: the people of the college."""
    return wie.organisatie_id == stuk.gemeente_id and wie.heeft(Rol.BELEID, Rol.WETHOUDER)


def mag_beoordelen(wie: Wie, stuk: Raadsstuk) -> bool:
    """Tell whether somebody speaks for the council that asked: its registry, nobody else."""
    gemeente = gemeente_van(wie)
    return gemeente is not None and gemeente.pk == stuk.gemeente_id and wie.heeft(Rol.GRIFFIER)


def mag_regionaal(wie: Wie) -> bool:
    """Tell whether somebody keeps the regional work that settles items."""
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(*_REGIO)


def zichtbare_acties(wie: Wie) -> QuerySet[RegionaleActie]:
    """Return the regional work; not secret for who may read the register."""
    return RegionaleActie.objects.all() if mag_lezen(wie) else RegionaleActie.objects.none()


def eis(mag: bool, wat: str) -> None:
    """Raise GeenRecht unless somebody may; `wat` says who can."""
    if not mag:
        raise GeenRecht(wat)
