"""The list of messages of one organisation, a page at a time, without counting or sorting everything behind it.

An organisation sees what it receives, what it sends, and what it offered but is not addressed. Those sides hold
different messages, each has an index in the order of the list, and a page takes at most a page of each. An OR over
them would make the database gather and sort all messages of a large municipality for every page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from heapq import merge
from itertools import islice
from uuid import UUID

from django.db.models import Q, QuerySet

from jeugdregio.basis.klok import AMSTERDAM, vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Afkeuring, Bericht, Betrokkene
from jeugdregio.postbus.permissions import VAN_NIEMAND, mag_berichten_lezen, ziet_van_niemand

PER_PAGINA = 25
TEL_TOT = 1000
TE_LAAT = "te_laat"  # beside the states: the answer should have been there
Staat = Bericht.Staat
Sleutel = tuple[datetime, UUID]
_LAATSTE_TEKEN = "z"
_NUMMER_LENGTE = 12


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """What the list is narrowed to. Nothing of it tells about a person, except `kind_id`, which no address holds."""

    richting: str = ""
    soort: str = ""
    staat: str = ""
    zoek: str = ""
    partij: UUID | None = None
    van: date | None = None
    tot: date | None = None
    code: str = ""
    kind_id: UUID | None = None


@dataclass(frozen=True)
class Bladzij:
    """One page. `ouder` and `nieuwer` are the place to go on from; None when there is nothing that way.

    `aantal` counts what fits the choice, up to `TEL_TOT`; `meer` tells that there is more than that.
    """

    berichten: tuple[Bericht, ...]
    ouder: str | None
    nieuwer: str | None
    aantal: int
    meer: bool

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self.berichten)

    def __len__(self) -> int:
        return len(self.berichten)


def bladzij(wie: Wie, keuze: Keuze, *, ouder_dan: str = "", nieuwer_dan: str = "") -> Bladzij:
    """Return one page of messages, newest first, without content. A place that is no place begins at the newest."""
    kanten = kanten_van(wie, keuze)
    onder, boven = _plaats(ouder_dan), _plaats(nieuwer_dan)
    omhoog = boven is not None
    grens = _na(boven) if boven else _voor(onder) if onder else Q()
    sleutels = _sleutels(kanten, grens, omhoog=omhoog)
    over = len(sleutels) > PER_PAGINA
    sleutels = sleutels[:PER_PAGINA]
    if omhoog:
        sleutels.reverse()
    aantal = _tel(kanten)
    return Bladzij(
        berichten=_rijen(sleutels),
        ouder=_tekst(sleutels[-1]) if sleutels and (over or omhoog) else None,
        nieuwer=_tekst(sleutels[0]) if sleutels and (onder is not None or (omhoog and over)) else None,
        aantal=min(aantal, TEL_TOT),
        meer=aantal > TEL_TOT,
    )


def te_laat() -> Q:
    """Messages whose answer should have been there, ours or theirs."""
    return Q(beantwoord_op__isnull=True, antwoord_uiterlijk__lt=vandaag())


def kanten_van(wie: Wie, keuze: Keuze) -> list[QuerySet[Bericht]]:
    """Return the sides of what this reader sees; together they are `zichtbare_berichten`, and no message is in two."""
    if not mag_berichten_lezen(wie):
        return []
    eigen = wie.organisatie
    kanten = [Q(ontvanger=eigen), Q(afzender=eigen), Q(aangeboden_door=eigen, afzender__isnull=True)]
    if keuze.partij:
        kanten = [Q(ontvanger=eigen, afzender=keuze.partij), Q(afzender=eigen, ontvanger=keuze.partij)]
    gekozen = _filter(wie, keuze)
    uit = [Bericht.objects.filter(kant, gekozen) for kant in kanten]
    if len(uit) > 2:
        uit[2] = uit[2].exclude(ontvanger=eigen)
    if ziet_van_niemand(wie) and not keuze.partij:
        uit.append(Bericht.objects.filter(VAN_NIEMAND, gekozen))
    return uit


def _filter(wie: Wie, keuze: Keuze) -> Q:
    gekozen = Q()
    if keuze.richting in Bericht.Richting.values:
        gekozen &= Q(richting=keuze.richting)
    if keuze.staat == TE_LAAT:
        gekozen &= te_laat()
    elif keuze.staat in Staat.values:
        gekozen &= Q(staat=keuze.staat)
    if keuze.soort:
        gekozen &= Q(soort=keuze.soort)
    if keuze.van:
        gekozen &= Q(ontvangen_op__gte=datetime.combine(keuze.van, time(), AMSTERDAM))
    if keuze.tot:
        gekozen &= Q(ontvangen_op__lt=datetime.combine(keuze.tot + timedelta(days=1), time(), AMSTERDAM))
    if keuze.code:
        gekozen &= _met_code(wie, keuze.code)
    if keuze.kind_id:
        gekozen &= _over_kind(keuze.kind_id)
    return reduce(lambda q, woord: q & _woord(woord), keuze.zoek.split(), gekozen)


def _over_kind(kind_id: UUID) -> Q:
    """The messages about a child, and their answers: a return message often names nobody."""
    over = list(Betrokkene.objects.filter(kind_id=kind_id).values_list("bericht", flat=True))
    antwoorden = Bericht.objects.filter(antwoord_op__in=over).order_by().values_list("pk", flat=True)
    return Q(pk__in={*over, *antwoorden})


def _met_code(wie: Wie, code: str) -> Q:
    """The newest messages with this return code."""
    eigen = Q(gemeente=wie.organisatie) | Q(aanbieder=wie.organisatie)
    gevonden = Afkeuring.objects.filter(eigen, retourcode=code).order_by("-op").values_list("bericht", flat=True)
    return Q(pk__in=list(gevonden[:TEL_TOT]))


def _woord(woord: str) -> Q:
    """One word: the beginning of an identification, or a code or name of the other side.

    What is found by an index of its own becomes keys; a pattern over the messages would read them all.
    """
    partijen = list(Organisatie.objects.filter(Q(naam__icontains=woord) | Q(code=woord)).values_list("pk", flat=True))
    nummers: set[UUID] = set()
    for q in (*map(_begint_met, {woord, woord.upper()}), *_onbekende_code(woord)):
        nummers |= set(Bericht.objects.filter(q).order_by().values_list("pk", flat=True)[:TEL_TOT])
    gevonden = Q(pk__in=nummers)
    return gevonden | Q(afzender__in=partijen) | Q(ontvanger__in=partijen) if partijen else gevonden


def _begint_met(begin: str) -> Q:
    """A range instead of a pattern, so that both databases use the index."""
    return Q(identificatie__gte=begin, identificatie__lte=begin.ljust(_NUMMER_LENGTE, _LAATSTE_TEKEN))


def _onbekende_code(code: str) -> tuple[Q, ...]:
    """A code in a message that is nobody's here."""
    return Q(afzender__isnull=True, afzender_code=code), Q(ontvanger__isnull=True, ontvanger_code=code)


