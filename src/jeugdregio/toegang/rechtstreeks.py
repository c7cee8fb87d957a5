"""Assigning help without a request: the municipality itself found what is needed (direct assignment)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import nu
from jeugdregio.bestuur.mandaten.gebruik import oefen_uit
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import open_beurten_toewijzing
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.nummering import toewijzingnummer
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen
from jeugdregio.toegang.poort import TeStarten, eis_toestemming
from jeugdregio.toegang.sturen import verstuur
from jeugdregio.toegang.toewijzen import eis_contract, eis_woonplaats, toets_periode
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.queries import contract_voor


@dataclass(frozen=True, kw_only=True)
class Hulp:
    """What is assigned, at which provider. `code` is of the catalogue; unit and frequency as in iJw."""

    aanbieder_id: UUID
    code: str
    ingangsdatum: date
    einddatum: date
    volume: int
    eenheid: str
    frequentie: str


def kiesbare_aanbieders(wie: Wie) -> list[Organisatie]:
    """Return who can be assigned to: every provider with a code. One query."""
    eis_toegang(wie)
    return list(Organisatie.objects.filter(soort__in=[Soort.AANBIEDER, Soort.GI], code__isnull=False).order_by("naam"))


def kiesbare_producten(wie: Wie) -> list[Product]:
    """Return the product list in use. One query."""
    eis_toegang(wie)
    return list(Product.objects.order_by("code"))


def wijs_rechtstreeks_toe(wie: Wie, kind_id: UUID, hulp: Hulp, *, zonder_contract_reden: str = "") -> Toewijzing:
    """Assign help to a child that nobody asked for in a message: one JW301, and the turns of the provider.

    Tested as after a request: residence looked up, consent complete, a contract or a reason, the period, no overlap
    with what runs, and our own check on every level. Raises GeenRecht, NietGevonden and Geweigerd (`velden`).
    """
    eis_toegang(wie)
    with transaction.atomic():
        kind = _kind(wie, kind_id)
        aanbieder, product = _partner(hulp.aanbieder_id), _product(hulp.code)
        eis_woonplaats(kind)
        eis_toestemming(kind, TeStarten(product.code))
        contract = contract_voor(aanbieder, kind.gemeente, product.code, hulp.ingangsdatum)
        eis_contract(aanbieder, [] if contract.goed else [product.code], zonder_contract_reden)
        toewijzing = _maak(kind, aanbieder, product, hulp)
        toets_periode(toewijzing)
        oefen_uit(
            wie.organisatie, "toewijzen", kind.gemeente, functie=Rol.TOEGANG, soort="toewijzing",
            onderwerp_id=toewijzing.pk,
        )  # fmt: skip
        # Nobody asked, so the provider may know nobody: the parents go along (OP002).
        toewijzing.bericht = verstuur([toewijzing], gezag_bekend=False)
        toewijzing.save()
        leg_vast(
            wie, "toewijzing.rechtstreeks", kind_id=kind.pk, soort="toewijzing", onderwerp_id=toewijzing.pk,
            gegevens={"toewijzingen": [toewijzing.nummer], "zonder_contract": zonder_contract_reden.strip()},
        )  # fmt: skip
        open_beurten_toewijzing([toewijzing], toewijzing.bericht)
        kind_gewijzigd(kind)
    return toewijzing


def _kind(wie: Wie, kind_id: UUID) -> Kind:
    """The child, locked: two assignments at once would not see each other's period."""
    kinderen = zichtbare_kinderen(wie).select_for_update(of=("self",)).select_related("gemeente")
    kind = kinderen.filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return kind


def _partner(aanbieder_id: UUID) -> Organisatie:
    gevonden = Organisatie.objects.filter(
        pk=aanbieder_id, soort__in=[Soort.AANBIEDER, Soort.GI], code__isnull=False
    ).first()
    if gevonden is None:
        raise NietGevonden("Deze aanbieder is er niet.")
    return gevonden


def _product(code: str) -> Product:
    product = Product.objects.filter(code=code).first()
    if product is None:
        raise NietGevonden("Dit product staat niet in de lijst.")
    return product


def _maak(kind: Kind, aanbieder: Organisatie, product: Product, hulp: Hulp) -> Toewijzing:
    return Toewijzing(
        nummer=toewijzingnummer(kind.gemeente), kind=kind, gemeente=kind.gemeente, aanbieder=aanbieder,
        categorie=product.categorie, code=product.code, toegewezen_op=nu(), ingangsdatum=hulp.ingangsdatum,
        einddatum=hulp.einddatum, volume=hulp.volume, eenheid=hulp.eenheid, frequentie=hulp.frequentie,
    )  # fmt: skip
