"""Raising prices from a day by a percentage: first a preview, then all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.geld import euro
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Indexatie, Tarief
from jeugdregio.zorglandschap.pakken import leg_wijziging_vast
from jeugdregio.zorglandschap.permissions import beheert_contract, beheert_contracten, eis, zichtbare_contracten

Afronding = Indexatie.Afronding
GRENS_BASISPUNTEN = 2500  # beyond a quarter somebody typed the percentage wrong


@dataclass(frozen=True, kw_only=True)
class Opdracht:
    """What to do: for one contract or all of one lot. `basispunten`: 425 is 4.25 percent."""

    basispunten: int
    ingangsdatum: date
    afronding: str
    contract_id: UUID | None = None
    perceel_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Regel:
    """One price: what it is, what it becomes in cents, and why it cannot (empty when it can)."""

    tarief: Tarief
    nieuw: int
    bezwaar: str

    @property
    def verschil(self) -> int:
        """Cents that come on top."""
        return self.nieuw - self.tarief.centen


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """All prices that would change. `vingerafdruk` proves later that nothing moved in between."""

    regels: tuple[Regel, ...]
    vingerafdruk: str

    @property
    def kan(self) -> bool:
        """Tell whether it can be carried out."""
        return bool(self.regels) and not any(regel.bezwaar for regel in self.regels)


def rond_af(centen: int, basispunten: int, afronding: str) -> int:
    """Return a price raised by hundredths of a percent, in whole cents by the chosen rule. Exact, no floats."""
    teller = centen * (10_000 + basispunten)
    if afronding == Afronding.CENT_LAAG:
        return teller // 10_000
    if afronding == Afronding.STUIVER:
        return (2 * teller + 50_000) // 100_000 * 5
    return (2 * teller + 10_000) // 20_000


def voorbeeld(wie: Wie, opdracht: Opdracht) -> Voorbeeld:
    """Return what an indexation would do to the prices that hold on its day; changes nothing."""
    eis(beheert_contracten(wie), "een contractmanager")
    _toets(opdracht)
    return _voorbeeld(_contracten(wie, opdracht), opdracht)


@transaction.atomic
def voer_uit(wie: Wie, opdracht: Opdracht, *, besluit: str, vingerafdruk: str) -> Indexatie:
    """End each price the day before and let the new one follow. Raises Conflict when the preview is outdated."""
    eis(beheert_contracten(wie), "een contractmanager")
    _toets(opdracht)
    ids = [contract.pk for contract in _contracten(wie, opdracht)]
    contracten = list(Contract.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    beeld = _voorbeeld(contracten, opdracht)
    if beeld.vingerafdruk != vingerafdruk:
        raise Conflict("De tarieven zijn veranderd sinds je het voorbeeld zag. Bekijk het voorbeeld opnieuw.")
    if not beeld.kan:
        raise Geweigerd("Niet elk tarief kan worden geïndexeerd. Los eerst op wat erbij staat.")
    indexatie = Indexatie.objects.create(
        ingangsdatum=opdracht.ingangsdatum, basispunten=opdracht.basispunten, afronding=opdracht.afronding,
        besluit=besluit.strip()[:300], gemaakt_door=wie.gebruikersnaam,
    )  # fmt: skip
    for contract in contracten:
        regels = [regel for regel in beeld.regels if regel.tarief.contract_id == contract.pk]
        wat = [_pas_toe(regel, indexatie) for regel in regels]
        if wat:
            leg_wijziging_vast(wie, contract, opdracht.ingangsdatum, besluit, wat)
    leg_vast(
        wie, "tarieven.geindexeerd", soort="indexatie", onderwerp_id=indexatie.pk,
        gegevens={"basispunten": opdracht.basispunten, "tarieven": len(beeld.regels)},
    )  # fmt: skip
    return indexatie


def _toets(opdracht: Opdracht) -> None:
    if opdracht.basispunten == 0 or abs(opdracht.basispunten) > GRENS_BASISPUNTEN:
        melding = "Vul een percentage in dat niet nul is en niet hoger dan 25."
        raise Geweigerd(melding, velden={"percentage": melding})
    if (opdracht.contract_id is None) == (opdracht.perceel_id is None):
        raise Geweigerd("Kies een contract of een perceel.", velden={"perceel": "Kies een contract of een perceel."})


def _contracten(wie: Wie, opdracht: Opdracht) -> list[Contract]:
    gevonden = zichtbare_contracten(wie).op(opdracht.ingangsdatum)
    if opdracht.contract_id:
        gevonden = gevonden.filter(pk=opdracht.contract_id)
    if opdracht.perceel_id:
        gevonden = gevonden.filter(perceel_id=opdracht.perceel_id)
    return [contract for contract in gevonden if beheert_contract(wie, contract)]


def _voorbeeld(contracten: Sequence[Contract], opdracht: Opdracht) -> Voorbeeld:
    rijen = (
        Tarief.objects.filter(Q(tot__isnull=True) | Q(tot__gte=opdracht.ingangsdatum), contract__in=contracten)
        .select_related("product", "contract__aanbieder")
        .order_by("contract__nummer", "product__code", "van")
    )  # fmt: skip
    regels = tuple(_regel(tarief, opdracht) for tarief in rijen)
    tekst = f"{opdracht}|" + ";".join(f"{r.tarief.pk}:{r.tarief.centen}:{r.tarief.tot}:{r.bezwaar}" for r in regels)
    return Voorbeeld(regels, sha256(tekst.encode()).hexdigest())


def _regel(tarief: Tarief, opdracht: Opdracht) -> Regel:
    nieuw = rond_af(tarief.centen, opdracht.basispunten, opdracht.afronding)
    return Regel(tarief, nieuw, _bezwaar(tarief, nieuw, opdracht.ingangsdatum))


def _bezwaar(tarief: Tarief, nieuw: int, dag: date) -> str:
    if tarief.van >= dag:
        return f"Er begint al een tarief op {tarief.van:%d-%m-%Y}. Indexeer vanaf een latere dag."
    if tarief.opbouw is None:
        return "De opbouw is onbekend. Leg die eerst vast bij het contract."
    if (tarief.indexering or 0) + nieuw - tarief.centen < 0:
        return "De verlaging is groter dan het deel indexering. Leg een nieuw tarief met eigen opbouw vast."
    if nieuw == tarief.centen:
        return "Het tarief blijft gelijk door de afronding. Kies een andere afronding."
    return ""


def _pas_toe(regel: Regel, indexatie: Indexatie) -> str:
    """Let the new price follow; what comes on top is the cost of indexation (element d of the article)."""
    oud, dag = regel.tarief, indexatie.ingangsdatum
    einde = oud.tot
    oud.tot = dag - timedelta(days=1)
    oud.save(update_fields=["tot"])
    elementen = oud.opbouw or {}
    elementen["indexering"] += regel.verschil
    Tarief.objects.create(
        contract_id=oud.contract_id, product_id=oud.product_id, eenheid=oud.eenheid, centen=regel.nieuw, van=dag,
        tot=einde, toelichting=oud.toelichting, indexatie=indexatie, **elementen,
    )  # fmt: skip
    return f"Tarief {oud.product.code}: {euro(oud.centen)} wordt {euro(regel.nieuw)} vanaf {dag:%d-%m-%Y}."
