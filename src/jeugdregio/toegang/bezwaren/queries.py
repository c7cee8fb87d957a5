"""Reading objections and complaints: lists, one with everything about it, those of a child."""

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar, Klacht
from jeugdregio.toegang.bezwaren.permissions import (
    besluiten_voor_bezwaar,
    eis_betrokken,
    zichtbare_bezwaren,
    zichtbare_klachten,
)  # fmt: skip
from jeugdregio.toegang.termijnen.models import Klok

PER_PAGINA = 20
_OPEN = (Bezwaar.Staat.TE_LAAT, Bezwaar.Staat.LOOPT, Bezwaar.Staat.GETEKEND)


@dataclass(frozen=True)
class Bezwaarbeeld:
    """An objection with its clocks (those of its cases at the court too)."""

    bezwaar: Bezwaar
    klokken: list[Klok]
    beslissing: Beslissing | None

    @property
    def beslisklok(self) -> Klok | None:
        """The term to decide."""
        return next((k for k in self.klokken if k.regel == "awb-beslissing-op-bezwaar"), None)


def bezwaar(wie: Wie, bezwaar_id: UUID) -> Bezwaarbeeld:
    """Return one objection and log the look. Raises GeenRecht, NietGevonden."""
    eis_betrokken(wie)
    gevonden = (
        zichtbare_bezwaren(wie)
        .select_related(
            "kind__gemeente", "gemeente", "beschikking__ondertekend_door", "beschikking__opgesteld_door",
            "beschikking__tweede_door", "hulpvraag", "gezagsdrager", "behandelaar", "verschoonbaar_door",
            "beslissing__ondertekend_door",
        )
        .prefetch_related("zittingen__genodigden", "zittingen__hoorders", "beroepen")
        .filter(pk=bezwaar_id).first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Dit bezwaar is er niet.")
    leg_inzage_vast(wie, [gevonden.kind_id], scherm="bezwaar", soort="bezwaar", onderwerp_id=gevonden.pk)
    zaken = Q(onderwerp_soort="bezwaar", onderwerp_id=gevonden.pk)
    zaken |= Q(onderwerp_soort="beroep", onderwerp_id__in=[b.pk for b in gevonden.beroepen.all()])
    klokken = list(Klok.objects.filter(zaken).prefetch_related("opschortingen", "ingebrekestellingen"))
    return Bezwaarbeeld(gevonden, klokken, getattr(gevonden, "beslissing", None))


def bezwaren(wie: Wie, *, alles: bool, pagina: int) -> Page[Bezwaar]:
    """Return a page of objections, open ones or all, and log the look."""
    eis_betrokken(wie)
    gevonden = zichtbare_bezwaren(wie).select_related("kind", "beschikking", "gezagsdrager", "behandelaar")
    if not alles:
        gevonden = gevonden.filter(staat__in=_OPEN)
    blad = Paginator(gevonden, PER_PAGINA).get_page(pagina)
    leg_inzage_vast(wie, list({b.kind_id for b in blad}), scherm="bezwaren")
    return blad


def klachten(wie: Wie, *, alles: bool, pagina: int) -> Page[Klacht]:
    """Return a page of complaints, open ones or all, and log the look."""
    eis_betrokken(wie)
    gevonden = zichtbare_klachten(wie).select_related("kind", "aanbieder", "behandelaar")
    if not alles:
        gevonden = gevonden.filter(afgehandeld_op__isnull=True)
    blad = Paginator(gevonden, PER_PAGINA).get_page(pagina)
    leg_inzage_vast(wie, list({k.kind_id for k in blad}), scherm="klachten")
    return blad


def klacht(wie: Wie, klacht_id: UUID) -> tuple[Klacht, list[Klok]]:
    """Return one complaint with its clocks and log the look. Raises GeenRecht, NietGevonden."""
    eis_betrokken(wie)
    gevonden = zichtbare_klachten(wie).select_related("kind", "gemeente", "aanbieder", "behandelaar", "over_wie")
    een = gevonden.filter(pk=klacht_id).first()
    if een is None:
        raise NietGevonden("Deze klacht is er niet.")
    leg_inzage_vast(wie, [een.kind_id], scherm="klacht", soort="klacht", onderwerp_id=een.pk)
    return een, list(Klok.objects.filter(onderwerp_soort="klacht", onderwerp_id=een.pk))


def eindes(soort: str, ids: list[UUID]) -> dict[UUID, Klok]:
    """Return the running clock of each of these objections or complaints, in one query."""
    lopend = Klok.objects.filter(onderwerp_soort=soort, onderwerp_id__in=ids, staat=Klok.Staat.LOOPT).exclude(rol="")
    return {klok.onderwerp_id: klok for klok in lopend.order_by("-einde")}


def besluit(wie: Wie, beschikking_id: UUID) -> Beschikking:
    """Return the decision an objection is about. Raises GeenRecht, NietGevonden; the caller logs the look."""
    eis_betrokken(wie)
    gevonden = besluiten_voor_bezwaar(wie).select_related("kind__gemeente", "gemeente")
    een = gevonden.prefetch_related("kind__gezagsdragers").filter(pk=beschikking_id).first()
    if een is None:
        raise NietGevonden("Dit besluit is er niet, of het is nog niet verzonden.")
    return een


def besluit_met_kenmerk(wie: Wie, kenmerk: str) -> Beschikking | None:
    """Return the announced decision with this reference, or None."""
    eis_betrokken(wie)
    return besluiten_voor_bezwaar(wie).filter(kenmerk__iexact=kenmerk.strip()).first()


def van_kind(wie: Wie, kind_id: UUID) -> tuple[list[Bezwaar], list[Klacht]]:
    """Return the objections and complaints around a child this person sees. The caller logged the look."""
    eigen = zichtbare_bezwaren(wie).filter(kind_id=kind_id).select_related("beschikking", "gezagsdrager")
    return list(eigen), list(zichtbare_klachten(wie).filter(kind_id=kind_id).select_related("aanbieder"))
