"""Where can a child go: every option, with what speaks for and against it, in one order that the screen states.

Nothing is hidden. What stands in the way puts an option below, with the reason. No data about a child is needed: a
product, a town, an age. Queries do not grow with the number of providers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Locatie, Product, Productversie, Taakbedrag, Tarief
from jeugdregio.zorglandschap.permissions import LEVERANCIERS
from jeugdregio.zorglandschap.queries import ContractUitkomst, contracten_voor
from jeugdregio.zorglandschap.ruimte import termijnen
from jeugdregio.zorglandschap.ruimte.afstand import afstand_km
from jeugdregio.zorglandschap.ruimte.bezetting import Weekbeeld, geldende, weekbeeld
from jeugdregio.zorglandschap.ruimte.models import Plaats, Plek
from jeugdregio.zorglandschap.ruimte.permissions import zichtbare_plekken
from jeugdregio.zorglandschap.ruimte.stand import Stand, met_opgave, standen

VOLGORDE = (
    "Bovenaan staat wat kan, daaronder waar iets in de weg staat. In elke groep: eerst waar nu plek vrij is, dan de "
    "kortste wachttijd, dan de kortste afstand. Wat niet bekend is, komt na wat wel bekend is."
)
_VER = 10**6  # behind everything known


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What is looked for. A product code, or else a category of iJw; the rest may be left open."""

    product: str = ""
    categorie: str = ""
    plaats: str = ""
    leeftijd: int | None = None
    verblijf: bool | None = None
    niveau: str = ""


@dataclass(frozen=True, slots=True)
class Optie:
    """A product of a provider at a location (None: no location is known), with all that is known of it."""

    aanbieder: Organisatie
    product: Product
    locatie: Locatie | None
    versie: Productversie | None
    contract: ContractUitkomst
    stand: Stand | None
    km: float | None
    beletsels: tuple[str, ...]
    week: Weekbeeld | None = None

    @property
    def km_tekst(self) -> str:
        """The distance in words."""
        if self.km is None:
            return "onbekend"
        return "in de plaats zelf" if self.km < 1 else f"{round(self.km)} km"

    @property
    def wacht_tekst(self) -> str:
        """The waiting in words."""
        return self.stand.wacht_tekst if self.stand else "onbekend"

    @property
    def kan_reserveren(self) -> bool:
        """Tell whether a place can be reserved now."""
        return self.stand is not None and bool(self.stand.over)

    @property
    def volgorde(self) -> tuple[object, ...]:
        """The sort key of VOLGORDE; the name makes it certain."""
        over = self.stand.over if self.stand else None
        wacht = self.stand.wachtdagen if self.stand else None
        return (
            bool(self.beletsels), 0 if over else 1, _VER if wacht is None else wacht,
            _VER if self.km is None else self.km, over is None, self.aanbieder.naam, self.product.code,
            self.locatie.naam if self.locatie else "",
        )  # fmt: skip


def zoek(wie: Wie, vraag: Vraag) -> list[Optie]:
    """Return all options for somebody of a municipality, in the order of VOLGORDE. A fixed number of queries."""
    datum = vandaag()
    producten = _producten(vraag)
    codes = [product.code for product in producten]
    rijen = list(_plekken(wie, producten))
    aanbieders, biedt = _wie_biedt(producten, rijen, datum)
    locaties = _locaties(aanbieders, rijen)
    _verbind(rijen, producten, locaties)
    verouderd_na = termijnen.op(datum).verouderd_na
    plekken = {(s.plek.locatie_id, s.plek.product_id): s for s in standen(rijen, datum, verouderd_na)}
    weken = _weken(rijen, producten)
    contracten = contracten_voor(aanbieders, wie.organisatie, codes, datum)
    versies = {v.product_id: v for v in Productversie.objects.op(datum).filter(product__in=producten)}
    plaats = Plaats.objects.filter(naam=vraag.plaats).first() if vraag.plaats else None
    opties = []
    for aanbieder in aanbieders:
        for product in producten:
            if (aanbieder.pk, product.pk) not in biedt:
                continue
            for locatie in _passend(locaties.get(aanbieder.pk, []), product, plekken):
                stand = plekken.get((locatie.pk, product.pk)) if locatie else None
                contract, versie = contracten[aanbieder.pk, product.code], versies.get(product.pk)
                opties.append(
                    Optie(
                        aanbieder, product, locatie, versie, contract, stand, _km(plaats, locatie),
                        tuple(_beletsels(
                            vraag, product, locatie, versie=versie, contract=contract, stand=stand, datum=datum,
                        )),
                        weken.get(stand.plek.pk) if stand else None,
                    )
                )  # fmt: skip
    return sorted(opties, key=lambda optie: optie.volgorde)


def _producten(vraag: Vraag) -> list[Product]:
    if vraag.product:
        return list(Product.objects.filter(code=vraag.product))
    return list(Product.objects.filter(categorie=vraag.categorie)) if vraag.categorie else []


