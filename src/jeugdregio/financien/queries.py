"""Reading declarations and sums of money. Sums are made by the database; the lines add up to them exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import CharField, Count, Max, Min, Q, QuerySet, Sum
from django.db.models.functions import Cast, Substr

from ijw.bevinding import Bevinding
from jeugdregio.audit.actions import leg_inzage_vast, leg_vast
from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.models import Beurt
from jeugdregio.financien import permissions
from jeugdregio.financien.geldt import Geldt, bij_declaratie
from jeugdregio.financien.herstel import herstelde, sleutel_herstel
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.zorglandschap.models import Product

PER_PAGINA = 50


@dataclass(frozen=True, slots=True)
class Tellingen:
    """How many lines a declaration has and how many were refused."""

    regels: int = 0
    afgewezen: int = 0


@dataclass(frozen=True, slots=True)
class RegelBeeld:
    """A line on the page of a declaration. `wie` names the child, for the provider only."""

    regel: Prestatie
    product: str
    wie: str
    hersteld: bool
    gecrediteerd: bool
    geldt: tuple[Geldt, ...] = ()

    @property
    def meldingen(self) -> list[dict[str, str]]:
        """Per finding: rule, return code and what is wrong with how to mend it."""
        return list(self.regel.meldingen)


@dataclass(frozen=True, slots=True)
class DeclaratieBeeld:
    """The page of one declaration."""

    declaratie: Declaratie
    pagina: Page[Prestatie]
    regels: tuple[RegelBeeld, ...]
    tellingen: Tellingen
    antwoord: Bericht | None
    mag_betalen: bool
    is_aanbieder: bool
    herstel_open: bool
    herstel_maand: date

    @property
    def afgewezen_bedrag(self) -> int:
        """What was asked and not granted, in cents."""
        return self.declaratie.ingediend - self.declaratie.toegekend


@dataclass(frozen=True, slots=True)
class BedragenRij:
    """Granted amounts in cents of one provider for one municipality, per month of a year (twelve)."""

    gemeente: Organisatie
    aanbieder: Organisatie
    maanden: tuple[int, ...]
    ingediend: int

    @property
    def toegekend(self) -> int:
        """Sum of the months."""
        return sum(self.maanden)


@dataclass(frozen=True, slots=True)
class Bedragen:
    """Granted amounts of a year, by the month in which the help was given."""

    jaar: int
    jaren: tuple[int, ...]
    rijen: tuple[BedragenRij, ...]
    meer_gemeenten: bool

    @property
    def maanden(self) -> tuple[int, ...]:
        """Sum per month over all rows."""
        return tuple(sum(kolom) for kolom in zip(*(rij.maanden for rij in self.rijen), strict=True)) or (0,) * 12

    @property
    def toegekend(self) -> int:
        """Sum of everything granted."""
        return sum(rij.toegekend for rij in self.rijen)

    @property
    def ingediend(self) -> int:
        """Sum of everything asked."""
        return sum(rij.ingediend for rij in self.rijen)


def declaraties(
    wie: Wie,
    *,
    gemeente: UUID | None = None,
    aanbieder: UUID | None = None,
    maand: date | None = None,
    staat: str = "",
) -> QuerySet[Declaratie]:
    """Return the declarations this actor may see, newest first. `maand` is a month in which help was given."""
    if not permissions.mag_declaraties_zien(wie):
        raise GeenRecht("Je rol geeft geen toegang tot declaraties.")
    gevonden = permissions.zichtbare_declaraties(wie).select_related("aanbieder", "gemeente")
    if gemeente:
        gevonden = gevonden.filter(gemeente=gemeente)
    if aanbieder:
        gevonden = gevonden.filter(aanbieder=aanbieder)
    if maand:
        in_maand = Prestatie.objects.filter(begindatum__year=maand.year, begindatum__month=maand.month)
        gevonden = gevonden.filter(pk__in=in_maand.values("declaratie"))
    if staat in Declaratie.Staat.values:
        gevonden = gevonden.filter(staat=staat)
    return gevonden


def tellingen(gekozen: Sequence[Declaratie]) -> dict[UUID, Tellingen]:
    """Return the counts of lines of these declarations. One query."""
    rijen = (
        Prestatie.objects.filter(declaratie__in=[declaratie.pk for declaratie in gekozen])
        .order_by()
        .values_list("declaratie")
        .annotate(Count("id"), aantal_afgewezen=Count("id", filter=~Q(retourcodes=[])))
    )
    return {pk: Tellingen(regels, afgewezen) for pk, regels, afgewezen in rijen}


def declaratie(wie: Wie, declaratie_id: UUID, *, alleen_afgewezen: bool = False, pagina: int = 1) -> DeclaratieBeeld:
    """Return one declaration with a page of its lines. Only a provider sees the names; every look is logged."""
    gevonden = declaraties(wie).select_related("bericht").filter(pk=declaratie_id).first()
    if gevonden is None:
        raise NietGevonden("Deze declaratie is er niet.")
    is_aanbieder = permissions.mag_indienen(wie)
    regels = gevonden.prestaties.select_related("toewijzing__kind")
    if alleen_afgewezen:
        regels = regels.exclude(retourcodes=[])
    blad = Paginator(regels.order_by("id"), PER_PAGINA).get_page(pagina)
    open_beurt = Beurt.objects.filter(sleutel=sleutel_herstel(gevonden), staat=Beurt.Staat.OPEN)
    kinderen = {regel.toewijzing.kind_id for regel in blad if regel.toewijzing}
    leg_inzage_vast(wie, list(kinderen), scherm="declaratie", soort="declaratie", onderwerp_id=gevonden.pk)
    return DeclaratieBeeld(
        declaratie=gevonden,
        pagina=blad,
        regels=_regelbeelden(list(blad), gevonden, is_aanbieder),
        tellingen=tellingen([gevonden]).get(gevonden.pk, Tellingen()),
        antwoord=gevonden.bericht.antwoorden.first(),
        mag_betalen=permissions.mag_betaalbaar_stellen(wie) and gevonden.staat == Declaratie.Staat.BEANTWOORD,
        is_aanbieder=is_aanbieder,
        herstel_open=is_aanbieder and open_beurt.exists(),
        herstel_maand=_laatste_maand(gevonden),
    )


def _laatste_maand(van: Declaratie) -> date:
    """The last month declared to this municipality: an earlier one cannot be declared any more (TR318)."""
    zelfde = Declaratie.objects.filter(aanbieder=van.aanbieder_id, gemeente=van.gemeente_id)
    laatste: date = zelfde.aggregate(laatste=Max("begindatum"))["laatste"]
    return laatste


def _regelbeelden(regels: list[Prestatie], van: Declaratie, met_naam: bool) -> tuple[RegelBeeld, ...]:
    producten = dict(Product.objects.filter(code__in={regel.code for regel in regels}).values_list("code", "naam"))
    hersteld = herstelde(regels)
    gecrediteerd = set(
        Prestatie.objects.filter(
            declaratie__aanbieder=van.aanbieder_id, vorige_referentie__in=[r.referentie for r in regels], retourcodes=[]
        ).values_list("vorige_referentie", flat=True)
    )
    geldt = bij_declaratie(van, regels)
    return tuple(
        RegelBeeld(
            regel=regel,
            product=producten.get(regel.code, ""),
            wie=_naam(regel) if met_naam else "",
            hersteld=regel.pk in hersteld,
            gecrediteerd=regel.referentie in gecrediteerd,
            geldt=geldt.get(regel.pk, ()),
        )
        for regel in regels
    )


def _naam(regel: Prestatie) -> str:
    if regel.toewijzing is None:
        return ""
    kind = regel.toewijzing.kind
    return " ".join(deel for deel in (kind.voornamen, kind.voorvoegsel, kind.achternaam) if deel)


def afgekeurde_berichten(wie: Wie) -> QuerySet[Bericht]:
    """Return declarations that were refused as a whole: they are not booked, their message tells why."""
    if not permissions.mag_declaraties_zien(wie):
        raise GeenRecht("Je rol geeft geen toegang tot declaraties.")
    kant = "ontvanger" if wie.organisatie.soort == Soort.GEMEENTE else "afzender"
    return (
        Bericht.objects.filter(**{kant: wie.organisatie}, richting="in", soort="JW323", aantal_bevindingen__gt=0)
        .exclude(pk__in=permissions.zichtbare_declaraties(wie).values("bericht"))
        .select_related("afzender", "ontvanger")
        .defer("inhoud", "bevindingen")
        .order_by("-ontvangen_op")
    )


def afgekeurd_bericht(wie: Wie, bericht_id: UUID) -> tuple[Bericht, tuple[Bevinding, ...]]:
    """Return a declaration that was refused as a whole, with what was found."""
    bericht = afgekeurde_berichten(wie).defer(None).filter(pk=bericht_id).first()
    if bericht is None:
        raise NietGevonden("Dit bericht is er niet.")
    leg_vast(wie, "bericht.bekeken", soort="bericht", onderwerp_id=bericht.pk)
    return bericht, tuple(postbus.bevindingen_van(bericht))


def te_declareren_gemeenten(wie: Wie) -> QuerySet[Organisatie]:
    """Return the municipalities a provider has assignments of."""
    permissions.eis_indienen(wie)
    return Organisatie.objects.filter(soort=Soort.GEMEENTE, toewijzingen__aanbieder=wie.organisatie).distinct()


def bedragen(wie: Wie, jaar: int | None = None) -> Bedragen:
    """Return what was granted per municipality, provider and month in which the help was given. Four queries."""
    if not permissions.mag_bedragen_zien(wie):
        raise GeenRecht("Je rol geeft geen toegang tot bedragen.")
    bron = Prestatie.objects.filter(declaratie__in=permissions.bedragen_van(wie)).order_by()
    jaren = _jaren(bron)
    gekozen = jaar if jaar in jaren else jaren[0]
    # Substr on the ISO date runs in the database itself on both engines; TruncMonth does not on SQLite.
    sommen = (
        bron.filter(begindatum__gte=date(gekozen, 1, 1), begindatum__lte=date(gekozen, 12, 31))
        .annotate(maand=Substr(Cast("begindatum", CharField()), 6, 2))
        .values_list("declaratie__gemeente", "declaratie__aanbieder", "maand")
        .annotate(Sum("toegekend"), Sum("bedrag"))
    )
    per_paar: dict[tuple[UUID, UUID], list[int]] = {}
    ingediend: dict[tuple[UUID, UUID], int] = {}
    for gemeente, aanbieder, maand, toegekend, gevraagd in sommen:
        paar = (gemeente, aanbieder)
        per_paar.setdefault(paar, [0] * 12)[int(maand) - 1] = toegekend
        ingediend[paar] = ingediend.get(paar, 0) + gevraagd
    organisaties = Organisatie.objects.in_bulk({pk for paar in per_paar for pk in paar})
    rijen = [
        BedragenRij(organisaties[gemeente], organisaties[aanbieder], tuple(maanden), ingediend[gemeente, aanbieder])
        for (gemeente, aanbieder), maanden in per_paar.items()
    ]
    rijen.sort(key=lambda rij: (rij.gemeente.naam, rij.aanbieder.naam))
    return Bedragen(gekozen, jaren, tuple(rijen), wie.organisatie.soort != Soort.GEMEENTE)


def _jaren(bron: QuerySet[Prestatie]) -> tuple[int, ...]:
    """The years with lines, newest first; without lines this year."""
    uiterste = bron.aggregate(eerste=Min("begindatum"), laatste=Max("begindatum"))
    if uiterste["eerste"] is None:
        return (vandaag().year,)
    return tuple(range(uiterste["laatste"].year, uiterste["eerste"].year - 1, -1))
