"""Acts on lump sums: a task that is paid for a stretch of time, without a price per unit or per child."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.geld import euro
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Product, Productversie, Taakbedrag, Variant
from jeugdregio.zorglandschap.opbouw import Bezwaar, Periode, toets_opbouw, toets_periode
from jeugdregio.zorglandschap.pakken import leg_wijziging_vast, pak
from jeugdregio.zorglandschap.tariefdaden import weiger


@dataclass(frozen=True, kw_only=True)
class NieuwTaakbedrag:
    """A lump sum in cents for a product, with its cost elements in cents. `gemeente_id` None: all together."""

    product_code: str
    gemeente_id: UUID | None
    per: str
    van: date
    tot: date | None
    centen: int
    elementen: Mapping[str, int | None]
    toelichting: str = ""


@transaction.atomic
def voeg_taakbedrag_toe(
    wie: Wie, contract_id: UUID, nieuw: NieuwTaakbedrag, *, besluit: str, versie: int
) -> Taakbedrag:
    """Add a lump sum to a contract. Raises Geweigerd with all that is wrong: kind of product, build-up, days.

    Ground of the build-up: Besluit Jeugdwet 2.3 lid 1, which makes no difference by how help is paid for.
    """
    contract = pak(wie, contract_id, versie)
    product = Product.objects.filter(code=nieuw.product_code).first()
    if product is None:
        raise NietGevonden("Dit product staat niet in de catalogus.")
    gemeente = _deelnemer(contract, nieuw.gemeente_id)
    periode = Periode(nieuw.van, nieuw.tot or contract.tot)
    weiger(
        _toets_soort(product, nieuw.van)
        + toets_opbouw(nieuw.centen, nieuw.elementen, nieuw.toelichting)
        + toets_periode(periode, Periode(contract.van, contract.tot), _andere(contract, product, gemeente))
    )
    try:
        with transaction.atomic():
            taak = Taakbedrag.objects.create(
                contract=contract, product=product, gemeente=gemeente, per=nieuw.per, centen=nieuw.centen,
                van=periode.van, tot=periode.tot, toelichting=nieuw.toelichting.strip(), **nieuw.elementen,
            )  # fmt: skip
    except IntegrityError as fout:
        raise Conflict("Iemand anders legde net een bedrag vast voor deze dagen. Kijk wat er nu staat.") from fout
    voor = gemeente.naam if gemeente else "alle gemeenten samen"
    wat = f"Taak {product.code} voor {voor}: {euro(nieuw.centen)} {taak.get_per_display()}, {periode}."
    leg_wijziging_vast(wie, contract, periode.van, besluit, [wat])
    return taak


@transaction.atomic
def beeindig_taakbedrag(wie: Wie, contract_id: UUID, *, taak_id: UUID, tot: date, besluit: str, versie: int) -> None:
    """Let a lump sum end earlier, so that another can follow."""
    contract = pak(wie, contract_id, versie)
    taak = contract.taakbedragen.select_related("product").filter(pk=taak_id).first()
    if taak is None:
        raise NietGevonden("Dit bedrag staat niet in dit contract.")
    if tot < taak.van or (taak.tot is not None and tot > taak.tot):
        melding = f"Kies een dag binnen de periode van het bedrag ({Periode(taak.van, taak.tot)})."
        raise Geweigerd(melding, velden={"tot": melding})
    taak.tot = tot
    taak.save(update_fields=["tot"])
    leg_wijziging_vast(wie, contract, tot, besluit, [f"Taak {taak.product.code} eindigt op {tot:%d-%m-%Y}."])


def _deelnemer(contract: Contract, gemeente_id: UUID | None) -> Organisatie | None:
    if gemeente_id is None:
        return None
    gemeente = Organisatie.objects.filter(pk=gemeente_id, contractdeelnames__contract=contract).first()
    if gemeente is None:
        melding = "Deze gemeente doet niet mee aan het contract. Kies een deelnemer."
        raise Geweigerd(melding, velden={"gemeente": melding})
    return gemeente


def _andere(contract: Contract, product: Product, gemeente: Organisatie | None) -> list[Periode]:
    """Return the days that are taken: those of the same municipality and of all together, or of anybody."""
    raakt = Q() if gemeente is None else Q(gemeente=gemeente) | Q(gemeente=None)
    return [Periode(taak.van, taak.tot) for taak in contract.taakbedragen.filter(raakt, product=product)]


def _toets_soort(product: Product, van: date) -> list[Bezwaar]:
    versie = Productversie.objects.op(van).filter(product=product).first()
    if versie is not None and versie.variant == Variant.TAAK:
        return []
    soort = versie.get_variant_display().lower() if versie else "nog niet beschreven"
    melding = f"{product.naam} is {soort}. Een bedrag per periode kan alleen voor een taakgericht product."
    return [Bezwaar("product", melding)]
