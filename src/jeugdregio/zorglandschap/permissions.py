"""Who sees what of providers, contracts and prices.

The list of providers is open to everybody with an appointment: people must know whom they can refer to.
Prices are not: a provider sees its own only, and a municipality those of contracts it takes part in.
"""

from django.db.models import QuerySet

from jeugdregio.basis.modellen import GedateerdQuerySet
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract

_BETALERS = frozenset({Soort.GEMEENTE, Soort.REGIOKANTOOR})


def zichtbare_aanbieders(_wie: Wie) -> QuerySet[Organisatie]:
    """All providers of the region; not secret for anybody with an appointment."""
    return Organisatie.objects.filter(soort=Soort.AANBIEDER)


def zichtbare_contracten(wie: Wie) -> GedateerdQuerySet[Contract]:
    """A municipality sees those it takes part in, a provider its own, the region office all, others none."""
    if wie.organisatie.soort == Soort.REGIOKANTOOR:
        return Contract.objects.all()
    if wie.organisatie.soort == Soort.GEMEENTE:
        return Contract.objects.filter(gemeenten=wie.organisatie)
    if wie.organisatie.soort == Soort.AANBIEDER:
        return Contract.objects.filter(aanbieder=wie.organisatie)
    return Contract.objects.none()


def ziet_prijzen(wie: Wie, aanbieder: Organisatie) -> bool:
    """Tell whether prices of this provider may be shown: to those who pay, and to the provider itself."""
    return wie.organisatie.soort in _BETALERS or wie.organisatie_id == aanbieder.id