def _plekken(wie: Wie, producten: Sequence[Product]) -> QuerySet[Plek]:
    """Return the places with their provider's key; locations are loaded once, for all options."""
    gegeven = zichtbare_plekken(wie).filter(product__in=producten, gestopt_op__isnull=True).order_by()
    return met_opgave(gegeven).annotate(van_aanbieder=F("locatie__aanbieder"))


def _wie_biedt(
    producten: Sequence[Product], plekken: Sequence[Any], datum: date
) -> tuple[list[Organisatie], set[tuple[UUID, UUID]]]:
    """Return who gives these products under any contract, now or before, or says there is a place; and which."""
    onder_contract = Tarief.objects.filter(product__in=producten, van__lte=datum).order_by()
    biedt = set(onder_contract.values_list("contract__aanbieder", "product").distinct())
    als_taak = Taakbedrag.objects.filter(product__in=producten, van__lte=datum).order_by()
    biedt |= set(als_taak.values_list("contract__aanbieder", "product").distinct())
    biedt |= {(plek.van_aanbieder, plek.product_id) for plek in plekken}
    aanbieders = Organisatie.objects.filter(pk__in={pk for pk, _ in biedt}, soort__in=LEVERANCIERS)
    return list(aanbieders), biedt


def _locaties(aanbieders: Sequence[Organisatie], plekken: Sequence[Plek]) -> dict[UUID, list[Locatie]]:
    geldig = Q(tot__isnull=True) | Q(tot__gte=vandaag()) | Q(pk__in=[plek.locatie_id for plek in plekken])
    uit: dict[UUID, list[Locatie]] = {}
    for locatie in Locatie.objects.filter(geldig, aanbieder__in=aanbieders):
        uit.setdefault(locatie.aanbieder_id, []).append(locatie)
    return uit


def _weken(plekken: Sequence[Plek], producten: Sequence[Product]) -> dict[UUID, Weekbeeld]:
    """Return how the beds are used, by place, when there is stay among these products."""
    met_verblijf = {product.pk for product in producten if product.verblijf}
    gezocht = [plek.pk for plek in plekken if plek.product_id in met_verblijf]
    return {pk: weekbeeld(bezet) for pk, bezet in geldende(gezocht).items()} if gezocht else {}


def _verbind(
    plekken: Sequence[Plek], producten: Sequence[Product], locaties: dict[UUID, list[Locatie]]
) -> None:  # fmt: skip
    """Give each place the product and location that are there already, instead of a copy for each."""
    product_van = {product.pk: product for product in producten}
    locatie_van = {locatie.pk: locatie for van_een in locaties.values() for locatie in van_een}
    for plek in plekken:
        plek.product = product_van[plek.product_id]
        if plek.locatie_id in locatie_van:
            plek.locatie = locatie_van[plek.locatie_id]


def _passend(
    locaties: list[Locatie], product: Product, plekken: dict[tuple[UUID, UUID], Stand]
) -> Sequence[Locatie | None]:  # fmt: skip
    """Return where a provider gives a product: what it said itself, else every location of the kind, else unknown."""
    opgegeven = [locatie for locatie in locaties if (locatie.pk, product.pk) in plekken]
    if opgegeven:
        return opgegeven
    soort = [locatie for locatie in locaties if (locatie.verblijf if product.verblijf else locatie.ambulant)]
    return soort or [None]


def _km(plaats: Plaats | None, locatie: Locatie | None) -> float | None:
    if plaats is None or locatie is None or locatie.breedte is None or locatie.lengte is None:
        return None
    return afstand_km((plaats.breedte, plaats.lengte), (locatie.breedte, locatie.lengte))


def _beletsels(
    vraag: Vraag, product: Product, locatie: Locatie | None, *, versie: Productversie | None,
    contract: ContractUitkomst, stand: Stand | None, datum: date,
) -> Iterable[str]:  # fmt: skip
    """Name what stands in the way, a sentence each."""
    if not contract.gecontracteerd:
        yield contract.uitleg
    if locatie is not None and not locatie.geldt_op(datum):
        yield f"Deze locatie is op {datum:%d-%m-%Y} niet open."
    if stand is not None and vraag.leeftijd is not None:
        yield from _leeftijd(stand.plek, vraag.leeftijd)
    if vraag.verblijf is not None and vraag.verblijf != product.verblijf:
        yield f"Dit product is {'met' if product.verblijf else 'zonder'} verblijf."
    if vraag.niveau and (versie is None or versie.niveau != vraag.niveau):
        yield f"Niveau: {versie.get_niveau_display().lower() if versie else 'niet bekend'}."


def _leeftijd(plek: Plek, leeftijd: int) -> Iterable[str]:
    if plek.leeftijd_van is not None and leeftijd < plek.leeftijd_van:
        yield f"Alleen vanaf {plek.leeftijd_van} jaar."
    if plek.leeftijd_tot is not None and leeftijd > plek.leeftijd_tot:
        yield f"Alleen tot en met {plek.leeftijd_tot} jaar."
