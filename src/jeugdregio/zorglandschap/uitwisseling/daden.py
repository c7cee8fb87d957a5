"""Acts: offering a file (nothing changes yet), and taking over what it proposes, all of it or nothing."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import (
    Contract,
    Contractdeelname,
    Importvoorstel,
    Perceel,
    Plafond,
    Product,
    Tarief,
)
from jeugdregio.zorglandschap.models.tarieven import ELEMENTEN
from jeugdregio.zorglandschap.pakken import leg_wijziging_vast
from jeugdregio.zorglandschap.permissions import beheert_contracten, eis
from jeugdregio.zorglandschap.uitwisseling.lezen import Gelezen, Rij, lees_bestand
from jeugdregio.zorglandschap.uitwisseling.toets import Verandering, Voorstel, toets
from jeugdregio.zorglandschap.uitwisseling.vorm import CONTRACTEN, PLAFONDS, TARIEVEN

_WIE = "een contractmanager"
_DATUMS = ("van", "tot")


@dataclass(frozen=True, slots=True)
class Aangeboden:
    """What came of a file: what it would change, and where it is kept when it may go on (None: it may not)."""

    voorstel: Voorstel
    bewaard: Importvoorstel | None


def bied_aan(wie: Wie, inhoud: bytes) -> Aangeboden:
    """Read and judge a file. Only a file without faults that changes something is kept, to be confirmed."""
    eis(beheert_contracten(wie), _WIE)
    gelezen = lees_bestand(inhoud)
    voorstel = toets(wie, gelezen)
    voorstel.bevindingen.sort(key=lambda bevinding: bevinding.plaats)
    if voorstel.bevindingen or not voorstel.verandert or wie.gebruiker is None:
        return Aangeboden(voorstel, None)
    with transaction.atomic():
        Importvoorstel.objects.filter(gebruiker=wie.gebruiker, staat=Importvoorstel.Staat.KLAAR).update(
            staat=Importvoorstel.Staat.VERVALLEN, rijen=[]
        )
        bewaard = Importvoorstel.objects.create(
            organisatie=wie.organisatie, gebruiker=wie.gebruiker, vingerafdruk=sha256(inhoud).hexdigest(),
            rijen=[_als_json(rij) for rij in gelezen.rijen],
        )  # fmt: skip
        leg_vast(wie, "import.aangeboden", soort="importvoorstel", onderwerp_id=bewaard.pk)
    return Aangeboden(voorstel, bewaard)


def bekijk(wie: Wie, voorstel_id: UUID) -> tuple[Importvoorstel, Voorstel]:
    """Return an import that waits, judged against what is there now. Raises NietGevonden."""
    eis(beheert_contracten(wie), _WIE)
    bewaard = Importvoorstel.objects.filter(
        pk=voorstel_id, organisatie=wie.organisatie, gebruiker=wie.gebruiker
    ).first()
    if bewaard is None:
        raise NietGevonden("Deze import is er niet.")
    return bewaard, toets(wie, Gelezen(rijen=[_uit_json(rij) for rij in bewaard.rijen]))


@transaction.atomic
def neem_over(wie: Wie, voorstel_id: UUID, *, besluit: str) -> int:
    """Carry out an import in one transaction; return how many rows changed something. Again changes nothing."""
    bewaard, _ = bekijk(wie, voorstel_id)
    bewaard = Importvoorstel.objects.select_for_update().get(pk=bewaard.pk)
    if bewaard.staat != Importvoorstel.Staat.KLAAR:
        raise Conflict("Deze import is al overgenomen of vervallen. Bied het bestand opnieuw aan als dat nodig is.")
    nummers = {rij[2]["nummer"] for rij in bewaard.rijen}
    list(Contract.objects.select_for_update().filter(nummer__in=nummers).order_by("pk"))
    voorstel = toets(wie, Gelezen(rijen=[_uit_json(rij) for rij in bewaard.rijen]))
    if voorstel.bevindingen:
        raise Geweigerd(f"Er is intussen iets veranderd. {voorstel.bevindingen[0]} Bied het bestand opnieuw aan.")
    if not besluit.strip():
        raise Geweigerd("Noem het besluit.", velden={"besluit": "Noem het besluit of document waarop dit rust."})
    try:
        with transaction.atomic():
            _voer_uit(wie, voorstel.verandert, besluit)
    except IntegrityError as fout:
        raise Conflict("Iemand anders veranderde net hetzelfde. Bied het bestand opnieuw aan.") from fout
    bewaard.staat, bewaard.uitgevoerd_op, bewaard.rijen = Importvoorstel.Staat.UITGEVOERD, nu(), []
    bewaard.save(update_fields=["staat", "uitgevoerd_op", "rijen"])
    leg_vast(
        wie, "import.overgenomen", soort="importvoorstel", onderwerp_id=bewaard.pk,
        gegevens={"rijen": len(voorstel.verandert)},
    )  # fmt: skip
    return len(voorstel.verandert)


def _als_json(rij: Rij) -> list[object]:
    waarden = {naam: w.isoformat() if isinstance(w, date) else w for naam, w in rij.waarden.items()}
    return [rij.blad, rij.regel, waarden]


def _uit_json(rij: list[Any]) -> Rij:
    blad, regel, waarden = rij
    datums = {naam: date.fromisoformat(waarden[naam]) for naam in _DATUMS if waarden.get(naam)}
    return Rij(blad, regel, {**waarden, **datums})


def _voer_uit(wie: Wie, veranderingen: list[Verandering], besluit: str) -> None:
    per_blad: dict[str, list[Verandering]] = defaultdict(list)
    for verandering in veranderingen:
        per_blad[verandering.rij.blad].append(verandering)
    for verandering in per_blad[CONTRACTEN.naam]:
        _contract(wie, verandering)
    nummers = {verandering.rij.waarden["nummer"] for verandering in veranderingen}
    contracten = {c.nummer: c for c in Contract.objects.filter(nummer__in=nummers)}
    _tarieven(per_blad[TARIEVEN.naam], contracten)
    gemeenten = {o.code: o for o in Organisatie.objects.filter(soort=Soort.GEMEENTE)}
    for verandering in per_blad[PLAFONDS.naam]:
        w = verandering.rij.waarden
        gemeente = gemeenten[w["gemeente"]] if w["gemeente"] else None
        Plafond.objects.update_or_create(
            contract=contracten[w["nummer"]], jaar=w["jaar"], gemeente=gemeente, defaults={"centen": w["centen"]}
        )
    wat: dict[str, list[str]] = defaultdict(list)
    for verandering in veranderingen:
        wat[verandering.rij.waarden["nummer"]].append(f"{verandering.wat}.")
    for nummer, zinnen in wat.items():
        leg_wijziging_vast(wie, contracten[nummer], vandaag(), besluit, zinnen)


def _contract(wie: Wie, verandering: Verandering) -> None:
    w = verandering.rij.waarden
    perceel, _ = Perceel.objects.get_or_create(naam=w["perceel"])
    contract = verandering.contract
    if contract is None:
        gemeente_zelf = wie.organisatie.soort == Soort.GEMEENTE
        contract = Contract.objects.create(
            nummer=w["nummer"], aanbieder=Organisatie.objects.get(code=w["agb"]), perceel=perceel, van=w["van"],
            tot=w["tot"], staat=Contract.Staat.CONCEPT, opdrachtgever=wie.organisatie if gemeente_zelf else None,
        )  # fmt: skip
    else:
        contract.perceel, contract.tot = perceel, w["tot"]
        contract.save(update_fields=["perceel", "tot"])
    er_al = contract.deelnames.values_list("gemeente__code", flat=True)
    nieuw = Organisatie.objects.filter(code__in=set(w["gemeenten"]) - set(er_al))
    Contractdeelname.objects.bulk_create(Contractdeelname(contract=contract, gemeente=gemeente) for gemeente in nieuw)


def _tarieven(veranderingen: list[Verandering], contracten: dict[str, Contract]) -> None:
    """Change what is there before adding, so that a price that ends earlier makes room for the next."""
    producten = {product.code: product for product in Product.objects.all()}
    nieuw = []
    for verandering in veranderingen:
        w, tarief = verandering.rij.waarden, verandering.tarief
        velden = {"centen": w["centen"], "tot": w["tot"], "toelichting": w["toelichting"] or ""}
        velden |= {naam: w[naam] for naam in ELEMENTEN}
        if tarief is None:
            product = producten[w["product"]]
            contract = contracten[w["nummer"]]
            nieuw.append(Tarief(contract=contract, product=product, eenheid=product.eenheid, van=w["van"], **velden))
        else:
            Tarief.objects.filter(pk=tarief.pk).update(**velden)
    Tarief.objects.bulk_create(nieuw, batch_size=500)
