"""Every door of the application as every role: one table of expected answers.

A route that is not in the table fails, so a new screen cannot be forgotten. All objects belong to Lelystad, a child
of Lelystad and provider De Brug; Bram of Dronten and Iris of Het Anker stand for everybody who has no business there.
"""

import html
import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from jeugdregio.basis import klok
from jeugdregio.organisaties.actions import SCOPES, token_hash
from jeugdregio.organisaties.models import ApiToken, Gebruiker, Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht
from tests.berichten import jw305_xml
from tests.deuren import alle_deuren, maker_van, open_deuren
from tests.deuren.deur import PERSONEN
from tests.mensen import maak_regio
from tests.wereld import DAG, Wereld, maak_wereld

DEUREN = alle_deuren()

# Doors for everybody, and those that ask for a token instead of a person (the table below).
OPEN = {"inloggen", "uitloggen"} | open_deuren()
MET_TOKEN = "api:"
# The decision in the table that an objection is about was never written, so its letter cannot be shown.
_ZONDER_INHOUD = {"beschikkingen:brief", "beschikkingen:pdf"}
_HREF = re.compile(r'href="([^"]+)"')


def routes(boom: URLResolver | None = None, ruimte: str = "") -> Iterator[str]:
    """Return the names of all routes."""
    for deel in (boom or get_resolver()).url_patterns:
        if isinstance(deel, URLResolver):
            yield from routes(deel, f"{ruimte}{deel.namespace}:" if deel.namespace else ruimte)
        else:
            assert isinstance(deel, URLPattern)
            yield f"{ruimte}{deel.name}"


ALLE_ROUTES = sorted({r for r in routes() if r not in OPEN and not r.startswith(MET_TOKEN)})


API_ROUTES = {r for r in routes() if r.startswith(MET_TOKEN)}
# api-root is the framework's own and answers nobody.
API_OPEN = {"api:openapi-json": 200, "api:api-root": 404}


class Luik:
    """A door for systems: the scope it asks, and what another organisation's system finds there."""

    def __init__(self, scope: str, elders: int | str, *sleutels: str) -> None:
        self.scope, self.elders, self.sleutels = scope, elders, sleutels


# `elders` is the status, or the name of the list that must be empty. A message of De Brug is refused from another.
LUIKEN: dict[str, Luik] = {
    "api:bied_aan": Luik("berichten:schrijven", 422),
    "api:lijst": Luik("berichten:lezen", "berichten"),
    "api:haal_op": Luik("berichten:lezen", 404, "bericht_id"),
    "api:toewijzingen": Luik("toewijzingen:lezen", "toewijzingen"),
    "api:declaraties": Luik("declaraties:lezen", "declaraties"),
}


def test_elke_route_staat_in_de_tabel() -> None:
    assert set(ALLE_ROUTES) - set(DEUREN) == set(), "Zet deze route in de tabel, met wie erin mag."
    assert set(DEUREN) - set(ALLE_ROUTES) == set(), "Deze route bestaat niet meer."
    assert set(LUIKEN) | set(API_OPEN) == API_ROUTES, "Zet deze route van de API in de tabel, of haal hem weg."


