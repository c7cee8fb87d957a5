"""Assignments that end soon become a turn, so that help never stops unseen."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from jeugdregio.afspraken.geldt import Antwoord, Normenset
from jeugdregio.beurten.actions import open_beurten
from jeugdregio.organisaties.models import Gebruiker, Soort
from jeugdregio.toegang.beurten import beurt_verlenging
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.zorglandschap.models import Tarief

VRAAG, VRAAG_VOORAF = "verlenging_zonder_gemeente", "verlenging_vooraf"
WEKEN_VOORAF = 8  # when no norm says how long
MEESTE_WEKEN = 26
GROND_MAATREGEL = "Verlenging door de kinderrechter (BW 1:260); SAP-GI 1.3"
MAATREGEL = (
    "De kinderrechter verlengt een maatregel, niet de gemeente. Vraag de verlenging op tijd aan bij de rechter.",
    "Daarna vraagt de instelling de gemeente om een nieuwe toewijzing, met verwijzer 08.",
)
_MAATREGELEN = frozenset({"47", "48"})  # youth probation and youth protection
Regisseurs = Callable[[Collection[UUID]], Mapping[UUID, Gebruiker]]
"""Who holds case direction, by key of the child, in one query."""

_regisseurs: list[Regisseurs] = []


def registreer_regisseurs(bron: Regisseurs) -> None:
    """Set where case direction is kept (called from `AppConfig.ready()`); again replaces it."""
    _regisseurs[:] = [bron]


def regisseurs_van(kinderen: Collection[UUID]) -> Mapping[UUID, Gebruiker]:
    """Return who holds case direction over these children, as far as somebody does."""
    return _regisseurs[0](kinderen) if _regisseurs else {}


def open_verlengingsbeurten(vandaag: date) -> int:
    """Open a turn for each assignment that ends soon and has no successor; return how many qualify.

    How soon, and whose turn it is, follows from what holds in the municipality for this product and contract: with an
    undisputed "ja" the provider passes the extension on; otherwise the municipality judges it, in the person of who
    holds case direction. Again: changes nothing. The number of queries does not grow with the assignments.
    """
    uiterlijk = vandaag + timedelta(weeks=MEESTE_WEKEN)
    alle = list(_eindigen(vandaag, uiterlijk))
    geldt = antwoorden((VRAAG, VRAAG_VOORAF), alle, vandaag)
    aan_de_beurt = [
        (toewijzing, antwoord[VRAAG])
        for toewijzing, antwoord in zip(alle, geldt, strict=True)
        if toewijzing.einddatum is not None
        and toewijzing.einddatum <= vandaag + timedelta(weeks=weken_vooraf(antwoord[VRAAG_VOORAF]))
    ]
    _open(aan_de_beurt, vandaag)
    return len(aan_de_beurt)


def open_verlengingsbeurt(toewijzing: Toewijzing, vandaag: date) -> None:
    """Open the turn of one assignment, however far away its end is. Again: changes nothing."""
    _open([(toewijzing, antwoorden((VRAAG,), [toewijzing], vandaag)[0][VRAAG])], vandaag)


def weken_vooraf(antwoord: Antwoord, anders: int = WEKEN_VOORAF) -> int:
    """Return how many weeks before; the longest of what is disputed, and `anders` when no norm gives a number."""
    genoemd = [int(n.waarde) for n in antwoord.normen if n.waarde.isdigit()]
    if antwoord.betwist:
        return min(max([anders, *genoemd]), MEESTE_WEKEN)
    return min(int(antwoord.waarde), MEESTE_WEKEN) if antwoord.waarde.isdigit() else anders


def antwoorden(vragen: Sequence[str], toewijzingen: Sequence[Toewijzing], vandaag: date) -> list[dict[str, Antwoord]]:
    """Return what holds for each assignment; norms are read once and each combination is weighed once."""
    normen = Normenset(vragen, list({t.gemeente_id: t.gemeente for t in toewijzingen}.values()), vandaag)
    contracten = _contractnummers(toewijzingen, vandaag)
    bekend: dict[tuple[object, str, str], dict[str, Antwoord]] = {}
    uit = []
    for t in toewijzingen:
        contract = contracten.get((t.aanbieder_id, t.code), "")
        sleutel = (t.gemeente_id, t.code, contract)
        if sleutel not in bekend:
            bekend[sleutel] = {vraag: normen.antwoord(vraag, t.gemeente, t.code, contract) for vraag in vragen}
        uit.append(bekend[sleutel])
    return uit


def van_de_rechter(toewijzing: Toewijzing) -> bool:
    """Tell whether the court extends this help, not the municipality."""
    return toewijzing.aanbieder.soort == Soort.GI and toewijzing.categorie in _MAATREGELEN


def aanbieder_verlengt(toewijzing: Toewijzing, antwoord: Antwoord) -> bool:
    """Tell whether the provider passes an extension on by itself: an undisputed "ja", or a measure of the court."""
    return van_de_rechter(toewijzing) or (antwoord.waarde == "ja" and not antwoord.betwist)


def grondslag_van(antwoord: Antwoord) -> str:
    """Return the source of an answer, and whether it is disputed."""
    norm = antwoord.norm
    bron = f"{norm.bron}, {norm.plaats}" if norm else "Niet geregeld"
    return f"{bron} (betwist)" if antwoord.betwist else bron


def zonder_opvolger(toewijzingen: "QuerySet[Toewijzing]") -> "QuerySet[Toewijzing]":
    """Leave out what never counted and what goes on in another assignment of the same product."""
    opvolger = Toewijzing.objects.filter(
        Q(einddatum__isnull=True) | Q(einddatum__gt=OuterRef("einddatum")),
        kind=OuterRef("kind"), aanbieder=OuterRef("aanbieder"), categorie=OuterRef("categorie"),
        code=OuterRef("code"),
    ).exclude(reden_wijziging=VERWIJDERD)  # fmt: skip
    return (
        toewijzingen.exclude(reden_wijziging=VERWIJDERD)
        .exclude(einddatum=F("ingangsdatum"))
        .filter(~Exists(opvolger))
        .select_related("kind", "gemeente", "aanbieder")
    )


def _open(rijen: Sequence[tuple[Toewijzing, Antwoord]], vandaag: date) -> None:
    regie = regisseurs_van({t.kind_id for t, antwoord in rijen if not aanbieder_verlengt(t, antwoord)})
    open_beurten(
        beurt_verlenging(toewijzing, voor_aanbieder=True, uitleg=MAATREGEL, grondslag=GROND_MAATREGEL, op=vandaag)
        if van_de_rechter(toewijzing)
        else beurt_verlenging(
            toewijzing, voor_aanbieder=aanbieder_verlengt(toewijzing, antwoord), uitleg=antwoord.stappen,
            grondslag=grondslag_van(antwoord), op=vandaag, contact=regie.get(toewijzing.kind_id),
        )
        for toewijzing, antwoord in rijen
    )  # fmt: skip


def _contractnummers(toewijzingen: Sequence[Toewijzing], vandaag: date) -> dict[tuple[UUID, str], str]:
    """Return under which contract a provider delivers a product today: norms may be limited to a contract."""
    prijzen = Tarief.objects.op(vandaag).filter(
        contract__aanbieder_id__in={t.aanbieder_id for t in toewijzingen},
        product__code__in={t.code for t in toewijzingen},
    )
    rijen = prijzen.order_by("contract__nummer").values_list(
        "contract__aanbieder_id", "product__code", "contract__nummer"
    )
    return {(aanbieder, code): nummer for aanbieder, code, nummer in rijen}


def _eindigen(vandaag: date, uiterlijk: date) -> "QuerySet[Toewijzing]":
    eindigend = Toewijzing.objects.filter(einddatum__gte=vandaag, einddatum__lte=uiterlijk)
    return zonder_opvolger(eindigend).order_by("einddatum", "pk")
