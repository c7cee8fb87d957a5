"""Reading turns: mine, those of others, the counts above them, and where the region stalls."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Min, Q, QuerySet

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten import permissions
from jeugdregio.beurten.escalatie import zet_escalatie
from jeugdregio.beurten.models import VERZEGELD, Beurt
from jeugdregio.beurten.termijnstaat import einde_van_week
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.organisaties.queries import contactpunten_van
from jeugdregio.organisaties.wie import Wie

PER_PAGINA = 20


@dataclass(frozen=True)
class Zeef:
    """What the user filters on. `lijst` is mijn or anderen; `termijn` te_laat, deze_week, later or empty (all)."""

    lijst: str = "mijn"
    termijn: str = ""
    soort: str = ""
    zoek: str = ""
    pagina: int = 1


@dataclass(frozen=True)
class Tellingen:
    """The five counts on the home screen."""

    te_laat: int
    deze_week: int
    later: int
    anderen: int
    anderen_te_laat: int


def _open(lijst: QuerySet[Beurt]) -> QuerySet[Beurt]:
    return lijst.filter(staat=Beurt.Staat.OPEN)


def _termijn(soort: str, op: date) -> Q:
    week = einde_van_week(op)
    return {
        "te_laat": Q(uiterlijk__lt=op),
        "deze_week": Q(uiterlijk__range=(op, week)),
        "later": Q(uiterlijk__gt=week) | Q(uiterlijk__isnull=True),
    }.get(soort, Q())


def tellingen(wie: Wie) -> Tellingen:
    """Count the open turns of this person and those they wait for, in two queries."""
    op = vandaag()
    mijn = _open(permissions.eigen_beurten(wie)).aggregate(
        te_laat=Count("id", filter=_termijn("te_laat", op)),
        deze_week=Count("id", filter=_termijn("deze_week", op)),
        later=Count("id", filter=_termijn("later", op)),
    )
    anderen = _open(permissions.wachtende_beurten(wie)).aggregate(
        anderen=Count("id"), anderen_te_laat=Count("id", filter=_termijn("te_laat", op))
    )
    return Tellingen(**mijn, **anderen)


def lijst(wie: Wie, zeef: Zeef) -> Page[Beurt]:
    """Return one page of open turns, overdue first, filtered as the user asked."""
    bron = permissions.wachtende_beurten(wie) if zeef.lijst == "anderen" else permissions.eigen_beurten(wie)
    gevonden = _open(bron).filter(_termijn(zeef.termijn, vandaag()))
    if zeef.soort:
        gevonden = gevonden.filter(soort=zeef.soort)
    for woord in zeef.zoek.split():
        gevonden = gevonden.filter(
            Q(titel__icontains=woord)
            | Q(tekst__icontains=woord)
            | Q(aanduiding__icontains=woord)
            | Q(kenmerk__icontains=woord)
            | Q(organisatie__naam__icontains=woord)
        )
    gevonden = gevonden.select_related("organisatie", "contact", "wachtende").order_by(
        F("uiterlijk").asc(nulls_last=True), "begon_op", "id"
    )
    pagina = Paginator(gevonden, PER_PAGINA).get_page(zeef.pagina)
    _zet_contact(pagina, "organisatie_id" if zeef.lijst == "anderen" else "wachtende_id")
    zet_escalatie(pagina.object_list)
    return pagina


def _zet_contact(pagina: Page[Beurt], van: str) -> None:
    """Tell with each turn whom to call about it at the other organisation, in one query."""
    organisaties = {getattr(beurt, van) for beurt in pagina.object_list}
    punten = contactpunten_van(organisaties, Contactpunt.Onderwerp.TOEWIJZING)
    for beurt in pagina.object_list:
        beurt.te_bellen = punten.get(getattr(beurt, van))


def eerste_van_anderen(wie: Wie, aantal: int = 3) -> list[Beurt]:
    """Return the first turns of others, for the side of the home screen."""
    return list(
        _open(permissions.wachtende_beurten(wie))
        .select_related("organisatie", "contact")
        .order_by(F("uiterlijk").asc(nulls_last=True), "id")[:aantal]
    )


def soorten(wie: Wie) -> list[tuple[str, str]]:
    """Return the kinds of turn this person has open: code and title, for the filter."""
    rijen = (
        _open(permissions.eigen_beurten(wie) | permissions.wachtende_beurten(wie))
        .values("soort")
        .annotate(titel=Min("titel"))
        .order_by("titel")
    )
    return [(r["soort"], r["titel"]) for r in rijen]


def beurt(wie: Wie, beurt_id: UUID) -> Beurt | None:
    """Return one turn that this person may see, else None."""
    zichtbaar = permissions.eigen_beurten(wie) | permissions.wachtende_beurten(wie)
    return zichtbaar.filter(pk=beurt_id).select_related("organisatie", "contact").first()


def van_kind(wie: Wie, kind_id: UUID) -> list[Beurt]:
    """Return the open turns around a child. The caller has checked that `wie` may see this child."""
    return list(
        Beurt.objects.filter(Q(organisatie=wie.organisatie) | Q(wachtende=wie.organisatie), kind_id=kind_id)
        .filter(staat=Beurt.Staat.OPEN)
        .select_related("organisatie")
    )


@dataclass(frozen=True)
class Stilstand:
    """Where the region stalls: one organisation and one kind of turn."""

    organisatie: str
    soort: str
    titel: str
    open: int
    te_laat: int
    langst_te_laat: int


def stilstand(wie: Wie) -> list[Stilstand]:
    """Return per organisation and kind how much is open, how much is late and how long. Counts, no children."""
    if not permissions.mag_regio_zien(wie):
        raise GeenRecht("Het regio-overzicht is voor gemeenten en het regiokantoor.")
    op = vandaag()
    rijen = (
        Beurt.objects.filter(staat=Beurt.Staat.OPEN)
        .exclude(soort__startswith=VERZEGELD)
        .values("organisatie__naam", "soort")
        .annotate(
            titel=Min("titel"),
            open=Count("id"),
            te_laat=Count("id", filter=Q(uiterlijk__lt=op)),
            oudste=Min("uiterlijk", filter=Q(uiterlijk__lt=op)),
        )
        .order_by("-te_laat", "-open", "organisatie__naam")
    )
    return [
        Stilstand(
            organisatie=r["organisatie__naam"],
            soort=r["soort"],
            titel=r["titel"],
            open=r["open"],
            te_laat=r["te_laat"],
            langst_te_laat=(op - r["oudste"]).days if r["oudste"] else 0,
        )
        for r in rijen
    ]
