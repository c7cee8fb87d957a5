"""Waiting seen from access: children whose help was assigned and did not start, and the way from list to file."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind, Levering, Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.permissions import is_toegang, zichtbare_kinderen
from jeugdregio.zorglandschap.ruimte import termijnen
from jeugdregio.zorglandschap.ruimte.models import Wachtende
from jeugdregio.zorglandschap.ruimte.uit_feiten import ZonderStart, zet_op_lijst
from jeugdregio.zorglandschap.ruimte.wachtqueries import rijen

BLOK = 500


def zet_zonder_start_op_lijst(op: date) -> int:
    """Let waiting begin by the facts: an assignment that began on paper and whose start nobody reported in time.

    The work of a day; again changes nothing. Returns how many children came on the list.
    """
    return sum(zet_op_lijst(blok, op) for blok in _blokken(_zonder_start(op)))


def _zonder_start(op: date) -> QuerySet[Toewijzing]:
    grens = op - timedelta(days=termijnen.op(op).zonder_start_na)
    gestart = Levering.objects.filter(toewijzing=OuterRef("pk"), verwijderd_op__isnull=True)
    lopend = Q(einddatum__isnull=True) | Q(einddatum__gte=op)
    return (
        Toewijzing.objects.filter(lopend, ~Exists(gestart), ingangsdatum__lte=grens, gemeente__bezorging="portaal")
        .exclude(reden_wijziging=VERWIJDERD).exclude(code="").select_related("kind", "gemeente").order_by("pk")
    )  # fmt: skip


def _blokken(toewijzingen: QuerySet[Toewijzing]) -> Iterator[list[ZonderStart]]:
    """Give them in blocks, so that no query grows with the region."""
    blok: list[ZonderStart] = []
    for t in toewijzingen.iterator(chunk_size=BLOK):
        blok.append(
            ZonderStart(
                gemeente=t.gemeente, aanbieder_id=t.aanbieder_id, kenmerk=t.kind.kenmerk, kind_id=t.kind_id,
                code=t.code, toegewezen_op=t.toegewezen_op.date(),
            )
        )  # fmt: skip
        if len(blok) == BLOK:
            yield blok
            blok = []
    if blok:
        yield blok


def pad_naar_kind(wie: Wie, kenmerk: str) -> str:
    """Return the page of the child with this file number for who may open it; empty for others."""
    if not is_toegang(wie):
        return ""
    pk = zichtbare_kinderen(wie).filter(kenmerk=kenmerk).values_list("pk", flat=True).first()
    return reverse("toegang:kind", args=[pk]) if pk else ""


def kind_met(gemeente_id: UUID, kenmerk: str) -> UUID | None:
    """Return the key of the child with this file number at a municipality, for the turns around its waiting."""
    return Kind.objects.filter(gemeente=gemeente_id, kenmerk=kenmerk).values_list("pk", flat=True).first()


def wachtblok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return what this child waits for, its place and why; None when it waits for nothing."""
    if not is_toegang(wie):
        return None
    wachtend = Wachtende.objects.filter(gemeente=wie.organisatie, kenmerk=kind.kenmerk, einde_op__isnull=True)
    gevonden = list(wachtend.select_related("product", "plek__locatie__aanbieder").prefetch_related("overbruggingen"))
    return {"rijen": rijen(wie, gevonden)} if gevonden else None
