"""What the screens show of contracts: a list, and one with all that belongs to it. Fails closed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Contractdeelname, Product, Taakbedrag, Tarief, Verlengoptie
from jeugdregio.zorglandschap.permissions import (
    beheert_contract,
    beheert_contracten,
    zichtbare_contracten,
    ziet_opbouw,
)

PER_PAGINA = 20
STATEN = (("loopt", "Loopt nu"), ("straks", "Begint nog"), ("voorbij", "Voorbij"), ("concept", "Concept"))


@dataclass(frozen=True, slots=True)
class Prijsregel:
    """A product under a contract: the price of today, and those before and after, newest first."""

    product: Product
    nu: Tarief | None
    alle: tuple[Tarief, ...]


@dataclass(frozen=True, slots=True)
class Contractbeeld:
    """One contract for this reader. `aandacht` holds what somebody should mend."""

    contract: Contract
    stand: tuple[str, str]
    deelnames: tuple[Contractdeelname, ...]
    prijzen: tuple[Prijsregel, ...]
    taken: tuple[Taakbedrag, ...]
    opties: tuple[Verlengoptie, ...]
    aandacht: tuple[str, ...]
    beheert: bool
    met_opbouw: bool


def contracten(wie: Wie, zoek: str = "", staat: str = "", pagina: str = "1") -> Page[Any]:
    """Return the contracts this person may see, found by number, provider or lot, newest first."""
    gevonden = zichtbare_contracten(wie)
    if zoek:
        gevonden = gevonden.filter(
            Q(nummer__icontains=zoek) | Q(aanbieder__naam__icontains=zoek) | Q(perceel__naam__icontains=zoek)
        )
    if staat:
        gevonden = gevonden.filter(_op_staat(staat, vandaag()))
    rijen = (
        gevonden.select_related("aanbieder", "perceel", "opdrachtgever")
        .annotate(
            aantal_gemeenten=Count("deelnames__gemeente", distinct=True),
            aantal_producten=Count("tarieven__product", distinct=True),
        )
        .order_by("-van", "nummer")
    )  # fmt: skip
    return Paginator(rijen, PER_PAGINA).get_page(pagina)


def _op_staat(staat: str, datum: date) -> Q:
    if staat == "concept":
        return Q(staat=Contract.Staat.CONCEPT)
    getekend = Q(staat=Contract.Staat.GETEKEND)
    if staat == "straks":
        return getekend & Q(van__gt=datum)
    if staat == "voorbij":
        return getekend & Q(tot__lt=datum)
    return getekend & Q(van__lte=datum) & (Q(tot__isnull=True) | Q(tot__gte=datum))


def stand(contract: Contract, datum: date) -> tuple[str, str]:
    """Return how a contract stands on a day, as words and tone."""
    if contract.staat == Contract.Staat.CONCEPT:
        return "Concept", "let-op"
    if contract.van > datum:
        return "Begint nog", "info"
    return ("Loopt", "goed") if contract.geldt_op(datum) else ("Voorbij", "neutraal")


def contract(wie: Wie, contract_id: UUID) -> Contractbeeld:
    """Return one contract with all that belongs to it. Raises NietGevonden."""
    gevonden = (
        zichtbare_contracten(wie).filter(pk=contract_id).select_related("aanbieder", "perceel", "opdrachtgever")
        .prefetch_related(
            Prefetch("deelnames", Contractdeelname.objects.select_related("gemeente")),
            Prefetch("tarieven", Tarief.objects.select_related("product", "indexatie").order_by("-van")),
            Prefetch("taakbedragen", Taakbedrag.objects.select_related("product", "gemeente").order_by("-van")),
            "plafonds__gemeente", "verlengopties", "kwaliteitseisen", "wijzigingen",
        )
        .first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Dit contract is er niet.")
    datum = vandaag()
    prijzen = _prijzen(gevonden, datum)
    return Contractbeeld(
        contract=gevonden, stand=stand(gevonden, datum), deelnames=tuple(gevonden.deelnames.all()),
        prijzen=prijzen, taken=tuple(gevonden.taakbedragen.all()), opties=tuple(gevonden.verlengopties.all()),
        aandacht=tuple(_aandacht(gevonden, prijzen)), beheert=beheert_contract(wie, gevonden),
        met_opbouw=ziet_opbouw(wie, gevonden.aanbieder),
    )  # fmt: skip


def mag_nieuw(wie: Wie) -> bool:
    """Tell whether this person may make contracts and take files in."""
    return beheert_contracten(wie)


def _prijzen(contract: Contract, datum: date) -> tuple[Prijsregel, ...]:
    per_product: dict[str, list[Tarief]] = defaultdict(list)
    for tarief in contract.tarieven.all():
        per_product[tarief.product.code].append(tarief)
    return tuple(
        Prijsregel(tarieven[0].product, next((t for t in tarieven if t.geldt_op(datum)), None), tuple(tarieven))
        for _, tarieven in sorted(per_product.items())
    )


def _aandacht(contract: Contract, prijzen: tuple[Prijsregel, ...]) -> Iterator[str]:
    if contract.staat == Contract.Staat.CONCEPT:
        yield "Dit contract is nog niet getekend. Het geldt nog niet: er kan niet op worden toegewezen."
    if not contract.deelnames.all():
        yield "Er doet nog geen gemeente mee."
    if not prijzen and not contract.taakbedragen.all():
        yield "Er staat nog geen tarief in."
    for regel in prijzen:
        if any(tarief.opbouw is None for tarief in regel.alle):
            yield f"Van {regel.product.code} is de opbouw van een tarief onbekend."
        laatste = max((tarief.tot or date.max) for tarief in regel.alle)
        if laatste < (contract.tot or date.max):
            yield f"{regel.product.code} heeft na {laatste:%d-%m-%Y} geen tarief meer, het contract loopt door."
