"""Measure the screens on the loaded region: server time, requests a second and queries, per role and page."""

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jeugdregio.basis.opwarmen import warm_op
from jeugdregio.financien.models import Declaratie
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.mijn.models import Gezinstoegang
from jeugdregio.toegang.models import Kind

KEER = 100
GRENS_MS = 150.0  # p95 of a page at the scale of the region
GRENS_QUERIES = 25
GRENS_QUERIES_WEG = 90  # every room of access tells its part of the road on these pages
BEHEERDER, CONTROLLER = "berichtenbeheerder@almere.demo", "controller@almere.demo"
PAGINAS = [
    ("toegangsmedewerker@almere.demo", "beurten:start"),
    (BEHEERDER, "beurten:start"),
    ("toegangsmedewerker@almere.demo", "toegang:kinderen"),
    ("toegangsmedewerker@almere.demo", "toegang:verzoeken"),
    ("toegangsmedewerker@almere.demo", "beschikkingen:lijst"),
    ("toegangsmedewerker@almere.demo", "termijnen:lijst"),
    ("toegangsmedewerker@almere.demo", "eindigen:lijst"),
    (BEHEERDER, "postbus:berichten"),
    (BEHEERDER, "postbus:afkeuringen"),
    (CONTROLLER, "financien:lijst"),
    ("regiodirecteur@regio.demo", "beurten:regio"),
    ("data-analist@almere.demo", "monitor:verblijf"),
]


class Command(BaseCommand):
    """`jeugdregio bench_web [--json]`"""

    help = "Meet de schermen op de geladen regio."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --json."""
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **opties: Any) -> None:
        """Measure every page and print the rows."""
        warm_op()  # as a server does before its first visitor
        bladen = [(adres, pagina, reverse(pagina)) for adres, pagina in PAGINAS]
        rijen = [rij for blad in [*bladen, *_grootste_declaratie()] for rij in meet_pagina(*blad)]
        rijen += [rij for blad in _hele_weg() for rij in meet_pagina(*blad, queries=GRENS_QUERIES_WEG)]
        if opties["json"]:
            self.stdout.write(json.dumps(rijen))
            return
        for rij in rijen:
            self.stdout.write(f"{rij['naam']}: {rij['waarde']:.1f} {rij['eenheid']} (grens {rij['grens']})")


def _grootste_declaratie() -> list[tuple[str, str, str]]:
    """The largest message of the municipality, and what was booked of it."""
    declaratie = Declaratie.objects.filter(gemeente__naam="Almere").order_by("-bericht__omvang").first()
    if declaratie is None:
        return []
    return [
        (BEHEERDER, "grootste bericht", reverse("postbus:bericht", args=[declaratie.bericht_id])),
        (CONTROLLER, "grootste declaratie", reverse("financien:declaratie", args=[declaratie.pk])),
    ]


def _hele_weg() -> list[tuple[str, str, str]]:
    """The questions with their roads, and the child of whom most was decided, for its access and its family."""
    kind = (
        Kind.objects.filter(gemeente__naam="Almere")
        .annotate(aantal=Count("beschikkingen", distinct=True) + Count("toewijzingen", distinct=True))
        .order_by("-aantal", "kenmerk").first()
    )  # fmt: skip
    ouder = Gezinstoegang.objects.filter(gebruiker__email="ouder@almere.demo").first()
    if kind is None or ouder is None:
        return []
    return [
        ("toegangsmedewerker@almere.demo", "hulpvragen", reverse("hulpvragen:lijst")),
        ("toegangsmedewerker@almere.demo", "kind", reverse("toegang:kind", args=[kind.pk])),
        ("ouder@almere.demo", "eigen pagina", reverse("mijn:kind", args=[ouder.pk])),
    ]


def meet_pagina(adres: str, naam: str, pad: str, *, queries: int = GRENS_QUERIES) -> list[dict[str, Any]]:
    """Return the rows of one page for one role: p95 in ms, queries, and without limit processor time and tempo."""
    gebruiker = Gebruiker.objects.get(email=adres)
    client = Client()
    client.force_login(gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    _vraag(client, pad)
    with CaptureQueriesContext(connection) as gedaan:
        _vraag(client, pad)
        aantal = len(gedaan)  # now: the next request empties the list
    duren = [_vraag(client, pad) for _ in range(KEER)]
    tijden, rekentijden = (sorted(tijd) for tijd in zip(*duren, strict=True))
    wat, p95 = f"{naam} als {adres.partition('@')[0]}", int(KEER * 0.95)
    return [
        {"naam": f"{wat}: p95", "waarde": tijden[p95] * 1000, "eenheid": "ms", "grens": GRENS_MS},
        {"naam": f"{wat}: rekentijd p95", "waarde": rekentijden[p95] * 1000, "eenheid": "ms", "grens": None},
        {"naam": f"{wat}: queries", "waarde": aantal, "eenheid": "per pagina", "grens": queries},
        {"naam": f"{wat}: tempo", "waarde": KEER / sum(tijden), "eenheid": "verzoeken/s", "grens": None},
    ]


def _vraag(client: Client, pad: str) -> tuple[float, float]:
    """How long one page took, on the clock and of the processor."""
    begin, reken = time.perf_counter(), time.process_time()
    antwoord = client.get(pad, headers={"host": "localhost"})
    duur = time.perf_counter() - begin, time.process_time() - reken
    if antwoord.status_code != 200:
        raise RuntimeError(f"{pad} gaf {antwoord.status_code}")
    return duur
