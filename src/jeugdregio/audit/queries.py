"""Reading the log of one child. The caller has checked that the reader may (privacy officer of its municipality)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Max

from jeugdregio.audit.models import Regel

PER_PAGINA = 50


def van_kind(kind_id: UUID, *, alleen_inzage: bool = False, pagina: int = 1) -> Page[Regel]:
    """Return one page of everything that was done with or seen of this child, newest first."""
    regels = Regel.objects.filter(kind_id=kind_id)
    if alleen_inzage:
        regels = regels.filter(inzage=True)
    return Paginator(regels, PER_PAGINA).get_page(pagina)


@dataclass(frozen=True)
class Kijker:
    """Somebody who looked at a child: how often and when last."""

    gebruiker: str
    organisatie: str
    rol: str
    keer: int
    laatst: datetime


def kijkers(kind_id: UUID) -> list[Kijker]:
    """Return who looked at this child, the last one first."""
    rijen = (
        Regel.objects.filter(kind_id=kind_id, inzage=True)
        .values_list("gebruiker", "organisatie", "rol")
        .annotate(keer=Count("id"), laatst=Max("tijdstip"))
        .order_by("-laatst")
    )
    return [Kijker(*rij) for rij in rijen]


def aantal_kijkers(kind_id: UUID) -> int:
    """Return how many different people looked at this child."""
    return Regel.objects.filter(kind_id=kind_id, inzage=True).values("gebruiker_id").distinct().count()
