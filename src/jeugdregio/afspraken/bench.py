"""Measure "what holds here": one question among ten thousand norms. Everything is rolled back."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from typing import Any

from django.db import transaction

from jeugdregio.afspraken.geldt import wat_geldt, wat_geldt_overal
from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.afspraken.vragen import VRAGEN
from jeugdregio.organisaties.models import Organisatie, Soort

NORMEN = 10_000
GRENS_MS = 2.0
KEER = 300
DRUK = 30  # norms in force on one question: every product its own
DATUM = date(2026, 11, 22)
_VRAGEN = 60  # a catalogue of a region: the questions of the software and five times as many of its own
_VERSIES = 20  # of which the last still holds: one norm of each rank in force per question, and all their history


def meet() -> list[dict[str, Any]]:
    """Return the rows: one answer with its reasoning (median and p95, ms), and the map of all questions."""
    with transaction.atomic():
        gemeenten = _vul()
        een = _tijden(lambda: wat_geldt("verlenging_zonder_gemeente", gemeenten[0], DATUM), KEER)
        _vul_druk(gemeenten[0])
        druk = _tijden(lambda: wat_geldt("casusregie", gemeenten[0], DATUM), KEER)
        kaart = _tijden(lambda: wat_geldt_overal(VRAGEN, gemeenten, DATUM), 20)
        transaction.set_rollback(True)
    basis = {"eenheid": "ms"}
    return [
        {**basis, "naam": f"wat geldt, {NORMEN} normen, mediaan", "waarde": median(een), "grens": GRENS_MS},
        {**basis, "naam": f"wat geldt, {NORMEN} normen, p95", "waarde": een[int(0.95 * KEER)], "grens": None},
        {**basis, "naam": f"wat geldt, {DRUK} normen op een vraag, mediaan", "waarde": median(druk), "grens": GRENS_MS},
        {**basis, "naam": "kaart van de vaste vragen, 5 gemeenten", "waarde": median(kaart), "grens": None},
    ]


def _tijden(vraag: Callable[[], object], keer: int) -> list[float]:
    vraag()
    gemeten = []
    for _ in range(keer):
        begin = time.perf_counter()
        vraag()
        gemeten.append((time.perf_counter() - begin) * 1000)
    return sorted(gemeten)


def _vul() -> list[Organisatie]:
    """Fill a region: per question and municipality a line of versions, some for one product, some not adopted."""
    gemeenten = [Organisatie.objects.create(naam=f"Bench {n}", soort=Soort.GEMEENTE) for n in range(5)]
    codes = [*VRAGEN, *(f"bench-{n}" for n in range(_VRAGEN - len(VRAGEN)))]
    normen = [_norm(codes[n % _VRAGEN], n // _VRAGEN) for n in range(NORMEN)]
    Norm.objects.bulk_create(normen, batch_size=500)
    gebied = Norm.gemeenten.through
    lokaal = [n for n in normen if n.rang == Rang.LOKAAL]
    gebied.objects.bulk_create(
        [gebied(norm_id=n.pk, organisatie_id=gemeenten[i % 5].pk) for i, n in enumerate(lokaal)], batch_size=500
    )
    Standpunt.objects.bulk_create(
        Standpunt(norm=n, gemeente=gemeenten[0], stand=Standpunt.Stand.NIET_VASTGESTELD, van=n.van)
        for n in normen
        if n.rang == Rang.HANDELINGSKADER
    )
    return gemeenten


def _vul_druk(gemeente: Organisatie) -> None:
    """Put thirty norms in force on one question for a municipality, half of them only for a product."""
    al = Norm.objects.op(DATUM).filter(vraag="casusregie").filter(gemeenten__isnull=True).count()
    al += Norm.objects.op(DATUM).filter(vraag="casusregie", gemeenten=gemeente).count()
    for nummer in range(DRUK - al):
        norm = _norm("casusregie", nummer)
        norm.van, norm.tot = date(2025, 1, 1), None
        norm.producten = [f"P{nummer}"] if nummer % 2 else []
        norm.save()


def _norm(vraag: str, nummer: int) -> Norm:
    """A norm in a line of versions of which only the last still holds."""
    rang = list(Rang)[nummer % len(Rang)]
    versie = nummer // len(Rang) % _VERSIES
    van = date(2015, 1, 1) + timedelta(days=200 * versie)
    laatste = versie == _VERSIES - 1
    return Norm(
        vraag=vraag, antwoord="ja" if nummer % 3 else "nee", waarde="ja" if nummer % 3 else "nee", rang=rang,
        bron=f"Bron {nummer}", plaats="p. 1", van=van, tot=None if laatste else van + timedelta(days=199),
        producten=[f"P{nummer}"] if nummer % 4 == 3 else [], lager_mag_afwijken=nummer % 2 == 0,
    )  # fmt: skip
