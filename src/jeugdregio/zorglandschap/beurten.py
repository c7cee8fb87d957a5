"""Turns of this room that come with time: a clause to decide on, a contract or paper that ends. Run once a day."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from jeugdregio.beurten.actions import NieuweBeurt, open_beurten
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import systeem
from jeugdregio.zorglandschap.aanbiederdaden import beurt_document
from jeugdregio.zorglandschap.models import Contract, Kwaliteitsdocument, Verlengoptie
from jeugdregio.zorglandschap.opties import beurt_optie, verleng_vanzelf

# How long before the day somebody must be reminded; chosen here, no law says it.
OPTIE_VOORAF = timedelta(days=120)
EINDE_VOORAF = timedelta(days=240)
DOCUMENT_VOORAF = timedelta(days=60)


def bij_de_tijd(op: date) -> int:
    """Open the turns that this day brings and let automatic clauses take effect; again changes nothing.

    Returns how many things wait on this day.
    """
    _laat_vanzelf_ingaan(op)
    beurten = [*_opties(op), *_aflopend(op), *_documenten(op)]
    open_beurten(beurten)
    return len(beurten)


def beheerder_van(contract: Contract) -> Organisatie | None:
    """Return who manages a contract: who bought it, or else the region office; None where there is none."""
    return contract.opdrachtgever or Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).first()


def _laat_vanzelf_ingaan(op: date) -> None:
    te_laat = Verlengoptie.objects.filter(
        besluit=Verlengoptie.Besluit.OPEN, automatisch=True, beslissen_voor__lt=op,
        contract__staat=Contract.Staat.GETEKEND,
    ).select_related("contract")  # fmt: skip
    for optie in te_laat.order_by("contract", "nummer"):
        beheerder = beheerder_van(optie.contract)
        if beheerder is not None:
            with transaction.atomic():
                verleng_vanzelf(systeem(beheerder, "systeem: verlengen"), optie)


def _opties(op: date) -> Iterator[NieuweBeurt]:
    nabij = (
        Verlengoptie.objects.filter(
            besluit=Verlengoptie.Besluit.OPEN, beslissen_voor__lte=op + OPTIE_VOORAF,
            contract__staat=Contract.Staat.GETEKEND,
        )
        .select_related("contract__aanbieder", "contract__opdrachtgever")
    )  # fmt: skip
    for optie in nabij:
        gevolg = "gaat het contract vanzelf door" if optie.automatisch else "loopt het contract af"
        beurt = _bij_contract(optie.contract, op, soort="contract-verlengen", uiterlijk=optie.beslissen_voor)
        if beurt is not None:
            beurt |= {
                "sleutel": beurt_optie(optie),
                "titel": f"Beslis of contract {optie.contract.nummer} doorgaat",
                "tekst": f"{optie.contract.aanbieder}. Beslist niemand, dan {gevolg}.",
                "grondslag": f"contract {optie.contract.nummer}, verlenging {optie.nummer}",
                "handeling": "Beslis",
            }
            yield NieuweBeurt(**beurt)  # type: ignore[arg-type]


def _aflopend(op: date) -> Iterator[NieuweBeurt]:
    """Contracts that end without a clause left to decide on: help has to be arranged otherwise in time."""
    met_optie = Verlengoptie.objects.filter(besluit=Verlengoptie.Besluit.OPEN).values("contract")
    opvolger = Contract.objects.filter(
        aanbieder=OuterRef("aanbieder"), perceel=OuterRef("perceel"), van__gt=OuterRef("van")
    )
    nabij = (
        Contract.objects.filter(staat=Contract.Staat.GETEKEND, tot__gte=op, tot__lte=op + EINDE_VOORAF)
        .exclude(pk__in=met_optie).exclude(Exists(opvolger))
        .select_related("aanbieder", "opdrachtgever")
    )  # fmt: skip
    for contract in nabij:
        beurt = _bij_contract(contract, op, soort="contract-loopt-af", uiterlijk=contract.tot)
        if beurt is not None:
            beurt |= {
                "sleutel": f"contract:{contract.pk}:loopt-af:{contract.tot}",
                "titel": f"Contract {contract.nummer} loopt af",
                "tekst": f"{contract.aanbieder}. Regel wat er daarna komt: verlengen, opnieuw inkopen of afbouwen.",
                "grondslag": f"contract {contract.nummer}",
                "handeling": "Bekijk het contract",
            }
            yield NieuweBeurt(**beurt)  # type: ignore[arg-type]


def _bij_contract(contract: Contract, op: date, *, soort: str, uiterlijk: date | None) -> dict[str, object] | None:
    beheerder = beheerder_van(contract)
    if beheerder is None:
        return None
    return {
        "soort": soort, "organisatie": beheerder, "rol": Rol.CONTRACT, "begon_op": op, "uiterlijk": uiterlijk,
        "kenmerk": contract.nummer[:40], "wachtende": contract.aanbieder,
        "pad": reverse("zorglandschap:contract", args=[contract.pk]), "escalatie": "regiodirecteur",
    }  # fmt: skip


def _documenten(op: date) -> Iterator[NieuweBeurt]:
    grens = op + DOCUMENT_VOORAF
    aflopend = Kwaliteitsdocument.objects.filter(tot__lte=grens).select_related("aanbieder")
    opvolgers = {
        (document.aanbieder_id, document.soort)
        for document in Kwaliteitsdocument.objects.filter(Q(tot__isnull=True) | Q(tot__gt=grens))
    }
    regio = Organisatie.objects.filter(soort=Soort.REGIOKANTOOR).first()
    for document in aflopend:
        if (document.aanbieder_id, document.soort) in opvolgers:
            continue
        yield NieuweBeurt(
            sleutel=beurt_document(document), soort="kwaliteitsdocument",
            titel=f"{document.get_soort_display()} vernieuwen",
            tekst=f"{document.naam} is geldig tot en met {document.tot:%d-%m-%Y}.",
            organisatie=document.aanbieder,
            rol=Rol.GI if document.aanbieder.soort == Soort.GI else Rol.AANBIEDER,
            begon_op=op, uiterlijk=document.tot, grondslag="kwaliteitseisen bij het contract",
            handeling="Leg het nieuwe document vast", wachtende=regio, escalatie="contractmanager van de regio",
            pad=reverse("zorglandschap:aanbieder", args=[document.aanbieder_id]),
        )  # fmt: skip
