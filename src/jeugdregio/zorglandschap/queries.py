"""Reading providers, contracts and tariffs.

`contract_voor` and `tarieven_voor` are for the rooms above (assignment, declaration): they read no data about
people and take no actor. What a screen shows goes through the functions that take `wie`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Contactpunt, Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import (
    Contract,
    Kwaliteitsdocument,
    Locatie,
    Onderaannemer,
    Product,
    Taakbedrag,
    Tarief,
)
from jeugdregio.zorglandschap.permissions import (
    houdt_aanbieder_bij,
    zichtbare_aanbieders,
    zichtbare_contracten,
    ziet_prijzen,
)


@dataclass(frozen=True, slots=True)
class ContractUitkomst:
    """Whether this provider is contracted for this product; `uitleg` is one Dutch sentence that says why."""

    contract: Contract | None
    tarief_centen: int | None
    uitleg: str
    taak: bool = False

    @property
    def goed(self) -> bool:
        """Contracted, with a price on that day."""
        return self.tarief_centen is not None

    @property
    def gecontracteerd(self) -> bool:
        """Contracted, with a price or as a task that is paid as a whole."""
        return self.goed or self.taak


@dataclass(frozen=True, slots=True)
class PrijsPeriode:
    """A price in cents per unit (code of WJ756) from `van` until and including `tot` (open when None)."""

    van: date
    tot: date | None
    centen: int
    eenheid: str

    def geldt_op(self, datum: date) -> bool:
        """Tell whether this price holds on the date."""
        return self.van <= datum and (self.tot is None or datum <= self.tot)


@dataclass(frozen=True, slots=True)
class AanbiederRegel:
    """A provider in the list, with its contracts of today as far as the reader may see them."""

    aanbieder: Organisatie
    percelen: tuple[str, ...]
    producten: int


@dataclass(frozen=True, slots=True)
class PrijsRegel:
    """A product under a contract: its price of today (None when there is none) and its other prices."""

    product: Product
    nu: Tarief | None
    anders: tuple[Tarief, ...]


@dataclass(frozen=True, slots=True)
class ContractBeeld:
    """A contract on the page of a provider."""

    contract: Contract
    gemeenten: tuple[Organisatie, ...]
    loopt: bool
    prijzen: tuple[PrijsRegel, ...]
    taken: tuple[Taakbedrag, ...]


@dataclass(frozen=True, slots=True)
class AanbiederBeeld:
    """All that the page of a provider shows to this reader."""

    aanbieder: Organisatie
    contracten: tuple[ContractBeeld, ...]
    contactpunten: tuple[Contactpunt, ...]
    met_prijzen: bool
    locaties: tuple[Locatie, ...]
    onderaannemers: tuple[Onderaannemer, ...]
    documenten: tuple[Kwaliteitsdocument, ...]
    houdt_bij: bool
    controleert: bool


def contract_voor(aanbieder: Organisatie, gemeente: Organisatie, product_code: str, datum: date) -> ContractUitkomst:
    """Return the contract and the price (cents per unit) of a product on a day. One to three queries.

    Only a signed contract holds, and only for a municipality that takes part in it on that day.
    """
    contracten = _contracten_van(gemeente, [product_code]).filter(aanbieder=aanbieder).select_related("perceel")
    return _uit(list(contracten), aanbieder, gemeente, product_code, datum)


def contracten_voor(
    aanbieders: Sequence[Organisatie], gemeente: Organisatie, codes: Sequence[str], datum: date
) -> dict[tuple[UUID, str], ContractUitkomst]:
    """Return what `contract_voor` says, for many providers and products (by key and code) at once. Four queries."""
    per_aanbieder: dict[UUID, list[Contract]] = {}
    for contract in _contracten_van(gemeente, codes).filter(aanbieder__in=aanbieders).prefetch_related("perceel"):
        per_aanbieder.setdefault(contract.aanbieder_id, []).append(contract)
    return {
        (aanbieder.pk, code): _uit(per_aanbieder.get(aanbieder.pk, []), aanbieder, gemeente, code, datum)
        for aanbieder in aanbieders
        for code in codes
    }


def _contracten_van(gemeente: Organisatie, codes: Sequence[str]) -> Any:
    tarieven = Tarief.objects.filter(product__code__in=codes).annotate(productcode=F("product__code"))
    taken = Taakbedrag.objects.filter(Q(gemeente=gemeente) | Q(gemeente=None), product__code__in=codes).annotate(
        productcode=F("product__code")
    )
    return (
        Contract.objects.filter(deelnames__gemeente=gemeente)
        .annotate(deel_van=F("deelnames__van"), deel_tot=F("deelnames__tot")).order_by("-van", "nummer")
        .prefetch_related(Prefetch("tarieven", tarieven), Prefetch("taakbedragen", taken))
    )  # fmt: skip


def _uit(
    contracten: Sequence[Any], aanbieder: Organisatie, gemeente: Organisatie, product_code: str, datum: date
) -> ContractUitkomst:
    """Return what these contracts of one provider with one municipality say of a product on a day."""
    lopend = [c for c in contracten if _geldt(c, c.deel_van, c.deel_tot, datum)]
    for contract in lopend:
        for tarief in contract.tarieven.all():
            if tarief.productcode == product_code and tarief.geldt_op(datum):
                uitleg = f"Contract {contract.nummer} ({contract.perceel}) geldt op {datum:%d-%m-%Y}."
                return ContractUitkomst(contract, tarief.centen, uitleg)
    for contract in lopend:
        if any(t.productcode == product_code and t.geldt_op(datum) for t in contract.taakbedragen.all()):
            uitleg = f"Contract {contract.nummer} ({contract.perceel}) geldt op {datum:%d-%m-%Y}: taakgericht betaald."
            return ContractUitkomst(contract, None, f"{uitleg} Een toewijzing per kind is niet nodig.", taak=True)
    if lopend:
        return ContractUitkomst(
            lopend[0], None,
            f"{aanbieder.naam} heeft contract {lopend[0].nummer}, maar product {product_code} staat daar op "
            f"{datum:%d-%m-%Y} niet in.",
        )  # fmt: skip
    if contracten:
        return ContractUitkomst(None, None, _waarom_niet(contracten, aanbieder, gemeente, datum))
    return ContractUitkomst(None, None, f"{gemeente.naam} heeft geen contract met {aanbieder.naam}.")


def _geldt(contract: Contract, deel_van: date | None, deel_tot: date | None, datum: date) -> bool:
    doet_mee = (deel_van is None or deel_van <= datum) and (deel_tot is None or datum <= deel_tot)
    return contract.staat == Contract.Staat.GETEKEND and contract.geldt_op(datum) and doet_mee


def _waarom_niet(contracten: Sequence[Contract], aanbieder: Organisatie, gemeente: Organisatie, datum: date) -> str:
    """Say of the nearest contract why it does not hold: not signed, not for this municipality, or not on this day."""
    binnen = [contract for contract in contracten if contract.geldt_op(datum)]
    contract = (binnen or contracten)[0]
    if not binnen:
        return f"Contract {contract.nummer} met {aanbieder.naam} geldt niet op {datum:%d-%m-%Y}."
    if contract.staat == Contract.Staat.CONCEPT:
        return f"Contract {contract.nummer} met {aanbieder.naam} is nog niet getekend."
    return f"{gemeente.naam} doet op {datum:%d-%m-%Y} niet mee aan contract {contract.nummer} met {aanbieder.naam}."


def tarieven_voor(aanbieder: Organisatie, gemeente: Organisatie) -> dict[str, tuple[PrijsPeriode, ...]]:
    """Return per product code the prices this provider may ask of this municipality, newest first. One query.

    The period of a price is the part of its own period in which its contract holds and the municipality takes part.
    """
    gevonden: dict[str, list[PrijsPeriode]] = {}
    tarieven = (
        Tarief.objects.filter(
            contract__aanbieder=aanbieder, contract__staat=Contract.Staat.GETEKEND,
            contract__deelnames__gemeente=gemeente,
        )
        .annotate(deel_van=F("contract__deelnames__van"), deel_tot=F("contract__deelnames__tot"))
        .select_related("contract", "product").order_by("product__code", "-van")
    )  # fmt: skip
    for tarief in tarieven:
        periode = _doorsnede(
            (tarief.van, tarief.tot), (tarief.contract.van, tarief.contract.tot), (tarief.deel_van, tarief.deel_tot)
        )
        if periode:
            prijs = PrijsPeriode(*periode, centen=tarief.centen, eenheid=tarief.eenheid)
            gevonden.setdefault(tarief.product.code, []).append(prijs)
    return {code: tuple(prijzen) for code, prijzen in gevonden.items()}


def prijs_op(prijzen: tuple[PrijsPeriode, ...], datum: date) -> PrijsPeriode | None:
    """Return the price that holds on the date; None when there is none."""
    return next((prijs for prijs in prijzen if prijs.geldt_op(datum)), None)


def aanbieders(wie: Wie, zoek: str = "", product: str = "") -> list[AanbiederRegel]:
    """Return the providers, found by name, AGB code or parcel, or by a product under a running contract."""
    datum = vandaag()
    lopend = zichtbare_contracten(wie).op(datum)
    gevonden = zichtbare_aanbieders(wie)
    if zoek:
        op_perceel = lopend.filter(perceel__naam__icontains=zoek).values("aanbieder")
        gevonden = gevonden.filter(Q(naam__icontains=zoek) | Q(code__startswith=zoek) | Q(pk__in=op_perceel))
    if product:
        gevonden = gevonden.filter(pk__in=_met_product(lopend, product, datum))
    met_producten = lopend.select_related("perceel").annotate(producten=Count("tarieven__product", distinct=True))
    gevonden = gevonden.prefetch_related(Prefetch("contracten", met_producten, "lopend"))
    return [_regel(aanbieder) for aanbieder in gevonden]


def aanbieder(wie: Wie, aanbieder_id: UUID) -> AanbiederBeeld:
    """Return the page of one provider. Raises NietGevonden."""
    gevonden = zichtbare_aanbieders(wie).filter(pk=aanbieder_id).first()
    if gevonden is None:
        raise NietGevonden("Deze aanbieder is er niet.")
    contracten = (
        zichtbare_contracten(wie).filter(aanbieder=gevonden).select_related("perceel").order_by("-van", "nummer")
        .prefetch_related(
            "gemeenten", Prefetch("tarieven", Tarief.objects.select_related("product")),
            Prefetch("taakbedragen", Taakbedrag.objects.select_related("product", "gemeente")),
        )
    )  # fmt: skip
    return AanbiederBeeld(
        aanbieder=gevonden,
        contracten=tuple(_contract(contract, vandaag()) for contract in contracten),
        contactpunten=tuple(Contactpunt.objects.filter(organisatie=gevonden).order_by("onderwerp")),
        met_prijzen=ziet_prijzen(wie, gevonden),
        locaties=tuple(_niet_voorbij(gevonden.locaties)),
        onderaannemers=tuple(_niet_voorbij(gevonden.onderaannemers).select_related("organisatie")),
        documenten=tuple(gevonden.kwaliteitsdocumenten.all()),
        houdt_bij=houdt_aanbieder_bij(wie, gevonden),
        controleert=houdt_aanbieder_bij(wie, gevonden) and wie.organisatie_id != gevonden.pk,
    )


def _niet_voorbij(feiten: Any) -> Any:
    """Return the facts that hold today or later."""
    return feiten.filter(Q(tot__isnull=True) | Q(tot__gte=vandaag()))


def producten(_wie: Wie) -> QuerySet[Product]:
    """Return the catalogue; not secret for anybody with an appointment."""
    return Product.objects.all()


def _met_product(lopend: QuerySet[Contract], product: str, datum: date) -> QuerySet[Organisatie]:
    tarieven = Tarief.objects.op(datum).filter(product__code=product).values("contract")
    return Organisatie.objects.filter(contracten__in=lopend.filter(pk__in=tarieven))


def _regel(aanbieder: Organisatie) -> AanbiederRegel:
    lopend = aanbieder.lopend  # type: ignore[attr-defined]  # filled by the prefetch
    return AanbiederRegel(
        aanbieder=aanbieder,
        percelen=tuple(sorted({contract.perceel.naam for contract in lopend})),
        producten=sum(contract.producten for contract in lopend),
    )


def _contract(contract: Contract, datum: date) -> ContractBeeld:
    per_product: dict[str, list[Tarief]] = {}
    for tarief in contract.tarieven.all():
        per_product.setdefault(tarief.product.code, []).append(tarief)
    return ContractBeeld(
        contract=contract,
        gemeenten=tuple(contract.gemeenten.all()),
        loopt=contract.geldt_op(datum),
        prijzen=tuple(_prijs(tarieven, datum) for _, tarieven in sorted(per_product.items())),
        taken=tuple(taak for taak in contract.taakbedragen.all() if taak.tot is None or taak.tot >= datum),
    )


def _prijs(tarieven: list[Tarief], datum: date) -> PrijsRegel:
    geldend = next((tarief for tarief in tarieven if tarief.geldt_op(datum)), None)
    anders = tuple(tarief for tarief in tarieven if tarief is not geldend)
    return PrijsRegel(product=tarieven[0].product, nu=geldend, anders=anders)


def _doorsnede(*perioden: tuple[date | None, date | None]) -> tuple[date, date | None] | None:
    """Return the days that lie in all periods; None when there are none. At least one has a first day."""
    van = max(begin for begin, _ in perioden if begin is not None)
    tot = min((eind for _, eind in perioden if eind is not None), default=None)
    return None if tot is not None and tot < van else (van, tot)
