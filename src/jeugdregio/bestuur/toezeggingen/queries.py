"""Reading the register: for who works with it, and the public part for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Prefetch, Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk, RegionaleActie, Stap
from jeugdregio.bestuur.toezeggingen.permissions import (
    mag_behandelen,
    mag_beoordelen,
    openbare_stukken,
    zichtbare_acties,
    zichtbare_stukken,
)
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_nl

_OPEN = Q(staat__in=["geregistreerd", "in_behandeling", "voorgesteld"])
# Once a settlement is proposed the college has done its part: the day no longer presses.
_BIJ_COLLEGE = Q(staat__in=["geregistreerd", "in_behandeling"])
_GEEN_DAG = ~Q(datumsoort="genoemd") & ~Q(soort="raadsvraag")
STANDEN = {
    "open": "Open",
    "te_laat": "Te laat",
    "zonder": "Zonder datum",
    "klaar": "Afgedaan of beëindigd",
    "": "Alles",
}


@dataclass(frozen=True, slots=True)
class Zeef:
    """What the reader wants to see; empty is everything."""

    gemeente: str = ""
    soort: str = ""
    stand: str = "open"
    zoek: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """One item in the list; `dagen_open` counts from the meeting to today, or to the day it was done."""

    stuk: Raadsstuk
    dagen_open: int
    te_laat: bool


@dataclass(frozen=True, slots=True)
class Raadstelling:
    """How many items of a council are open, late, and without a day; and how long the oldest is open."""

    gemeente: Organisatie
    open: int
    te_laat: int
    zonder_datum: int
    langst_dagen: int


@dataclass(frozen=True, slots=True)
class Stukbeeld:
    """One item with its history and what this reader can do with it."""

    stuk: Raadsstuk
    stappen: Sequence[Stap]
    dagen_open: int
    te_laat: bool
    mag_behandelen: bool
    mag_beoordelen: bool

    @property
    def gegevens(self) -> list[tuple[str, str]]:
        """What the page shows beside the words."""
        dag = datum_nl(self.stuk.uiterlijk)
        return [
            ("Gevraagd door", self.stuk.indiener),
            ("Wethouder", self.stuk.portefeuillehouder),
            ("Uiterlijk", f"{dag} ({self.stuk.zonder_dag})" if self.stuk.zonder_dag else dag),
            ("Open", f"{self.dagen_open} dagen"),
            ("Zittingsperiode", self.stuk.zittingsperiode),
            ("Bron", self.stuk.bron),
        ]


def lijst(wie: Wie, zeef: Zeef) -> QuerySet[Raadsstuk]:
    """Return the items this person may see, the longest open first."""
    return (
        _gezeefd(zichtbare_stukken(wie), zeef).select_related("gemeente", "actie").order_by("vergadering_op", "nummer")
    )


def als_regels(stukken: Sequence[Raadsstuk]) -> list[Regel]:
    """Return list lines; the day an item was done counts as its end. One query for all."""
    einden = dict(
        Stap.objects.filter(stuk__in=stukken, wat__in=("Afgedaan", "Ingetrokken", "Vervallen"))
        .order_by("op").values_list("stuk_id", "op__date")
    )  # fmt: skip
    return [_regel(stuk, einden.get(stuk.pk)) for stuk in stukken]


def tellingen(wie: Wie) -> list[Raadstelling]:
    """Return the count per council of the region, one query beside that of the members."""
    datum = vandaag()
    rijen = (
        zichtbare_stukken(wie).filter(_OPEN).order_by().values("gemeente")
        .annotate(open=Count("pk"), zonder=Count("pk", _GEEN_DAG), oudste=Min("vergadering_op"))
        .annotate(laat=Count("pk", _BIJ_COLLEGE & Q(uiterlijk__lt=datum)))
    )  # fmt: skip
    per: dict[UUID, Any] = {rij["gemeente"]: rij for rij in rijen}
    leeg: Any = {"open": 0, "laat": 0, "zonder": 0, "oudste": datum}
    return [
        Raadstelling(
            g, (rij := per.get(g.pk, leeg))["open"], rij["laat"], rij["zonder"],
            (datum - rij["oudste"]).days,
        )
        for g in deelnemers()
    ]  # fmt: skip


def stuk(wie: Wie, stuk_id: UUID) -> Stukbeeld:
    """Return one item with all that belongs to it. Raises NietGevonden."""
    stappen = Prefetch("stappen", Stap.objects.select_related("door", "namens"))
    gevonden = (
        zichtbare_stukken(wie).select_related("gemeente", "actie__eigenaar")
        .prefetch_related("onderdelen", "afdoeningen", stappen)
        .filter(pk=stuk_id).first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Dit stuk is er niet.")
    regel = als_regels([gevonden])[0]
    return Stukbeeld(
        stuk=gevonden,
        stappen=list(gevonden.stappen.all()),
        dagen_open=regel.dagen_open,
        te_laat=regel.te_laat,
        mag_behandelen=mag_behandelen(wie, gevonden),
        mag_beoordelen=mag_beoordelen(wie, gevonden),
    )


def openbaar(gemeente_code: str) -> tuple[Organisatie, list[Regel]]:
    """Return the public items of one council, for anybody. Raises NietGevonden for one outside the region."""
    gemeente = next((g for g in deelnemers() if g.code == gemeente_code), None)
    if gemeente is None:
        raise NietGevonden("Deze gemeente hoort niet bij de regio.")
    stukken = list(openbare_stukken().filter(gemeente=gemeente).select_related("gemeente").order_by("-vergadering_op"))
    return gemeente, als_regels(stukken)


def acties(wie: Wie) -> QuerySet[RegionaleActie]:
    """Return the regional work, what is due first on top."""
    return zichtbare_acties(wie).select_related("eigenaar").annotate(stukken=Count("raadsstukken"))


def actie(wie: Wie, actie_id: UUID) -> tuple[RegionaleActie, list[Raadsstuk]]:
    """Return one piece of regional work with the items this reader may see. Raises NietGevonden."""
    gevonden = zichtbare_acties(wie).select_related("eigenaar").filter(pk=actie_id).first()
    if gevonden is None:
        raise NietGevonden("Deze actie is er niet.")
    return gevonden, list(zichtbare_stukken(wie).filter(actie=gevonden).select_related("gemeente"))


def kiesbaar(wie: Wie) -> QuerySet[Raadsstuk]:
    """Return the items that regional work can take up."""
    return (
        zichtbare_stukken(wie).filter(_OPEN, actie=None).select_related("gemeente").order_by("gemeente__naam", "nummer")
    )


def _gezeefd(stukken: QuerySet[Raadsstuk], zeef: Zeef) -> QuerySet[Raadsstuk]:
    if zeef.gemeente:
        stukken = stukken.filter(gemeente__code=zeef.gemeente)
    if zeef.soort:
        stukken = stukken.filter(soort=zeef.soort)
    if zeef.zoek:
        woord = zeef.zoek
        stukken = stukken.filter(Q(kern__icontains=woord) | Q(nummer__icontains=woord) | Q(indiener__icontains=woord))
    if zeef.stand in {"open", "te_laat", "zonder"}:
        stukken = stukken.filter(_OPEN)
    if zeef.stand == "te_laat":
        stukken = stukken.filter(_BIJ_COLLEGE, uiterlijk__lt=vandaag())
    if zeef.stand == "zonder":
        stukken = stukken.filter(_GEEN_DAG)
    return stukken.exclude(_OPEN) if zeef.stand == "klaar" else stukken


def _regel(stuk: Raadsstuk, einde: date | None) -> Regel:
    open_ = stuk.staat in {"geregistreerd", "in_behandeling", "voorgesteld"}
    tot = vandaag() if open_ or einde is None else einde
    bij_college = stuk.staat in {"geregistreerd", "in_behandeling"}
    return Regel(stuk, (tot - stuk.vergadering_op).days, bij_college and stuk.uiterlijk < vandaag())
