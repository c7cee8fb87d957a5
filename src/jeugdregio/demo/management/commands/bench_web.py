"""Measure the screens on the loaded region: server time, requests a second and queries, per role and page."""

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jeugdregio.organisaties.models import Gebruiker

KEER = 100
GRENS_MS = 150.0  # p95 of a page at the scale of the region
GRENS_QUERIES = 25
PAGINAS = [
    ("toegangsmedewerker@almere.demo", "beurten:start"),
    ("berichtenbeheerder@almere.demo", "beurten:start"),
    ("toegangsmedewerker@almere.demo", "toegang:kinderen"),
    ("toegangsmedewerker@almere.demo", "toegang:verzoeken"),
    ("berichtenbeheerder@almere.demo", "postbus:berichten"),
    ("berichtenbeheerder@almere.demo", "postbus:afkeuringen"),
    ("controller@almere.demo", "financien:lijst"),
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
        rijen = [rij for adres, pagina in PAGINAS for rij in meet_pagina(adres, pagina)]
        if opties["json"]:
            self.stdout.write(json.dumps(rijen))
            return
        for rij in rijen:
            self.stdout.write(f"{rij['naam']}: {rij['waarde']:.1f} {rij['eenheid']} (grens {rij['grens']})")


def meet_pagina(adres: str, pagina: str) -> list[dict[str, Any]]:
    """Return the rows of one page for one role: p95 in ms, queries, and (without limit) requests a second."""
    gebruiker = Gebruiker.objects.get(email=adres)
    client = Client()
    client.force_login(gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    pad = reverse(pagina)
    _vraag(client, pad)
    with CaptureQueriesContext(connection) as gedaan:
        _vraag(client, pad)
        aantal = len(gedaan)  # now: the next request empties the list
    tijden = sorted(_vraag(client, pad) for _ in range(KEER))
    naam = f"{pagina} als {adres.partition('@')[0]}"
    return [
        {"naam": f"{naam}: p95", "waarde": tijden[int(KEER * 0.95)] * 1000, "eenheid": "ms", "grens": GRENS_MS},
        {"naam": f"{naam}: queries", "waarde": aantal, "eenheid": "per pagina", "grens": GRENS_QUERIES},
        {"naam": f"{naam}: tempo", "waarde": KEER / sum(tijden), "eenheid": "verzoeken/s", "grens": None},
    ]


def _vraag(client: Client, pad: str) -> float:
    begin = time.perf_counter()
    antwoord = client.get(pad, headers={"host": "localhost"})
    duur = time.perf_counter() - begin
    if antwoord.status_code != 200:
        raise RuntimeError(f"{pad} gaf {antwoord.status_code}")
    return duur
