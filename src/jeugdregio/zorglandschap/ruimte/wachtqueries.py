"""Reading the waiting list: one rule orders it, the rule is shown, and each child's place follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.ruimte import termijnen
from jeugdregio.zorglandschap.ruimte.models import Ruimtetermijn, Volgorde, Wachtende
from jeugdregio.zorglandschap.ruimte.permissions import zichtbare_wachtenden
from recht.datum import datum_kort

PER_PAGINA = 25
_SLEUTELS: dict[str, tuple[str, ...]] = {
    Volgorde.URGENTIE: ("urgentie", "aangemeld_op", "id"),
    Volgorde.DATUM: ("aangemeld_op", "id"),
}


@dataclass(frozen=True, slots=True)
class Rij:
    """A waiting child in the list; `plaats` in the list of its product (None: does not wait any more), and why."""

    wachtende: Wachtende
    plaats: int | None
    waarom: str
    dagen: int


def regel() -> Ruimtetermijn:
    """Return the terms of today; its `volgorde` is the rule of the lists, its `bron` and `van` the source and day."""
    return termijnen.op(vandaag())


def wachtlijst(wie: Wie, *, alles: bool, pagina: str, product: str = "") -> tuple[Page[Wachtende], list[Rij]]:
    """Return a page of the children this person may see, by product and in each by the rule."""
    gevonden = zichtbare_wachtenden(wie).select_related("product", "plek__locatie__aanbieder", "gemeente")
    if product:
        gevonden = gevonden.filter(product__code=product)
    if not alles:
        gevonden = gevonden.filter(einde_op__isnull=True)
    sleutels = _SLEUTELS[regel().volgorde]
    blad = Paginator(
        gevonden.order_by(F("einde_op").asc(nulls_first=True), "product__code", *sleutels)
        .prefetch_related("overbruggingen", "contacten"), PER_PAGINA,
    ).get_page(pagina)  # fmt: skip
    return blad, rijen(wie, blad)


def rijen(wie: Wie, wachtenden: Iterable[Wachtende]) -> list[Rij]:
    """Return each with its place in the list of its product at the municipality, and why. Two queries."""
    nu, lijst = regel(), list(wachtenden)
    plaatsen = _plaatsen(zichtbare_wachtenden(wie), nu.volgorde, {w.product_id for w in lijst})
    return [_rij(w, plaatsen.get(w.pk), nu.volgorde) for w in lijst]


def _plaatsen(zichtbaar: QuerySet[Wachtende], volgorde: str, producten: set[UUID]) -> dict[UUID, int]:
    wachtend = zichtbaar.filter(einde_op__isnull=True, product__in=producten).order_by()
    nummer = Window(
        RowNumber(), partition_by=[F("gemeente"), F("product")], order_by=[F(s).asc() for s in _SLEUTELS[volgorde]]
    )
    return dict(wachtend.annotate(plaats=nummer).values_list("pk", "plaats"))


def _rij(wachtende: Wachtende, plaats: int | None, volgorde: str) -> Rij:
    einde: date = wachtende.einde_op or vandaag()
    aangemeld = f"aangemeld op {datum_kort(wachtende.aangemeld_op)}"
    klasse = f"{wachtende.get_urgentie_display().lower()}, " if volgorde == Volgorde.URGENTIE else ""
    return Rij(wachtende, plaats, f"{klasse}{aangemeld}", (einde - wachtende.aangemeld_op).days)


def producten(wie: Wie) -> QuerySet[Product]:
    """Return the products somebody sees a waiting child for."""
    wachtend = zichtbare_wachtenden(wie).filter(einde_op__isnull=True)
    return Product.objects.filter(pk__in=wachtend.values("product")).order_by("code")


def wachtende(wie: Wie, wachtende_id: UUID) -> Wachtende:
    """Return one waiting child with what was offered and said. Raises NietGevonden."""
    gevonden = (
        zichtbare_wachtenden(wie).filter(pk=wachtende_id)
        .select_related("product", "plek__locatie__aanbieder", "gemeente")
        .prefetch_related("overbruggingen", "contacten").first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Dit kind staat niet op je wachtlijst.")
    return gevonden
