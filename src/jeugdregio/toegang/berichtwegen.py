"""What this room tells the post room: which child somebody looks for, how a refused message is mended, what belongs
together."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.herstelwegen import Weg
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.permissions import ziet_berichten
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.models import Kind, Levering, Toewijzing, Verzoek
from jeugdregio.toegang.permissions import is_aanbieder, zichtbare_kinderen, zichtbare_toewijzingen

_HOOGSTENS = 5
_LEVERING = frozenset({"JW305", "JW307"})


def zoek_kind(wie: Wie, nummer: str) -> UUID | None:
    """Return the child with this BSN or assignment number, among those whose messages this reader may open."""
    kinderen = _kinderen(wie)
    gevonden = kinderen.filter(bsn_zoek=zoeksleutel(nummer)).values_list("pk", flat=True).first()
    if gevonden is not None:
        return gevonden
    eigen = Q(gemeente=wie.organisatie) | Q(aanbieder=wie.organisatie)
    toewijzing = Toewijzing.objects.filter(eigen, nummer=nummer, kind__in=kinderen)
    return toewijzing.values_list("kind_id", flat=True).first()


def naam_kind(wie: Wie, kind_id: UUID) -> str | None:
    """Return "meisje, 14 jaar (K-2026-00012)"; None for a child that is not this reader's."""
    kind = _kinderen(wie).filter(pk=kind_id).first()
    return f"{aanduiding(kind)} ({kind.kenmerk})" if kind else None


def _kinderen(wie: Wie) -> QuerySet[Kind]:
    """The berichtenbeheerder opens the messages of all children of the municipality, but has no list of them."""
    if wie.organisatie.soort == Soort.GEMEENTE and ziet_berichten(wie):
        return Kind.objects.filter(gemeente=wie.organisatie)
    return zichtbare_kinderen(wie)


def wegen(wie: Wie, bericht: Bericht) -> Iterable[Weg]:
    """Return where a refused message of this room is mended, for who may; for others who does it."""
    if bericht.soort == "JW315" and is_aanbieder(wie):
        uitleg = "Vul het verzoek verbeterd in. Het krijgt een nieuw nummer."
        yield Weg("Vraag opnieuw aan", uitleg, reverse("toegang:verzoek_nieuw"))
    if bericht.soort in _LEVERING and is_aanbieder(wie):
        uitleg = "Zoek de toewijzing op en meld start of stop verbeterd."
        yield Weg("Meld opnieuw bij de toewijzing", uitleg, reverse("toegang:toewijzingen"))
    if bericht.soort == "JW301":
        yield from _bij_toewijzing(wie, bericht)
    if bericht.soort == "JW319":
        yield Weg(
            f"Vraag de toegang van {bericht.afzender} het antwoord te verbeteren",
            "De toegang beslist opnieuw op het verzoek; dat geeft een nieuw bericht.",
        )


def _bij_toewijzing(wie: Wie, bericht: Bericht) -> Iterable[Weg]:
    for toewijzing in Toewijzing.objects.filter(bericht=bericht).order_by("nummer")[:_HOOGSTENS]:
        if zichtbare_toewijzingen(wie).filter(pk=toewijzing.pk).exists():
            adres = reverse("toegang:toewijzing", args=[toewijzing.pk])
            yield Weg(f"Toewijzing {toewijzing.nummer}", "Verbeter de toewijzing; dat geeft een nieuw bericht.", adres)
        else:
            yield Weg(
                f"Vraag de toegang van {bericht.afzender} om toewijzing {toewijzing.nummer} te verbeteren",
                "De toegang corrigeert de toewijzing; dat geeft een nieuw bericht met een nieuw nummer.",
            )


def verwanten(bericht: Bericht) -> Iterable[tuple[str, UUID]]:
    """Return the messages of the same road: request, assignment, start and stop."""
    toewijzingen = list(
        Toewijzing.objects.filter(_raakt(bericht)).select_related("verzoek_regel__verzoek")[:_HOOGSTENS]
    )
    for toewijzing in toewijzingen:
        if toewijzing.verzoek_regel is not None:
            yield "Gevraagd met", toewijzing.verzoek_regel.verzoek.bericht_id
        if toewijzing.bericht_id is not None:
            yield "Toegewezen met", toewijzing.bericht_id
    for levering in Levering.objects.filter(toewijzing__in=toewijzingen).order_by("begindatum")[:_HOOGSTENS]:
        if levering.startbericht_id is not None:
            yield "Gestart met", levering.startbericht_id
        if levering.stopbericht_id is not None:
            yield "Gestopt met", levering.stopbericht_id


def _raakt(bericht: Bericht) -> Q:
    verzoek = Verzoek.objects.filter(bericht=bericht).values("pk")
    levering = Levering.objects.filter(Q(startbericht=bericht) | Q(stopbericht=bericht)).values("toewijzing")
    return Q(bericht=bericht) | Q(verzoek_regel__verzoek__in=verzoek) | Q(pk__in=levering)