def _sleutels(kanten: Sequence[QuerySet[Bericht]], grens: Q, *, omhoog: bool) -> list[Sleutel]:
    """The keys of one page and one more, from the first rows of each side."""
    volgorde = ("ontvangen_op", "pk") if omhoog else ("-ontvangen_op", "-pk")
    rijen = [
        list(kant.filter(grens).order_by(*volgorde).values_list("ontvangen_op", "pk")[: PER_PAGINA + 1])
        for kant in kanten
    ]
    return list(islice(merge(*rijen, reverse=not omhoog), PER_PAGINA + 1))


def _rijen(sleutels: Sequence[Sleutel]) -> tuple[Bericht, ...]:
    """Whole messages are too wide to sort: they are fetched by key, without content."""
    gekozen = [pk for _, pk in sleutels]
    rijen = Bericht.objects.filter(pk__in=gekozen).select_related("afzender", "ontvanger", "aangeboden_door")
    per_sleutel = {rij.pk: rij for rij in rijen.defer("inhoud", "bevindingen").order_by()}
    return tuple(per_sleutel[pk] for pk in gekozen)


def _tel(kanten: Sequence[QuerySet[Bericht]]) -> int:
    """Count, but no further than one above the bound: nobody reads the difference between 23,418 and 23,419."""
    aantal = 0
    for kant in kanten:
        aantal += kant.order_by().values("ontvangen_op")[: TEL_TOT + 1 - aantal].count()
        if aantal > TEL_TOT:
            break
    return aantal


def _voor(plaats: Sleutel) -> Q:
    return Q(ontvangen_op__lte=plaats[0]) & (Q(ontvangen_op__lt=plaats[0]) | Q(pk__lt=plaats[1]))


def _na(plaats: Sleutel) -> Q:
    return Q(ontvangen_op__gte=plaats[0]) & (Q(ontvangen_op__gt=plaats[0]) | Q(pk__gt=plaats[1]))


def _tekst(sleutel: Sleutel) -> str:
    """A place in the list as text: a moment and the key of a message tell nothing about a person."""
    return f"{sleutel[0].timestamp():.6f}_{sleutel[1].hex}"


def _plaats(tekst: str) -> Sleutel | None:
    moment, _, sleutel = tekst.partition("_")
    try:
        return datetime.fromtimestamp(float(moment), AMSTERDAM), UUID(sleutel)
    except (ValueError, OverflowError, OSError):
        return None
