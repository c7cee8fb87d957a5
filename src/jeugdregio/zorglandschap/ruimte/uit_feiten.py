"""Waiting that begins and ends by the facts: an assignment without a start, and a start message. For rooms above."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.beurten.actions import open_beurten
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import systeem
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.ruimte import beurten, termijnen
from jeugdregio.zorglandschap.ruimte.models import Plek, Ruimtetermijn, Wachtende
from jeugdregio.zorglandschap.ruimte.wachten import log, sluit_wachten

BEGONNEN = "De aanbieder meldde de start"
Sleutel = tuple[UUID, str, str]


@dataclass(frozen=True, kw_only=True)
class ZonderStart:
    """An assignment that began on paper and whose start nobody reported."""

    gemeente: Organisatie
    aanbieder_id: UUID
    kenmerk: str
    kind_id: UUID
    code: str
    toegewezen_op: date

    @property
    def sleutel(self) -> Sleutel:
        """Which child, for which product."""
        return self.gemeente.pk, self.kenmerk, self.code


@transaction.atomic
def zet_op_lijst(rijen: Collection[ZonderStart], op: date) -> int:
    """Put the children of these assignments on the list, from the day of the assignment; return how many are new.

    Who waits for this product already, or was taken off the list after that day, is left alone: again changes
    nothing. A fixed number of queries.
    """
    producten = {p.code: p for p in Product.objects.filter(code__in={r.code for r in rijen})}
    plekken = _plekken(rijen, producten)
    termijn = termijnen.op(op)
    bekend = _bekend(rijen)
    nieuw: dict[Sleutel, Wachtende] = {}
    for rij in rijen:
        if rij.code not in producten or bekend.get(rij.sleutel, date.min) >= rij.toegewezen_op:
            continue
        plek = plekken.get((rij.aanbieder_id, rij.code))
        nieuw[rij.sleutel] = _wachtende(rij, producten[rij.code], plek, termijn)
    Wachtende.objects.bulk_create(nieuw.values(), batch_size=500)
    kinderen = {rij.sleutel: rij.kind_id for rij in rijen}
    open_beurten(beurten.overbrug(wacht, termijn.bron, kinderen[sleutel]) for sleutel, wacht in nieuw.items())
    return len(nieuw)


def _wachtende(rij: ZonderStart, product: Product, plek: Plek | None, termijn: Ruimtetermijn) -> Wachtende:
    return Wachtende(
        gemeente=rij.gemeente, kenmerk=rij.kenmerk, product=product, plek=plek, aangemeld_op=rij.toegewezen_op,
        uiterlijk=rij.toegewezen_op + timedelta(days=termijn.eerste_contact_binnen),
    )  # fmt: skip


def _plekken(
    rijen: Collection[ZonderStart], producten: Mapping[str, Product]
) -> dict[tuple[UUID, str], Plek]:  # fmt: skip
    gevonden = Plek.objects.filter(
        product__in=producten.values(), locatie__aanbieder__in={r.aanbieder_id for r in rijen}, gestopt_op=None
    )
    gelezen = gevonden.select_related("locatie", "product")
    return {(plek.locatie.aanbieder_id, plek.product.code): plek for plek in gelezen}


def _bekend(rijen: Collection[ZonderStart]) -> dict[Sleutel, date]:
    """Return per child and product the last day known: of who still waits that never lies before the assignment."""
    gemeenten, kenmerken = {r.gemeente.pk for r in rijen}, {r.kenmerk for r in rijen}
    gevonden = Wachtende.objects.filter(gemeente__in=gemeenten, kenmerk__in=kenmerken)
    uit: dict[Sleutel, date] = {}
    for gemeente, kenmerk, code, dag, einde in gevonden.values_list(
        "gemeente", "kenmerk", "product__code", F("aangemeld_op"), "einde_op"
    ):
        sleutel = (gemeente, kenmerk, code)
        uit[sleutel] = max(uit.get(sleutel, date.min), date.max if einde is None else max(dag, einde))
    return uit


def hulp_begonnen(gemeente: Organisatie, code: str, kenmerk: str, op: date) -> int:
    """Take a child off the list: a start message came in. Return how many. In the caller's transaction."""
    wie = systeem(gemeente, "systeem: hulp begonnen")
    wachtend = Wachtende.objects.select_for_update(of=("self",)).filter(
        gemeente=gemeente, kenmerk=kenmerk, product__code=code, einde_op__isnull=True
    )
    gevonden = list(wachtend.select_related("gemeente", "product"))
    for wachtende in gevonden:
        sluit_wachten(wachtende, max(op, wachtende.aangemeld_op), BEGONNEN, begonnen=True)
        log(wie, wachtende, "hulp_begonnen")
    return len(gevonden)


def start_ingetrokken(gemeente: Organisatie, code: str, kenmerk: str, op: date) -> int:
    """Put a child back on the list: the start was reported by mistake. Return how many. In the caller's transaction."""
    wie = systeem(gemeente, "systeem: start ingetrokken")
    gevonden = Wachtende.objects.filter(
        gemeente=gemeente, kenmerk=kenmerk, product__code=code, gestart_op=op, einde=BEGONNEN
    ).select_related("gemeente", "product")[:1]  # fmt: skip
    for wachtende in gevonden:
        wachtende.einde_op, wachtende.einde, wachtende.gestart_op = None, "", None
        wachtende.save(update_fields=["einde_op", "einde", "gestart_op"])
        beurten.plan_contact(wachtende, op)
        log(wie, wachtende, "start_ingetrokken")
    return len(gevonden)
