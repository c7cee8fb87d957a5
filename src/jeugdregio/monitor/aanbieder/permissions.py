"""Who sees the figures of one provider: who manages contracts or money with it, and the provider itself."""

from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.permissions import LEVERANCIERS, zichtbare_contracten

_ROLLEN = (Rol.CONTRACT, Rol.CONTROLLER, Rol.BELEID, Rol.DIRECTEUR, Rol.ANALIST)


def mag_aanbieders_zien(wie: Wie) -> bool:
    """Tell whether somebody reads figures of providers at all."""
    if wie.organisatie.soort in LEVERANCIERS:
        return wie.heeft(Rol.AANBIEDER, Rol.GI)
    return wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR} and wie.heeft(*_ROLLEN)


def te_zien(wie: Wie) -> list[Organisatie]:
    """Return the providers of which this person may see figures: a provider itself, others those with a contract."""
    if not mag_aanbieders_zien(wie):
        raise GeenRecht("De cijfers per aanbieder zijn voor wie contracten of geld beheert, en voor de aanbieder zelf.")
    if wie.organisatie.soort in LEVERANCIERS:
        return [wie.organisatie]
    return list(Organisatie.objects.filter(pk__in=zichtbare_contracten(wie).values("aanbieder")).order_by("naam"))


def eis(wie: Wie, aanbieder_id: object) -> Organisatie:
    """Return the provider. Raises GeenRecht without a role for it, NietGevonden when it is not theirs to see."""
    for aanbieder in te_zien(wie):
        if aanbieder.pk == aanbieder_id:
            return aanbieder
    raise NietGevonden("Van deze aanbieder zijn er geen cijfers die je kunt zien.")


def gebieden(wie: Wie, deelnemers: list[Organisatie]) -> list[Organisatie]:
    """Return the municipalities this person may choose: a municipality only itself, others all."""
    if wie.organisatie.soort == Soort.GEMEENTE:
        return [gemeente for gemeente in deelnemers if gemeente.pk == wie.organisatie_id]
    return deelnemers
