"""What the screens read. Every function takes the actor and fails closed."""

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Contactpunt, Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Locatie
from jeugdregio.zorglandschap.permissions import zichtbare_aanbieders, ziet_prijzen
from jeugdregio.zorglandschap.ruimte import bezetting, termijnen
from jeugdregio.zorglandschap.ruimte.bezetting import Weekbeeld
from jeugdregio.zorglandschap.ruimte.models import Bezetting, Opgave, Plek, Reservering
from jeugdregio.zorglandschap.ruimte.permissions import (
    houdt_bij,
    is_leverancier,
    reserveert,
    zichtbare_plekken,
    zichtbare_reserveringen,
)
from jeugdregio.zorglandschap.ruimte.reserveren import HOUDT_VAST
from jeugdregio.zorglandschap.ruimte.stand import Stand, met_stand, standen

PER_PAGINA = 25
CRISISHULP = "46"  # category of crisis help (JZ020)


@dataclass(frozen=True, slots=True)
class PlekBeeld:
    """One place with its history, whom to call, and what this reader may do."""

    stand: Stand
    verloop: tuple[Opgave, ...]
    contact: Contactpunt | None
    houdt_bij: bool
    reserveert: bool
    verouderd_na: int
    bezetting: Bezetting | None
    week: Weekbeeld | None


def overzicht(wie: Wie, product: str = "", zoek: str = "", pagina: str = "1") -> tuple[Page[Plek], list[Stand]]:
    """Return a page of the places that are given now, of one product or provider, and how they stand."""
    plekken = zichtbare_plekken(wie).filter(gestopt_op__isnull=True)
    if product:
        plekken = plekken.filter(product__code=product)
    if zoek:
        plekken = plekken.filter(
            Q(locatie__aanbieder__naam__icontains=zoek) | Q(locatie__plaats__icontains=zoek)
            | Q(locatie__naam__icontains=zoek)
        )  # fmt: skip
    blad = Paginator(met_stand(plekken), PER_PAGINA).get_page(pagina)
    return blad, standen(blad, vandaag(), termijnen.op(vandaag()).verouderd_na)


def eigen(wie: Wie, aanbieder_id: UUID) -> tuple[Organisatie, list[Stand]]:
    """Return a provider with all its places, for who keeps them. Raises NietGevonden."""
    aanbieder = zichtbare_aanbieders(wie).filter(pk=aanbieder_id).first()
    if aanbieder is None or not houdt_bij(wie, aanbieder):
        raise NietGevonden("Deze aanbieder houd je niet bij.")
    plekken = zichtbare_plekken(wie).filter(gestopt_op__isnull=True, locatie__aanbieder=aanbieder)
    return aanbieder, standen(met_stand(plekken), vandaag(), termijnen.op(vandaag()).verouderd_na)


def locaties_van(aanbieder: Organisatie) -> QuerySet[Locatie]:
    """Return the locations of a provider that are open today or later."""
    return Locatie.objects.filter(Q(tot__isnull=True) | Q(tot__gte=vandaag()), aanbieder=aanbieder)


def plek(wie: Wie, plek_id: UUID) -> PlekBeeld:
    """Return one place with the last fifty statements. Raises NietGevonden."""
    gevonden = met_stand(zichtbare_plekken(wie).filter(pk=plek_id)).first()
    if gevonden is None:
        raise NietGevonden("Deze plek is er niet.")
    termijn = termijnen.op(vandaag())
    aanbieder = gevonden.locatie.aanbieder
    bezetting_ = bezetting.geldende([gevonden.pk]).get(gevonden.pk) if gevonden.product.verblijf else None
    return PlekBeeld(
        stand=standen([gevonden], vandaag(), termijn.verouderd_na)[0],
        verloop=tuple(gevonden.opgaven.select_related("namens")[:50]),
        contact=te_bellen(wie, [aanbieder.pk], gevonden.product.categorie).get(aanbieder.pk),
        houdt_bij=houdt_bij(wie, aanbieder), reserveert=reserveert(wie), verouderd_na=termijn.verouderd_na,
        bezetting=bezetting_, week=_week(wie, gevonden, bezetting_),
    )  # fmt: skip


def _week(wie: Wie, plek: Plek, bezet: Bezetting | None) -> Weekbeeld | None:
    """Return the week of a place, with the cost of empty nights for who may see prices."""
    if bezet is None:
        return None
    met_prijs = ziet_prijzen(wie, plek.locatie.aanbieder)
    return bezetting.weekbeeld(bezet, bezetting.prijs_per_etmaal(plek) if met_prijs else None)


def te_bellen(wie: Wie, aanbieders: list[UUID], categorie: str) -> dict[UUID, Contactpunt]:
    """Return whom to call about a place, per provider: the duty contact for crisis help. One query."""
    soort = Contactpunt.Onderwerp
    eerst = [soort.CRISIS, soort.TOEWIJZING] if categorie == CRISISHULP else [soort.TOEWIJZING, soort.CONTRACT]
    punten = Contactpunt.objects.filter(
        Q(voor__isnull=True) | Q(voor=wie.organisatie), organisatie__in=aanbieders, onderwerp__in=eerst
    )
    uit: dict[UUID, Contactpunt] = {}
    for punt in sorted(punten, key=lambda p: (eerst.index(soort(p.onderwerp)), p.voor_id is None)):
        uit.setdefault(punt.organisatie_id, punt)
    return uit


def reserveringen(wie: Wie, *, alles: bool, pagina: str) -> Page[Reservering]:
    """Return the reservations this person may see; without `alles` only those that hold a place or wait for a look."""
    gevonden = zichtbare_reserveringen(wie).select_related("plek__locatie__aanbieder", "plek__product", "gemeente")
    if not alles:
        gevonden = gevonden.filter(staat__in=HOUDT_VAST)
    return Paginator(gevonden.order_by("verloopt_op", "-gevraagd_op"), PER_PAGINA).get_page(pagina)


def reservering(wie: Wie, reservering_id: UUID) -> Reservering:
    """Return one reservation. Raises NietGevonden."""
    gevonden = (
        zichtbare_reserveringen(wie).filter(pk=reservering_id)
        .select_related("plek__locatie__aanbieder", "plek__product", "gemeente", "gevraagd_door").first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze reservering is er niet.")
    return gevonden


def aan_welke_kant(wie: Wie) -> str:
    """Return as what somebody comes here: "aanbieder", "toegang" or "lezer"."""
    if is_leverancier(wie):
        return "aanbieder"
    return "toegang" if reserveert(wie) else "lezer"
