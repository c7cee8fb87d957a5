"""Reading children, requests and assignments. Every read takes the actor and logs the look at a child's file."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.models import Beurt
from jeugdregio.beurten.queries import van_kind
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.afwijking import zoals_gevraagd
from jeugdregio.toegang.dossier import TIJDELIJK
from jeugdregio.toegang.models import (
    Gezagsdrager,
    Kind,
    Levering,
    TaakgerichteLevering,
    Toewijzing,
    Verzoek,
    VerzoekRegel,
)
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.permissions import (
    is_toegang,
    zichtbare_kinderen,
    zichtbare_toewijzingen,
    zichtbare_verzoeken,
)
from jeugdregio.toegang.stappen import Stap, stappen
from jeugdregio.toegang.toetsen import Toets, toetsen_voor

__all__ = [
    "KindBeeld",
    "Stap",
    "Toets",
    "ToewijzingBeeld",
    "VerzoekBeeld",
    "kind",
    "kinderen",
    "stappen",
    "toetsen",
    "toewijzing",
    "toewijzingen",
    "toewijzingen_van_verzoek",
    "verzoek",
    "verzoeken",
]

PER_PAGINA = 25
_OPEN = (VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK)


@dataclass(frozen=True)
class KindBeeld:
    """The page of one child, as far as this reader may see it.

    `volledig` is False for a provider: then parents are empty. Consent is shown by the sub-room that judges it.
    """

    kind: Kind
    volledig: bool
    gezagsdragers: tuple[Gezagsdrager, ...]
    verzoeken: tuple[Verzoek, ...]
    toewijzingen: tuple[Toewijzing, ...]
    beurten: tuple[Beurt, ...]
    taken: tuple[TaakgerichteLevering, ...] = ()


@dataclass(frozen=True)
class VerzoekBeeld:
    """One request with what is needed to decide. `te_beslissen` are the lines still without final answer."""

    verzoek: Verzoek
    regels: tuple[VerzoekRegel, ...]
    te_beslissen: tuple[VerzoekRegel, ...]
    toetsen: tuple[Toets, ...]
    stappen: tuple[Stap, ...]
    mag_beslissen: bool


@dataclass(frozen=True)
class ToewijzingBeeld:
    """One assignment with its deliveries (removed ones left out) and the running one, if any."""

    toewijzing: Toewijzing
    leveringen: tuple[Levering, ...]
    lopend: Levering | None
    mag_melden: bool
    mag_wijzigen: bool = False

    @property
    def laatste(self) -> Levering | None:
        """The delivery reported last: a stop can only be mended on that one (OP155)."""
        return max(self.leveringen, key=lambda levering: levering.begindatum, default=None)

    @property
    def hervatbaar(self) -> bool:
        """True when help stopped for a while: it may go on, or stop for good (OP377)."""
        return self.lopend is None and self.laatste is not None and self.laatste.reden_beeindiging == TIJDELIJK


def kinderen(wie: Wie, zoek: str = "", pagina: int = 1) -> Page[Kind]:
    """Return one page of children this person may see; `zoek` is a name, file number or whole BSN. Logs the look."""
    gevonden = zichtbare_kinderen(wie).select_related("gemeente")
    for woord in zoek.split():
        gevonden = gevonden.filter(_kind_zoek(woord))
    blad = Paginator(gevonden.order_by("achternaam", "voornamen", "pk"), PER_PAGINA).get_page(pagina)
    leg_inzage_vast(wie, [k.pk for k in blad], scherm="kinderen")
    return blad


def kind(wie: Wie, kind_id: UUID) -> KindBeeld:
    """Return the page of one child and log the look. Raises NietGevonden, also for another's child."""
    gevonden = zichtbare_kinderen(wie).select_related("gemeente").filter(pk=kind_id).first()
    if gevonden is None:
        raise NietGevonden("Dit kind is er niet.")
    volledig = is_toegang(wie)
    leg_inzage_vast(wie, [gevonden.pk], scherm="kind", soort="kind", onderwerp_id=gevonden.pk)
    return KindBeeld(
        kind=gevonden,
        volledig=volledig,
        gezagsdragers=tuple(gevonden.gezagsdragers.all()) if volledig else (),
        verzoeken=tuple(_verzoeken(wie).filter(kind=gevonden)),
        toewijzingen=tuple(_toewijzingen(wie).filter(kind=gevonden)),
        beurten=tuple(van_kind(wie, gevonden.pk)),
        taken=tuple(_taken(gevonden)) if volledig else (),
    )


