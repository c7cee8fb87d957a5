"""Assignments that end soon become a turn, so that help never stops unseen."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from jeugdregio.afspraken.geldt import Antwoord, Normenset
from jeugdregio.beurten.actions import open_beurten
from jeugdregio.organisaties.models import Soort
from jeugdregio.toegang.beurten import beurt_verlenging
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.zorglandschap.models import Tarief

VOORAF = timedelta(weeks=8)
VRAAG = "verlenging_zonder_gemeente"
GROND_MAATREGEL = "Verlenging door de kinderrechter (BW 1:260); SAP-GI 1.3"
MAATREGEL = (
    "De kinderrechter verlengt een maatregel, niet de gemeente. Vraag de verlenging op tijd aan bij de rechter.",
    "Daarna vraagt de instelling de gemeente om een nieuwe toewijzing, met verwijzer 08.",
)
_MAATREGELEN = frozenset({"47", "48"})  # youth probation and youth protection


def open_verlengingsbeurten(vandaag: date) -> int:
    """Open a turn for each assignment that ends within eight weeks and has no successor; return how many qualify.

    What holds in the municipality for this product and contract decides whose turn it is: with an undisputed "ja" the
    provider passes the extension on; otherwise the municipality judges it. Again: changes nothing. The number of
    queries does not grow with the assignments.
    """
    toewijzingen = list(_eindigen(vandaag))
    geldt = _wat_geldt(toewijzingen, vandaag)
    open_beurten(
        beurt_verlenging(
            toewijzing, voor_aanbieder=True, uitleg=MAATREGEL, grondslag=GROND_MAATREGEL, op=vandaag,
        )
        if _van_de_rechter(toewijzing)
        else beurt_verlenging(
            toewijzing, voor_aanbieder=_vanzelf(antwoord), uitleg=antwoord.stappen, grondslag=_grondslag(antwoord),
            op=vandaag,
        )
        for toewijzing, antwoord in zip(toewijzingen, geldt, strict=True)
    )  # fmt: skip
    return len(toewijzingen)


def _wat_geldt(toewijzingen: list[Toewijzing], vandaag: date) -> list[Antwoord]:
    """Return what holds for each assignment; norms are read once and each combination is weighed once."""
    normen = Normenset([VRAAG], list({t.gemeente_id: t.gemeente for t in toewijzingen}.values()), vandaag)
    contracten = _contractnummers(toewijzingen, vandaag)
    bekend: dict[tuple[object, str, str], Antwoord] = {}
    uit = []
    for t in toewijzingen:
        contract = contracten.get((t.aanbieder_id, t.code), "")
        sleutel = (t.gemeente_id, t.code, contract)
        if sleutel not in bekend:
            bekend[sleutel] = normen.antwoord(VRAAG, t.gemeente, t.code, contract)
        uit.append(bekend[sleutel])
    return uit


def _contractnummers(toewijzingen: list[Toewijzing], vandaag: date) -> dict[tuple[UUID, str], str]:
    """Return under which contract a provider delivers a product today: norms may be limited to a contract."""
    prijzen = Tarief.objects.op(vandaag).filter(
        contract__aanbieder_id__in={t.aanbieder_id for t in toewijzingen},
        product__code__in={t.code for t in toewijzingen},
    )
    rijen = prijzen.order_by("contract__nummer").values_list(
        "contract__aanbieder_id", "product__code", "contract__nummer"
    )
    return {(aanbieder, code): nummer for aanbieder, code, nummer in rijen}


def _van_de_rechter(toewijzing: Toewijzing) -> bool:
    return toewijzing.aanbieder.soort == Soort.GI and toewijzing.categorie in _MAATREGELEN


def _vanzelf(antwoord: Antwoord) -> bool:
    return antwoord.waarde == "ja" and not antwoord.betwist


def _grondslag(antwoord: Antwoord) -> str:
    norm = antwoord.norm
    bron = f"{norm.bron}, {norm.plaats}" if norm else "Niet geregeld"
    return f"{bron} (betwist)" if antwoord.betwist else bron


def _eindigen(vandaag: date) -> "list[Toewijzing]":
    opvolger = Toewijzing.objects.filter(
        Q(einddatum__isnull=True) | Q(einddatum__gt=OuterRef("einddatum")),
        kind=OuterRef("kind"), aanbieder=OuterRef("aanbieder"), categorie=OuterRef("categorie"),
        code=OuterRef("code"),
    ).exclude(reden_wijziging=VERWIJDERD)  # fmt: skip
    return list(
        Toewijzing.objects.filter(einddatum__gte=vandaag, einddatum__lte=vandaag + VOORAF)
        .exclude(reden_wijziging=VERWIJDERD)
        .exclude(einddatum=F("ingangsdatum"))
        .filter(~Exists(opvolger))
        .select_related("kind", "gemeente", "aanbieder")
        .order_by("einddatum", "pk")
    )
