"""The lines of a draft, and the three tests of a personal budget."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from ijw.codelijsten import CODELIJSTEN
from ijw.omvang import periode_van, toegestaan_totaal
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Beschikking, PgbToets, Regel, Soort, Vorm
from jeugdregio.toegang.beschikkingen.pakken import log, pak_concept
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.queries import contract_voor
from recht.datum import datum_kort, verjaardag

LAATSTE_LEEFTIJD = 23  # Jeugdwet 1.1, jeugdige
MEESTE_CENTEN = 100_000_000  # a million euros for one child: a slip of the pen
MEESTE_VOLUME = 99_999_999
_TOETSVELDEN = ("kan_het_aan", "kan_uitleg", "past_niet", "past_uitleg", "kwaliteit", "kwaliteit_uitleg",
                "natura_centen", "gevraagd_centen")  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Hulpregel:
    """A line as it is filled in. `over_id`: the running assignment it changes, withdraws or continues."""

    product: str
    ingangsdatum: date
    einddatum: date | None
    toegekend: bool = True
    vorm: str = Vorm.NATURA
    volume: int | None = None
    frequentie: str = ""
    pgb_centen: int | None = None
    over_id: UUID | None = None
    reden: str = ""


def zet_regel(
    wie: Wie, beschikking_id: UUID, hulp: Hulpregel, *, versie: int, regel_id: UUID | None = None
) -> Regel:  # fmt: skip
    """Add a line to a draft, or change one. A provider that was chosen for another product or period is let go.

    Raises Geweigerd with the field for a period that cannot be, or an amount that makes no sense.
    """
    with transaction.atomic():
        beschikking = pak_concept(wie, beschikking_id, versie)
        regel = _regel(beschikking, regel_id)
        over = _over(beschikking, hulp.over_id)
        if over is not None:
            hulp = _zoals_toegewezen(hulp, over)
        product = Product.objects.filter(code=hulp.product).first()
        if product is None:
            raise Geweigerd("Dit product staat niet in de lijst.", velden={"product": "Kies een product uit de lijst."})
        _toets(beschikking, hulp)
        oud = (regel.product_id, regel.ingangsdatum)
        regel.product, regel.eenheid = product, product.eenheid if hulp.volume else ""
        regel.over = over
        for naam in ("ingangsdatum", "einddatum", "toegekend", "vorm", "volume", "frequentie", "pgb_centen"):
            setattr(regel, naam, getattr(hulp, naam))
        regel.reden = hulp.reden.strip()
        regel.tarief_centen = None
        regel.save()
        _keuze_past_nog(beschikking, regel, oud)
        if over is not None and regel.toegekend and regel.vorm == Vorm.NATURA:
            zet_tarief(beschikking, regel)
        log(wie, beschikking, "regel", {"volgorde": regel.volgorde, "product": product.code})
    return regel


def verwijder_regel(wie: Wie, beschikking_id: UUID, regel_id: UUID, *, versie: int) -> None:
    """Take a line out of a draft."""
    with transaction.atomic():
        beschikking = pak_concept(wie, beschikking_id, versie)
        _regel(beschikking, regel_id).delete()
        log(wie, beschikking, "regel_weg")


def zet_pgb_toets(wie: Wie, beschikking_id: UUID, velden: Mapping[str, Any], *, versie: int) -> PgbToets:
    """Keep what was found on the three tests, each with its reasons. Raises Geweigerd for an amount below zero."""
    fouten = {
        naam: "Vul een bedrag tussen € 0 en € 1.000.000 in." for naam in ("natura_centen", "gevraagd_centen")
        if not 0 <= (velden.get(naam) or 0) <= MEESTE_CENTEN
    }  # fmt: skip
    with transaction.atomic():
        beschikking = pak_concept(wie, beschikking_id, versie)
        if fouten:
            raise Geweigerd("Dit bedrag kan niet kloppen.", velden=fouten)
        waarden = {naam: velden[naam] for naam in _TOETSVELDEN if naam in velden}
        toets, _ = PgbToets.objects.update_or_create(beschikking=beschikking, defaults=waarden)
        log(wie, beschikking, "pgb_toets")
    return toets


def kosten(regel: Regel) -> int | None:
    """Return what a line costs at most over its whole period in cents; None while price or size is unknown."""
    if regel.vorm == Vorm.PGB:
        return regel.pgb_centen
    if regel.tarief_centen is None or not (regel.volume and regel.eenheid and regel.frequentie):
        return None
    periode = periode_van(regel.ingangsdatum, regel.einddatum)
    aantal = toegestaan_totaal(regel.volume, regel.eenheid, regel.frequentie, periode).aantal
    return None if aantal is None else aantal * regel.tarief_centen


def zet_tarief(beschikking: Beschikking, regel: Regel) -> None:
    """Put the price of the contract on a line: with the chosen provider on its first day.

    Help that runs on with the provider it has is priced as of now, since its first day may lie years back.
    """
    keuze = getattr(regel, "aanbiederkeuze", None)
    if keuze is None and regel.over is None:
        return
    aanbieder = keuze.aanbieder if keuze else regel.over.aanbieder  # type: ignore[union-attr]
    dag = regel.ingangsdatum if keuze else max(regel.ingangsdatum, vandaag())
    uitkomst = contract_voor(aanbieder, beschikking.gemeente, regel.product.code, dag)
    regel.tarief_centen = uitkomst.tarief_centen
    regel.save(update_fields=["tarief_centen"])


def lopende_toewijzingen(kind: Kind) -> list[Toewijzing]:
    """Return the assignments of a child in its municipality that can be changed, by number. One query."""
    gevonden = Toewijzing.objects.filter(kind=kind, gemeente=kind.gemeente_id).exclude(reden_wijziging="13")
    return list(gevonden.select_related("aanbieder").order_by("-ingangsdatum"))


def _regel(beschikking: Beschikking, regel_id: UUID | None) -> Regel:
    if regel_id is None:
        hoogste = beschikking.regels.aggregate(hoogste=Max("volgorde"))["hoogste"] or 0
        return Regel(beschikking=beschikking, volgorde=hoogste + 1)
    regel = beschikking.regels.select_related("product").filter(pk=regel_id).first()
    if regel is None:
        raise NietGevonden("Deze regel hoort niet bij dit besluit.")
    regel.beschikking = beschikking
    return regel


def _over(beschikking: Beschikking, over_id: UUID | None) -> Toewijzing | None:
    if over_id is None:
        return None
    gekozen = Toewijzing.objects.filter(pk=over_id, kind=beschikking.kind_id, gemeente=beschikking.gemeente_id).first()
    if gekozen is None:
        raise NietGevonden("Deze toewijzing hoort niet bij dit kind.")
    return gekozen


def _zoals_toegewezen(hulp: Hulpregel, over: Toewijzing) -> Hulpregel:
    """Take from the running assignment what was left open. Raises Geweigerd for another product than it holds."""
    if over.code and hulp.product != over.code:
        fout = f"Toewijzing {over.nummer} is voor product {over.code}. Ander product? Maak daar een eigen regel voor."
        raise Geweigerd(fout, velden={"product": fout})
    if hulp.volume is not None:
        return hulp
    return replace(hulp, volume=over.volume, frequentie=over.frequentie)


def _keuze_past_nog(beschikking: Beschikking, regel: Regel, oud: tuple[UUID, date]) -> None:
    if not hasattr(regel, "aanbiederkeuze"):
        return
    if regel.vorm == Vorm.NATURA and oud == (regel.product_id, regel.ingangsdatum):
        zet_tarief(beschikking, regel)
    else:
        regel.aanbiederkeuze.delete()


def _toets(beschikking: Beschikking, hulp: Hulpregel) -> None:
    fouten = {**_periode(beschikking, hulp), **_omvang(hulp)}
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)


def _periode(beschikking: Beschikking, hulp: Hulpregel) -> dict[str, str]:
    geboren = beschikking.kind.geboortedatum
    if hulp.ingangsdatum < geboren:
        return {"ingangsdatum": f"De hulp zou beginnen voor het kind is geboren ({datum_kort(geboren)})."}
    grens = verjaardag(geboren, LAATSTE_LEEFTIJD)
    if max(hulp.ingangsdatum, hulp.einddatum or hulp.ingangsdatum) >= grens:
        return {"einddatum": f"Jeugdhulp eindigt uiterlijk de dag voor de 23e verjaardag: {datum_kort(grens)}."}
    if hulp.einddatum is None:
        return {"einddatum": "Vul de laatste dag in."} if hulp.toegekend else {}
    if hulp.einddatum < hulp.ingangsdatum:
        return {"einddatum": "De hulp eindigt voor zij begint (iJw CS003). Kies een einddatum op of na de eerste dag."}
    if hulp.toegekend and hulp.einddatum < vandaag() and beschikking.soort != Soort.INTREKKING:
        return {"einddatum": "Kies een einddatum die nog niet voorbij is."}
    return {}


def _omvang(hulp: Hulpregel) -> dict[str, str]:
    fouten = {}
    if hulp.vorm not in Vorm.values:
        fouten["vorm"] = "Kies hulp van een aanbieder of een budget."
    if hulp.volume is not None and not 0 < hulp.volume <= MEESTE_VOLUME:
        fouten["volume"] = "Vul een aantal boven nul in."
    if hulp.frequentie and hulp.frequentie not in CODELIJSTEN["WMO757"]:
        fouten["frequentie"] = "Kies per dag, week, maand of in totaal."
    if hulp.toegekend and hulp.vorm == Vorm.PGB and not 0 < (hulp.pgb_centen or 0) <= MEESTE_CENTEN:
        fouten["pgb_centen"] = "Vul het budget voor de hele periode in, boven € 0 en hoogstens € 1.000.000."
    if hulp.vorm == Vorm.NATURA and hulp.pgb_centen is not None:
        fouten["pgb_centen"] = "Een bedrag hoort alleen bij een budget."
    if hulp.toegekend and hulp.vorm == Vorm.NATURA and not (hulp.volume and hulp.frequentie):
        fouten["volume"] = "Vul in hoeveel hulp het is, en per wanneer."
    if not hulp.toegekend and not hulp.reden.strip():
        fouten["reden"] = "Schrijf op waarom deze hulp niet wordt gegeven (Awb 3:46)."
    return fouten
