"""What the screens show of the catalogue: products with their description of today, one product, ways of working."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import (
    Contract,
    Locatie,
    Product,
    Productversie,
    Taakveldindeling,
    Tarief,
    Werkwijze,
)
from jeugdregio.zorglandschap.permissions import beheert_catalogus, zichtbare_contracten
from jeugdregio.zorglandschap.taakvelden import taakveld_naam


@dataclass(frozen=True, slots=True)
class Productregel:
    """A product with what holds today; `versie` is None when nobody described it yet."""

    product: Product
    versie: Productversie | None
    taakveld: str


@dataclass(frozen=True, slots=True)
class Leverancier:
    """Who gives a product today, and in which places."""

    aanbieder: Organisatie
    plaatsen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Productbeeld:
    """One product for this reader; prices only of contracts the reader may see."""

    regel: Productregel
    versies: tuple[Productversie, ...]
    taakvelden: tuple[tuple[Taakveldindeling, str], ...]
    leveranciers: tuple[Leverancier, ...]
    prijzen: tuple[Tarief, ...]
    eerdere_prijzen: tuple[Tarief, ...]
    beheert: bool


def catalogus(_wie: Wie, zoek: str = "", niveau: str = "") -> list[Productregel]:
    """Return the products, found by code, name or description, of one level. Not secret."""
    datum = vandaag()
    producten = _met_nu(Product.objects.all(), datum)
    if zoek:
        nu = Productversie.objects.op(datum).filter(Q(wat__icontains=zoek) | Q(voor_wie__icontains=zoek))
        producten = producten.filter(
            Q(code__istartswith=zoek) | Q(naam__icontains=zoek) | Q(pk__in=nu.values("product"))
        )
    if niveau:
        producten = producten.filter(pk__in=Productversie.objects.op(datum).filter(niveau=niveau).values("product"))
    return [_regel(product) for product in producten]


def werkwijzen(_wie: Wie, zoek: str = "", niveau: str = "") -> QuerySet[Werkwijze]:
    """Return the ways of working without product of today."""
    gevonden = Werkwijze.objects.op(vandaag())
    if niveau:
        gevonden = gevonden.filter(niveau=niveau)
    return gevonden.filter(Q(naam__icontains=zoek) | Q(wat__icontains=zoek)) if zoek else gevonden


def product(wie: Wie, code: str) -> Productbeeld:
    """Return one product: its description then and now, who gives it where, and the prices. Raises NietGevonden."""
    datum = vandaag()
    gevonden = _met_nu(Product.objects.filter(code=code), datum).first()
    if gevonden is None:
        raise NietGevonden("Dit product staat niet in de catalogus.")
    prijzen = (
        Tarief.objects.filter(product=gevonden, contract__in=zichtbare_contracten(wie))
        .select_related("contract__aanbieder").order_by("contract__aanbieder__naam", "-van")
    )  # fmt: skip
    eerder = tuple(tarief for tarief in prijzen if tarief.tot is not None and tarief.tot < datum)
    return Productbeeld(
        regel=_regel(gevonden), versies=tuple(gevonden.versies.all()),
        taakvelden=tuple((t, taakveld_naam(t.taakveld)) for t in gevonden.taakvelden.all()),
        leveranciers=_leveranciers(gevonden, datum), prijzen=tuple(t for t in prijzen if t not in eerder),
        eerdere_prijzen=eerder, beheert=beheert_catalogus(wie),
    )  # fmt: skip


def _met_nu(producten: QuerySet[Product], datum: date) -> QuerySet[Product]:
    return producten.prefetch_related(
        Prefetch("versies", Productversie.objects.op(datum), "versie_nu"),
        Prefetch("taakvelden", Taakveldindeling.objects.op(datum), "taakveld_nu"),
    )


def _regel(product: Product) -> Productregel:
    versies: list[Productversie] = product.versie_nu  # type: ignore[attr-defined]  # filled by the prefetch
    taakvelden: list[Taakveldindeling] = product.taakveld_nu  # type: ignore[attr-defined]
    return Productregel(
        product, versies[0] if versies else None, taakveld_naam(taakvelden[0].taakveld) if taakvelden else ""
    )


def _leveranciers(product: Product, datum: date) -> tuple[Leverancier, ...]:
    tarieven = Tarief.objects.op(datum).filter(product=product).values("contract")
    lopend = Contract.objects.op(datum).filter(staat=Contract.Staat.GETEKEND, pk__in=tarieven)
    aanbieders = list(Organisatie.objects.filter(pk__in=lopend.values("aanbieder")).order_by("naam"))
    plaatsen: dict[object, set[str]] = defaultdict(set)
    soort = {"verblijf": True} if product.verblijf else {"ambulant": True}
    for locatie in Locatie.objects.op(datum).filter(aanbieder__in=aanbieders, **soort):
        plaatsen[locatie.aanbieder_id].add(locatie.plaats)
    return tuple(Leverancier(a, tuple(sorted(plaatsen[a.pk]))) for a in aanbieders)
