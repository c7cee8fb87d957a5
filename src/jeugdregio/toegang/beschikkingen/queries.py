"""Reading decisions. Every read takes the actor, fails closed, and logs the look at the child's file."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Min, Q
from django.urls import reverse

from jeugdregio.afspraken.geldt import Antwoord, wat_geldt
from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.gebruik import uitoefeningen
from jeugdregio.bestuur.mandaten.models import Uitoefening
from jeugdregio.bestuur.mandaten.queries import mag_wie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen import beurten
from jeugdregio.toegang.beschikkingen.herkomst import Herkomst, herkomst
from jeugdregio.toegang.beschikkingen.models import (
    Beschikking,
    Deskundigheid,
    Opmerking,
    Soort,
    Staat,
    TweedeBlik,
    Verzending,
)
from jeugdregio.toegang.beschikkingen.oordeel import Punt, oordeel
from jeugdregio.toegang.beschikkingen.permissions import LEZERS, haal, is_teamleider, zichtbare_beschikkingen
from jeugdregio.toegang.beschikkingen.tweede_blik import totaal, waarom_tweede_blik
from jeugdregio.toegang.beschikkingen.verzenden import Ontvanger, ontvangers, te_regelen
from jeugdregio.toegang.besluitbron import Besluitlink
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.permissions import is_toegang
from jeugdregio.toegang.termijnen.models import Klok
from recht.wegen import Weg, toetst_noodzaak

PER_PAGINA = 25
OPEN = (Staat.CONCEPT, Staat.TWEEDE_BLIK, Staat.TE_TEKENEN, Staat.GETEKEND)
VRAAG_NA_VERWIJZING = "beschikking_na_verwijzing"
BEZWAAR_LOOPT = "bezwaar"


@dataclass(frozen=True)
class Beeld:
    """The page of one decision: what it says, what is tested, and what this reader may do now."""

    besluit: Beschikking
    punten: tuple[Punt, ...]
    opmerkingen: tuple[Opmerking, ...]
    verzendingen: tuple[Verzending, ...]
    ontvangers: tuple[Ontvanger, ...]
    te_regelen: tuple[object, ...]
    gebruik: tuple[Uitoefening, ...]
    afspraak: TweedeBlik | None
    klok: Klok | None
    opvolger: Beschikking | None
    totaal: int | None
    herkomst: Herkomst
    schrijft: bool
    leest_na: bool
    tekent: bool
    tekent_niet: str
    getekend_door_mij: bool

    @property
    def goed(self) -> tuple[Punt, ...]:
        """The tests that are right."""
        return tuple(punt for punt in self.punten if punt.goed)

    @property
    def mist(self) -> tuple[Punt, ...]:
        """The tests that are not right yet."""
        return tuple(punt for punt in self.punten if not punt.goed)


def lijst(wie: Wie, *, staat: str = "", soort: str = "", pagina: int = 1) -> Page[Beschikking]:
    """Return one page of decisions: open ones first by default. `staat` "bezwaar": objection is open. Logs the look."""
    gevonden = zichtbare_beschikkingen(wie).select_related("kind", "ondertekend_door", "hulpvraag")
    if staat == BEZWAAR_LOOPT:
        gevonden = gevonden.filter(bezwaar_tot__gte=vandaag())
    elif staat == "open":
        gevonden = gevonden.filter(staat__in=OPEN)
    elif staat in Staat.values:
        gevonden = gevonden.filter(staat=staat)
    if soort in Soort.values:
        gevonden = gevonden.filter(soort=soort)
    volgorde = ("bezwaar_tot", "pk") if staat == BEZWAAR_LOOPT else ("-aangemaakt_op", "pk")
    blad = Paginator(gevonden.order_by(*volgorde), PER_PAGINA).get_page(pagina)
    leg_inzage_vast(wie, list({b.kind_id for b in blad}), scherm="besluiten")
    return blad


def aantallen(wie: Wie) -> dict[str, int]:
    """Return how many are open, wait for a second pair of eyes, are to be sent, and are open to objection."""
    alle = zichtbare_beschikkingen(wie)
    return {
        "open": alle.filter(staat__in=OPEN).count(),
        "tweede_blik": alle.filter(staat=Staat.TWEEDE_BLIK).count(),
        "getekend": alle.filter(staat=Staat.GETEKEND).count(),
        BEZWAAR_LOOPT: alle.filter(bezwaar_tot__gte=vandaag()).count(),
    }


def besluit(wie: Wie, beschikking_id: UUID) -> Beeld:
    """Return the page of one decision and log the look. Raises NietGevonden, also for another municipality's."""
    gevonden = haal(wie, beschikking_id)
    leg_inzage_vast(wie, [gevonden.kind_id], scherm="besluit", soort="beschikking", onderwerp_id=gevonden.pk)
    staat = Staat(gevonden.staat)
    handeling = "beschikken_pgb" if beurten.heeft_pgb(gevonden) else "beschikken"
    te_tekenen = staat == Staat.TE_TEKENEN
    bevoegd = mag_wie(wie, handeling, gevonden.gemeente, vandaag(), rollen=LEZERS) if te_tekenen else None
    nog_niet_vast = staat in (Staat.CONCEPT, Staat.TWEEDE_BLIK, Staat.TE_TEKENEN)
    return Beeld(
        besluit=gevonden,
        punten=tuple(oordeel(gevonden)) if nog_niet_vast else (),
        opmerkingen=tuple(gevonden.opmerkingen.select_related("door")),
        verzendingen=tuple(gevonden.verzendingen.all()),
        ontvangers=tuple(ontvangers(gevonden)) if staat == Staat.GETEKEND else (),
        te_regelen=tuple(te_regelen(gevonden)) if staat == Staat.VERZONDEN else (),
        gebruik=tuple(uitoefeningen("beschikking", gevonden.pk)),
        afspraak=waarom_tweede_blik(gevonden) if nog_niet_vast else None,
        klok=beurten.beslisklok(gevonden) if staat in OPEN else None,
        opvolger=gevonden.vervangen_door.exclude(staat=Staat.VERVALLEN).first(),
        totaal=totaal(gevonden),
        herkomst=herkomst(gevonden),
        schrijft=staat == Staat.CONCEPT and is_toegang(wie),
        leest_na=staat == Staat.TWEEDE_BLIK and is_teamleider(wie) and gevonden.opgesteld_door_id != wie.gebruiker_id,
        tekent=bevoegd is not None and not bevoegd.ontbreekt,
        tekent_niet=bevoegd.zin if bevoegd is not None and bevoegd.ontbreekt else "",
        getekend_door_mij=staat == Staat.GETEKEND and gevonden.ondertekend_door_id == wie.gebruiker_id,
    )