@pytest.fixture(scope="module")
def _eenmaal(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Wereld]:
    """The world, made once for all doors in a transaction that is never committed; every test is undone inside it."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield maak_wereld(maak_regio())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def aangemeld(_eenmaal: Wereld, django_db_blocker: pytest.FixtureRequest) -> dict[str, Client]:
    """Everybody, signed in once."""
    clienten = {persoon: Client() for persoon in PERSONEN}
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        for persoon, client in clienten.items():
            client.force_login(_eenmaal.regio.gebruiker(persoon))
    return clienten


@pytest.fixture
def wereld(_eenmaal: Wereld, db: None) -> Wereld:
    """One of everything, in Lelystad; what a test adds is gone after it."""
    return replace(_eenmaal, dingen={}, gemaakt=set())


def _pad(route: str, wereld: Wereld) -> str:
    maak = maker_van(route)
    if maak and route not in wereld.gemaakt:
        wereld.dingen |= maak(wereld)
        wereld.gemaakt.add(route)
    return reverse(route, kwargs={naam: wereld.sleutel(waarde) for naam, waarde in DEUREN[route].sleutels.items()})


def _klop_aan(client: Client, route: str, wereld: Wereld) -> Any:
    pad = _pad(route, wereld)
    return client.post(pad) if DEUREN[route].post else client.get(pad)


def _zegt_wie(antwoord: Any) -> bool:
    """Tell whether the header of a page still has its actor: a view must not use that word for something else."""
    return not antwoord.context or "wie" not in antwoord.context or isinstance(antwoord.context["wie"], Wie)


@pytest.mark.parametrize("route", list(DEUREN))
def test_deur(route: str, wereld: Wereld, aangemeld: dict[str, Client]) -> None:
    anders = {}
    _pad(route, wereld)
    for persoon in PERSONEN:
        # The answer to one person may change the world (a withdrawn token); the next one meets it as it was.
        with transaction.atomic():
            antwoord = _klop_aan(aangemeld[persoon], route, wereld)
            transaction.set_rollback(True)
        if antwoord.status_code not in DEUREN[route].verwacht(persoon):
            anders[persoon] = antwoord.status_code
        if antwoord.status_code == 200 and not _zegt_wie(antwoord):
            anders[persoon] = "de kop zegt niet wie je bent"
        if antwoord.status_code == 302:
            assert "/inloggen/" not in antwoord["Location"]
    assert anders == {}


def _alles_gemaakt(wereld: Wereld) -> None:
    """Make what stands behind the doors of every room, each once."""
    for maak in {maker_van(route): None for route in DEUREN}:
        if maak:
            maak(wereld)


def _dichte_deuren(client: Client) -> dict[str, str]:
    """Follow the links from the first screen on, two addresses per route; the doors that stay shut, and where to."""
    gezien, wachtrij, per_route, dicht = {"/"}, deque([("/", "")]), Counter[str](), {}
    while wachtrij:
        pad, vanaf = wachtrij.popleft()
        antwoord = client.get(pad)
        if antwoord.status_code >= 400:
            dicht[f"{antwoord.status_code} {pad}"] = vanaf
        if "html" not in antwoord.headers.get("Content-Type", "") or antwoord.status_code != 200:
            continue
        for href in _HREF.findall(antwoord.content.decode()):
            doel = html.unescape(href).partition("#")[0]
            if not doel.startswith("/") or doel.startswith(("/static/", "/uitloggen/")) or doel in gezien:
                continue
            gezien.add(doel)
            route = resolve(doel.partition("?")[0]).view_name
            per_route[route] += 1
            if per_route[route] <= 2 and route not in _ZONDER_INHOUD:
                wachtrij.append((doel, pad))
    return dicht


@pytest.mark.parametrize("persoon", PERSONEN)
def test_geen_verwijzing_leidt_naar_een_dichte_deur(persoon: str, wereld: Wereld, aangemeld: dict[str, Client]) -> None:
    _alles_gemaakt(wereld)
    assert _dichte_deuren(aangemeld[persoon]) == {}


@pytest.mark.parametrize("route", [r for r in DEUREN if not r.startswith("mijn:") and r != "wachtwoord"])
def test_een_ouder_komt_alleen_op_de_eigen_pagina(route: str, wereld: Wereld, client: Client) -> None:
    client.force_login(Gebruiker.objects.create_user("sanne@test.example", "Sanne Visser", "de fiets staat achter"))
    assert _klop_aan(client, route, wereld).status_code == 403


@pytest.mark.parametrize("route", list(DEUREN))
def test_niemand_komt_bij_het_inlogscherm(route: str, wereld: Wereld, client: Client) -> None:
    antwoord = _klop_aan(client, route, wereld)
    assert antwoord.status_code == 302
    assert antwoord["Location"].startswith(reverse("inloggen"))


@pytest.mark.parametrize("route", [r for r, deur in DEUREN.items() if deur.post])
def test_een_wijziging_zonder_csrf_wordt_geweigerd(route: str, wereld: Wereld) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(wereld.regio.gebruiker("fatima"))
    assert _klop_aan(client, route, wereld).status_code == 403


@pytest.mark.parametrize("route", [r for r, deur in DEUREN.items() if deur.post])
def test_een_wijziging_gaat_nooit_met_get(route: str, wereld: Wereld, client: Client) -> None:
    client.force_login(wereld.regio.gebruiker("fatima"))
    assert client.get(_pad(route, wereld)).status_code == 405


def _systeem(organisatie: Organisatie, scopes: set[str]) -> dict[str, str]:
    geheim = f"geheim-{organisatie.pk}"
    with klok.op(DAG):
        verloopt_op = klok.nu() + timedelta(days=1)
    ApiToken.objects.create(
        organisatie=organisatie, naam="EPD", hash=token_hash(geheim), scopes=sorted(scopes), verloopt_op=verloopt_op
    )
    return {"Authorization": f"Bearer {geheim}"}


def _roep(client: Client, route: str, wereld: Wereld, koppen: dict[str, str]) -> Any:
    uitgaand = Bericht.objects.get(pk=wereld.bericht.pk)
    uitgaand.richting, uitgaand.afzender, uitgaand.ontvanger = "uit", wereld.regio.lelystad, wereld.regio.de_brug
    uitgaand.save()
    pad = reverse(route, kwargs=dict.fromkeys(LUIKEN[route].sleutels, uitgaand.pk))
    with klok.op(DAG):
        if route == "api:bied_aan":
            return client.post(pad, jw305_xml(5, DAG), content_type="application/xml", headers=koppen)
        return client.get(pad, headers=koppen)


@pytest.mark.parametrize("route", list(LUIKEN))
def test_luik_zonder_sleutel_of_met_alleen_een_aanmelding(route: str, wereld: Wereld, client: Client) -> None:
    assert _roep(client, route, wereld, {}).status_code == 401
    client.force_login(wereld.regio.gebruiker("noor"))
    assert _roep(client, route, wereld, {}).status_code == 401


@pytest.mark.parametrize("route", list(LUIKEN))
def test_luik_zonder_recht(route: str, wereld: Wereld, client: Client) -> None:
    zonder = _systeem(wereld.regio.de_brug, set(SCOPES) - {LUIKEN[route].scope})
    assert _roep(client, route, wereld, zonder).status_code == 403


@pytest.mark.parametrize("elders", ["het_anker", "dronten"])
@pytest.mark.parametrize("route", list(LUIKEN))
def test_luik_van_een_ander(route: str, elders: str, wereld: Wereld, client: Client) -> None:
    antwoord = _roep(client, route, wereld, _systeem(getattr(wereld.regio, elders), set(SCOPES)))
    verwacht = LUIKEN[route].elders
    if isinstance(verwacht, int):
        assert antwoord.status_code == verwacht
        return
    inhoud = json.loads(antwoord.content)
    assert (inhoud["totaal"], inhoud[verwacht]) == (0, [])


@pytest.mark.parametrize("route", list(LUIKEN))
def test_luik_met_het_goede_recht(route: str, wereld: Wereld, client: Client) -> None:
    luik = LUIKEN[route]
    antwoord = _roep(client, route, wereld, _systeem(wereld.regio.de_brug, {luik.scope}))
    assert antwoord.status_code == 200
    # The list that is empty for another is not empty here.
    if isinstance(luik.elders, str):
        assert json.loads(antwoord.content)["totaal"] == 1


@pytest.mark.parametrize(("route", "status"), API_OPEN.items())
def test_open_luik(route: str, status: int, client: Client, db: None) -> None:
    assert client.get(reverse(route)).status_code == status
