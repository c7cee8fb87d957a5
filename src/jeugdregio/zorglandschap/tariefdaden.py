"""Acts on prices: adding one with its build-up, ending one, filling in a build-up that was unknown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.geld import euro
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Product, Tarief
from jeugdregio.zorglandschap.opbouw import GRONDSLAG, Bezwaar, Periode, toets_opbouw, toets_periode
from jeugdregio.zorglandschap.pakken import leg_wijziging_vast, pak


@dataclass(frozen=True, kw_only=True)
class NieuwTarief:
    """A price in cents per unit of the product, with its cost elements in cents."""

    product_code: str
    van: date
    tot: date | None
    centen: int
    elementen: Mapping[str, int | None]
    toelichting: str = ""


@transaction.atomic
def voeg_tarief_toe(wie: Wie, contract_id: UUID, nieuw: NieuwTarief, *, besluit: str, versie: int) -> Tarief:
    """Add a price to a contract. Raises Geweigerd with all that is wrong: build-up, days, overlap."""
    contract = pak(wie, contract_id, versie)
    product = Product.objects.filter(code=nieuw.product_code).first()
    if product is None:
        raise NietGevonden("Dit product staat niet in de catalogus.")
    # Without an end of its own a price holds as long as its contract.
    periode = Periode(nieuw.van, nieuw.tot or contract.tot)
    andere = [Periode(tarief.van, tarief.tot) for tarief in contract.tarieven.filter(product=product)]
    weiger(
        toets_opbouw(nieuw.centen, nieuw.elementen, nieuw.toelichting)
        + toets_periode(periode, Periode(contract.van, contract.tot), andere)
    )
    try:
        with transaction.atomic():
            tarief = Tarief.objects.create(
                contract=contract, product=product, eenheid=product.eenheid, centen=nieuw.centen, van=periode.van,
                tot=periode.tot, toelichting=nieuw.toelichting.strip(), **nieuw.elementen,
            )  # fmt: skip
    except IntegrityError as fout:
        raise Conflict("Iemand anders legde net een tarief vast voor deze dagen. Kijk wat er nu staat.") from fout
    wat = [f"Tarief {product.code}: {euro(nieuw.centen)}, {periode}."]
    leg_wijziging_vast(wie, contract, periode.van, besluit, wat)
    return tarief


@transaction.atomic
def beeindig_tarief(wie: Wie, contract_id: UUID, *, tarief_id: UUID, tot: date, besluit: str, versie: int) -> None:
    """Let a price end earlier, so that another can follow."""
    contract = pak(wie, contract_id, versie)
    tarief = _tarief(contract, tarief_id)
    if tot < tarief.van or (tarief.tot is not None and tot > tarief.tot):
        melding = f"Kies een dag binnen de periode van het tarief ({Periode(tarief.van, tarief.tot)})."
        raise Geweigerd(melding, velden={"tot": melding})
    tarief.tot = tot
    tarief.save(update_fields=["tot"])
    leg_wijziging_vast(wie, contract, tot, besluit, [f"Tarief {tarief.product.code} eindigt op {tot:%d-%m-%Y}."])


@transaction.atomic
def vul_opbouw_in(
    wie: Wie, contract_id: UUID, *, tarief_id: UUID, elementen: Mapping[str, int | None], toelichting: str,
    besluit: str, versie: int,
) -> None:  # fmt: skip
    """Record the build-up of a price whose build-up was unknown; the price itself stays what it is."""
    contract = pak(wie, contract_id, versie)
    tarief = _tarief(contract, tarief_id)
    if tarief.opbouw is not None:
        raise Geweigerd("De opbouw van dit tarief is al vastgelegd en verandert niet meer.")
    weiger(toets_opbouw(tarief.centen, elementen, toelichting))
    for naam, centen in elementen.items():
        setattr(tarief, naam, centen)
    tarief.toelichting = toelichting.strip()
    tarief.save(update_fields=[*elementen, "toelichting"])
    wat = [f"Opbouw vastgelegd van tarief {tarief.product.code}, {Periode(tarief.van, tarief.tot)}."]
    leg_wijziging_vast(wie, contract, tarief.van, besluit, wat)


def weiger(bezwaren: list[Bezwaar]) -> None:
    """Raise Geweigerd with every objection at its field; nothing when there are none."""
    if not bezwaren:
        return
    velden: dict[str, str] = {}
    for bezwaar in bezwaren:
        velden[bezwaar.veld] = f"{velden.get(bezwaar.veld, '')} {bezwaar.melding}".strip()
    raise Geweigerd("Dit tarief kan zo niet.", grondslag=GRONDSLAG, velden=velden)


def _tarief(contract: Contract, tarief_id: UUID) -> Tarief:
    tarief = contract.tarieven.select_related("product").filter(pk=tarief_id).first()
    if tarief is None:
        raise NietGevonden("Dit tarief staat niet in dit contract.")
    return tarief
