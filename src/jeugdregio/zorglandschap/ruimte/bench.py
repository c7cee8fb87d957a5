"""Measure the page on which a place is looked for: 200 providers with two locations each. All is rolled back."""

import time
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.opwarmen import warm_op
from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Organisatie, Rol, Soort
from jeugdregio.zorglandschap.models import Contract, Contractdeelname, Locatie, Perceel, Product, Tarief
from jeugdregio.zorglandschap.ruimte.models import Opgave, Plaats, Plek

AANBIEDERS = 200
GRENS_MS = 150.0
GRENS_QUERIES = 25
KEER = 40
VAN = date(2025, 1, 1)


def meet() -> list[dict[str, Any]]:
    """Return the rows: p95 of the page in ms of server time, and its queries."""
    with transaction.atomic():
        client = Client()
        client.force_login(_vul(), backend="django.contrib.auth.backends.ModelBackend")
        pad = reverse("ruimte:zoeken")
        client.post(pad, {"hulp": "p:B0001", "plaats": "Benchstad", "leeftijd": "10"}, headers={"host": "localhost"})
        _vraag(client, pad)
        warm_op()  # as the server does before its first visitor
        with CaptureQueriesContext(connection) as gedaan:
            _vraag(client, pad)
            aantal = len(gedaan)
        tijden = sorted(_vraag(client, pad) for _ in range(KEER))
        transaction.set_rollback(True)
    p95 = tijden[int(KEER * 0.95)] * 1000
    naam = f"plek zoeken, {AANBIEDERS} aanbieders"
    return [
        {"naam": f"{naam}: p95", "waarde": p95, "eenheid": "ms", "grens": GRENS_MS},
        {"naam": f"{naam}: queries", "waarde": aantal, "eenheid": "per pagina", "grens": GRENS_QUERIES},
    ]


def _vraag(client: Client, pad: str) -> float:
    begin = time.perf_counter()
    antwoord = client.get(pad, headers={"host": "localhost"})
    duur = time.perf_counter() - begin
    if antwoord.status_code != 200 or b"Benchaanbieder" not in antwoord.content:
        raise RuntimeError(f"{pad} gaf {antwoord.status_code}, zonder aanbieders")
    return duur


def _vul() -> Gebruiker:
    gemeente = Organisatie.objects.create(naam="Benchstad", soort=Soort.GEMEENTE)
    mens = Gebruiker.objects.create_user("bench@test.example", "Bench")
    Aanstelling.objects.create(gebruiker=mens, organisatie=gemeente, rol=Rol.TOEGANG, van=VAN)
    Plaats.objects.create(naam="Benchstad", breedte=Decimal("52.5"), lengte=Decimal("5.5"), bron="meting")
    product = Product.objects.create(code="B0001", categorie="45", naam="Bench", eenheid="04")
    perceel = Perceel.objects.create(naam="Bench")
    for nummer in range(AANBIEDERS):
        aanbieder = Organisatie.objects.create(naam=f"Benchaanbieder {nummer:03}", soort=Soort.AANBIEDER)
        contract = Contract.objects.create(aanbieder=aanbieder, nummer=f"bench-{nummer}", perceel=perceel, van=VAN)
        if nummer % 10:
            Contractdeelname.objects.create(contract=contract, gemeente=gemeente)
        Tarief.objects.create(contract=contract, product=product, eenheid="04", centen=100, van=VAN)
        for huis in range(2):
            locatie = Locatie.objects.create(
                aanbieder=aanbieder, naam=f"Huis {huis}", plaats="Elders", ambulant=True, van=VAN,
                breedte=Decimal("52.1") + nummer / Decimal(1000), lengte=Decimal("5.5"),
            )  # fmt: skip
            plek = Plek.objects.create(locatie=locatie, product=product)
            Opgave.objects.create(
                plek=plek, vrij=nummer % 4, wachtdagen=nummer, nagekeken_op=vandaag(), door="x", namens=aanbieder
            )
    return mens