def verzoeken(wie: Wie, *, staat: str = "", zoek: str = "", pagina: int = 1) -> Page[Verzoek]:
    """Return one page of requests, first those that must be answered first. Logs the look.

    `staat` is "open" (something left to answer), "af" or empty (all); `zoek` a file number or name.
    """
    gevonden = _verzoeken(wie)
    open_regel = Exists(VerzoekRegel.objects.filter(verzoek=OuterRef("pk"), staat__in=_OPEN))
    if staat in {"open", "af"}:
        gevonden = gevonden.filter(open_regel if staat == "open" else ~open_regel)
    for woord in zoek.split():
        gevonden = gevonden.filter(Q(kenmerk__icontains=woord) | _verzoek_zoek(wie, woord))
    volgorde = ("antwoord_uiterlijk", "pk") if staat == "open" else ("-ontvangen_op", "pk")
    blad = Paginator(gevonden.order_by(*volgorde), PER_PAGINA).get_page(pagina)
    _als_gevraagd(wie, blad)
    leg_inzage_vast(wie, [v.kind_id for v in blad], scherm="verzoeken")
    return blad


def verzoek(wie: Wie, verzoek_id: UUID) -> VerzoekBeeld:
    """Return one request with its tests and steps, and log the look. Raises NietGevonden."""
    gevonden = _verzoeken(wie).filter(pk=verzoek_id).first()
    if gevonden is None:
        raise NietGevonden("Dit verzoek is er niet.")
    _als_gevraagd(wie, [gevonden])
    leg_inzage_vast(wie, [gevonden.kind_id], scherm="verzoek", soort="verzoek", onderwerp_id=gevonden.pk)
    regels = tuple(gevonden.regels.all())
    te_beslissen = tuple(r for r in regels if r.staat in _OPEN)
    return VerzoekBeeld(
        verzoek=gevonden,
        regels=regels,
        te_beslissen=te_beslissen,
        toetsen=toetsen(wie, gevonden),
        stappen=stappen(gevonden),
        mag_beslissen=is_toegang(wie) and bool(te_beslissen),
    )


def toetsen(wie: Wie, verzoek: Verzoek) -> tuple[Toets, ...]:
    """Return what the municipality tests on this request; nothing for anybody but its access."""
    if not is_toegang(wie) or verzoek.gemeente_id != wie.organisatie_id:
        return ()
    return toetsen_voor(verzoek)


def toewijzingen(
    wie: Wie, *, zoek: str = "", lopend: bool = False, stand: str = "", pagina: int = 1, per_pagina: int = PER_PAGINA
) -> Page[Toewijzing]:
    """Return one page of assignments, newest first; `lopend` leaves out ended and withdrawn ones. Logs the look.

    `stand` is bevestigen (no JW302 yet), starten (begun on paper, start not reported), loopt, gestopt or empty (all).
    """
    gevonden = _toewijzingen(wie)
    if lopend:
        gevonden = gevonden.exclude(reden_wijziging="13").filter(
            Q(einddatum__isnull=True) | Q(einddatum__gte=vandaag())
        )
    gevonden = gevonden.filter(_stand(stand))
    for woord in zoek.split():
        gevonden = gevonden.filter(
            Q(nummer=woord) | Q(kind__kenmerk__icontains=woord) | Q(kind__achternaam__icontains=woord)
        )
    blad = Paginator(gevonden.order_by("-ingangsdatum", "pk"), per_pagina).get_page(pagina)
    leg_inzage_vast(wie, [t.kind_id for t in blad], scherm="toewijzingen")
    return blad