def pdf(wie: Wie, beschikking_id: UUID) -> tuple[str, bytes]:
    """Return the letter as it was sent, with a name without personal data; logs the look. Raises NietGevonden."""
    gevonden = haal(wie, beschikking_id)
    brief = getattr(gevonden, "brief", None)
    if brief is None:
        raise NietGevonden("Deze brief is er nog niet: het besluit is niet verzonden.")
    leg_inzage_vast(wie, [gevonden.kind_id], scherm="besluitbrief", soort="beschikking", onderwerp_id=gevonden.pk)
    return f"besluit-{gevonden.kenmerk}.pdf", bytes(brief.pdf)


def van_kind(wie: Wie, kind: Kind) -> list[Beschikking]:
    """Return the decisions about a child this reader sees, newest first. One query; the caller logged the look."""
    return list(zichtbare_beschikkingen(wie).filter(kind=kind).exclude(staat=Staat.VERVALLEN).prefetch_related(
        "regels__uitvoering", "vervangen_door"))  # fmt: skip


def van_toewijzing(wie: Wie, toewijzing: Toewijzing) -> Besluitlink | None:
    """Return the last decision an assignment follows from, for who may see it. One query, none for anybody else."""
    eigen = zichtbare_beschikkingen(wie).filter(regels__uitvoering__toewijzing=toewijzing).order_by("-verzonden_op")
    gevonden = eigen.first()
    return Besluitlink(str(gevonden), reverse("beschikkingen:besluit", args=[gevonden.pk])) if gevonden else None


def verzonden_sinds(hulpvragen: Collection[UUID]) -> dict[UUID, date]:
    """Return per question the day its first decision was announced: a point of its road. One query."""
    gevonden = Beschikking.objects.filter(hulpvraag__in=hulpvragen, verzonden_op__isnull=False)
    return dict(gevonden.order_by().values("hulpvraag").annotate(op=Min("verzonden_op")).values_list("hulpvraag", "op"))


def na_verwijzing(hulpvraag: Hulpvraag) -> Antwoord | None:
    """Return what holds here on deciding after a referral; None where the municipality itself judges the need."""
    if toetst_noodzaak(Weg(hulpvraag.weg)):
        return None
    return wat_geldt(VRAAG_NA_VERWIJZING, hulpvraag.gemeente, vandaag())


def afspraken(wie: Wie) -> tuple[Sequence[TweedeBlik], Sequence[Deskundigheid]]:
    """Return how the own municipality decides: second readings of today and later, and who is registered."""
    blikken = TweedeBlik.objects.filter(Q(tot__isnull=True) | Q(tot__gte=vandaag()), gemeente=wie.organisatie)
    deskundig = Deskundigheid.objects.filter(gemeente=wie.organisatie).select_related("gebruiker")
    return list(blikken), list(deskundig)
