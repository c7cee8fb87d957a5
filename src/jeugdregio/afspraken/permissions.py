"""Who keeps norms. Everybody with an appointment may know them; each side keeps those of its own territory."""

from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie

BEHEERDERS = (Rol.BELEID, Rol.JURIST, Rol.SECRETARIS)


def beheert_normen(wie: Wie) -> bool:
    """Tell whether somebody keeps norms at all: a policy officer, jurist or secretary of government."""
    return wie.heeft(*BEHEERDERS) and wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR}


def rangen_van(wie: Wie) -> list[Rang]:
    """Return the ranks of the norms somebody keeps: a municipality its local policy, the region office the rest."""
    if not beheert_normen(wie):
        return []
    if wie.organisatie.soort == Soort.GEMEENTE:
        return [Rang.LOKAAL]
    return [rang for rang in Rang if rang != Rang.LOKAAL]


def mag_beheren(wie: Wie, norm: Norm) -> bool:
    """Tell whether this norm is of the own territory. Who wrote it owns it; older ones follow rank and territory."""
    if norm.rang not in rangen_van(wie):
        return False
    if wie.organisatie.soort == Soort.REGIOKANTOOR:
        return True
    return norm.eigenaar_id == wie.organisatie_id or list(norm.gemeenten.all()) == [wie.organisatie]


def ziet_concepten(wie: Wie) -> bool:
    """Tell whether somebody may see norms that are not adopted: those who govern."""
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR}


def mag_zien(wie: Wie, norm: Norm) -> bool:
    """Tell whether somebody may see a norm: adopted ones everybody, others only those who govern."""
    return norm.staat == Norm.Staat.VASTGESTELD or ziet_concepten(wie)


def mag_standpunt_nemen(wie: Wie) -> bool:
    """Tell whether somebody speaks for a municipality about norms of the region."""
    return wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.BELEID, Rol.JURIST)


def mag_navragen(wie: Wie, gemeente: Organisatie) -> bool:
    """Tell whether somebody may ask a municipality what holds there: anybody from outside it."""
    return gemeente.soort == Soort.GEMEENTE and wie.organisatie_id != gemeente.pk
