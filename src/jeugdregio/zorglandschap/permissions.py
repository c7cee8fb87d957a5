"""Who sees what of providers, contracts and prices.

The list of providers is open to everybody with an appointment: people must know whom they can refer to.
Prices are not: a provider sees its own only, and a municipality those of contracts it takes part in.
A contract is managed by who bought it: the region office, or a municipality for what it bought alone.
"""

from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.modellen import GedateerdQuerySet
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Contractdeelname

_BETALERS = frozenset({Soort.GEMEENTE, Soort.REGIOKANTOOR})
LEVERANCIERS = frozenset({Soort.AANBIEDER, Soort.GI})
# Who may see what a price is made of, at a municipality or the region office.
_REKENAARS = (Rol.CONTRACT, Rol.CONTROLLER, Rol.BELEID, Rol.DIRECTEUR)


def zichtbare_aanbieders(_wie: Wie) -> QuerySet[Organisatie]:
    """All providers and certified institutions of the region; not secret for anybody with an appointment."""
    return Organisatie.objects.filter(soort__in=LEVERANCIERS)


def zichtbare_contracten(wie: Wie) -> GedateerdQuerySet[Contract]:
    """A municipality sees those it takes part in or bought, a provider its own, the region office all, others none."""
    if wie.organisatie.soort == Soort.REGIOKANTOOR:
        return Contract.objects.all()
    if wie.organisatie.soort == Soort.GEMEENTE:
        mee = Contractdeelname.objects.filter(gemeente=wie.organisatie).values("contract")
        return Contract.objects.filter(Q(pk__in=mee) | Q(opdrachtgever=wie.organisatie))
    if wie.organisatie.soort in LEVERANCIERS:
        return Contract.objects.filter(aanbieder=wie.organisatie)
    return Contract.objects.none()


def ziet_prijzen(wie: Wie, aanbieder: Organisatie) -> bool:
    """Tell whether prices of this provider may be shown: to those who pay, and to the provider itself."""
    return wie.organisatie.soort in _BETALERS or wie.organisatie_id == aanbieder.id


def ziet_opbouw(wie: Wie, aanbieder: Organisatie) -> bool:
    """Tell whether the build-up of prices may be shown: to who reckons with them, and to the provider itself."""
    if wie.organisatie_id == aanbieder.id:
        return True
    return wie.organisatie.soort in _BETALERS and wie.heeft(*_REKENAARS)


def beheert_catalogus(wie: Wie) -> bool:
    """Tell whether this person keeps the catalogue: contract manager or policy officer of the region office."""
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(Rol.CONTRACT, Rol.BELEID)


def beheert_contracten(wie: Wie) -> bool:
    """Tell whether this person may make contracts at all: contract manager of the region or a municipality."""
    return wie.organisatie.soort in _BETALERS and wie.heeft(Rol.CONTRACT)


def beheert_contract(wie: Wie, contract: Contract) -> bool:
    """Tell whether this person manages this contract: contract manager of who bought it."""
    if not wie.heeft(Rol.CONTRACT):
        return False
    if wie.organisatie.soort == Soort.REGIOKANTOOR:
        return contract.opdrachtgever_id in (None, wie.organisatie_id)
    return contract.opdrachtgever_id == wie.organisatie_id


def houdt_aanbieder_bij(wie: Wie, aanbieder: Organisatie) -> bool:
    """Tell whether this person keeps locations and papers of a provider: itself, or contract manager of the region."""
    if wie.organisatie_id == aanbieder.id:
        return wie.heeft(Rol.AANBIEDER, Rol.GI, Rol.BEHEER)
    return wie.organisatie.soort == Soort.REGIOKANTOOR and wie.heeft(Rol.CONTRACT)


def eis(voorwaarde: bool, wie_dan: str) -> None:
    """Raise GeenRecht unless the condition holds; `wie_dan` says who may."""
    if not voorwaarde:
        raise GeenRecht(f"Dit kan alleen {wie_dan} doen.")