def toewijzing(wie: Wie, toewijzing_id: UUID) -> ToewijzingBeeld:
    """Return one assignment with its deliveries, and log the look. Raises NietGevonden."""
    gevonden = _toewijzingen(wie).filter(pk=toewijzing_id).first()
    if gevonden is None:
        raise NietGevonden("Deze toewijzing is er niet.")
    leg_inzage_vast(wie, [gevonden.kind_id], scherm="toewijzing", soort="toewijzing", onderwerp_id=gevonden.pk)
    leveringen = tuple(gevonden.leveringen.all())
    lopend = next((lev for lev in leveringen if lev.einddatum is None), None)
    return ToewijzingBeeld(
        gevonden,
        leveringen,
        lopend,
        gevonden.aanbieder_id == wie.organisatie_id,
        mag_wijzigen=is_toegang(wie)
        and gevonden.gemeente_id == wie.organisatie_id
        and gevonden.reden_wijziging != VERWIJDERD,
    )


def toewijzingen_van_verzoek(wie: Wie, verzoek: Verzoek) -> tuple[Toewijzing, ...]:
    """Return the assignments that answered a request, as far as this reader sees them. The caller logged the look."""
    return tuple(_toewijzingen(wie).filter(verzoek_regel__verzoek=verzoek).order_by("nummer"))


def _taken(kind: Kind) -> QuerySet[TaakgerichteLevering]:
    return kind.taakgerichte_leveringen.filter(verwijderd_op__isnull=True).select_related("aanbieder")


def _stand(stand: str) -> Q:
    """What a state means in the tables; anything else filters nothing."""
    gemeld = Levering.objects.filter(toewijzing=OuterRef("pk"), verwijderd_op__isnull=True)
    loopt = Exists(gemeld.filter(einddatum__isnull=True))
    if stand == "bevestigen":
        return Q(bericht__staat__in=[Bericht.Staat.KLAAR, Bericht.Staat.BEZORGD, Bericht.Staat.MISLUKT])
    if stand == "starten":
        return ~Q(Exists(gemeld)) & Q(ingangsdatum__lte=vandaag())
    if stand == "loopt":
        return Q(loopt)
    return Q(Exists(gemeld)) & ~Q(loopt) if stand == "gestopt" else Q()


def _als_gevraagd(wie: Wie, verzoeken: Iterable[Verzoek]) -> None:
    """Show a provider the child as it described it itself, when the file behind that BSN is of somebody else.

    Once the municipality assigned help after all, its answer names the child of the file.
    """
    if is_toegang(wie):
        return
    for verzoek in verzoeken:
        if verzoek.afwijkend and all(r.staat != VerzoekRegel.Staat.TOEGEWEZEN for r in verzoek.regels.all()):
            verzoek.kind = zoals_gevraagd(verzoek)


def _verzoek_zoek(wie: Wie, woord: str) -> Q:
    """Find by file or surname; a provider may not find out that way what the file says."""
    vraag = Q(kind__kenmerk__icontains=woord) | Q(kind__achternaam__icontains=woord)
    return vraag if is_toegang(wie) else vraag & Q(afwijkend=[])


def _kind_zoek(woord: str) -> Q:
    vraag = Q(achternaam__icontains=woord) | Q(voornamen__icontains=woord) | Q(kenmerk__icontains=woord)
    return vraag | Q(bsn_zoek=zoeksleutel(woord)) if len(woord) == 9 and woord.isdigit() else vraag


def _verzoeken(wie: Wie) -> QuerySet[Verzoek]:
    return zichtbare_verzoeken(wie).select_related("kind", "gemeente", "aanbieder").prefetch_related("regels")


def _toewijzingen(wie: Wie) -> QuerySet[Toewijzing]:
    leveringen = Levering.objects.filter(verwijderd_op__isnull=True)
    return (
        zichtbare_toewijzingen(wie)
        .select_related("kind", "gemeente", "aanbieder", "verzoek_regel__verzoek")
        .prefetch_related(Prefetch("leveringen", leveringen), "eerdere_standen")
    )
