"""Every door of the application as every role: one table of expected answers.

A route that is not in the table fails, so a new screen cannot be forgotten. All objects belong to Lelystad, a child
of Lelystad and provider De Brug; Bram of Dronten and Iris of Het Anker stand for everybody who has no business there.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from jeugdregio.basis import klok
from jeugdregio.organisaties.actions import SCOPES, token_hash
from jeugdregio.organisaties.models import ApiToken, Organisatie
from jeugdregio.postbus.models import Bericht
from tests.berichten import jw305_xml
from tests.mensen import Regiomensen
from tests.wereld import DAG, Wereld, maak_wereld

PERSONEN = (
    "fatima", "bram", "noor", "iris", "berichten_lelystad", "controller_lelystad", "contract_lelystad",
    "analist_lelystad", "privacy_lelystad", "beheer_lelystad", "wethouder_lelystad", "griffier_lelystad", "directeur",
    "secretaris", "gi_medewerker", "vt_medewerker",
)  # fmt: skip
GEMEENTE = {p for p in PERSONEN if p.endswith("_lelystad")} | {"fatima", "bram"}
IEDEREEN = set(PERSONEN)

# What a door may answer to somebody who may enter: a page, a redirect to another page, or "your input is wrong or old".
BINNEN = {200, 302, 303, 409, 422}


class Deur:
    """The expected answers of one route. Who is in neither set gets 403; nobody is sent to the sign-in page."""

    def __init__(
        self, mag: set[str], *, onzichtbaar: set[str] = frozenset(), post: bool = False, **sleutels: object
    ) -> None:
        self.mag, self.onzichtbaar, self.post, self.sleutels = mag, set(onzichtbaar), post, sleutels

    def verwacht(self, persoon: str) -> set[int]:
        """Return the statuses that are right for this person."""
        if persoon in self.mag:
            return BINNEN
        return {404} if persoon in self.onzichtbaar else {403}


BEHEER = {"beheer_lelystad"}
# People who work with children's files: those of Lelystad and De Brug get in, the same roles elsewhere see nothing.
TOEGANG, TOEGANG_ELDERS = {"fatima"}, {"bram"}
AANBIEDER, AANBIEDER_ELDERS = {"noor"}, {"iris", "gi_medewerker"}
BEIDE, BEIDE_ELDERS = TOEGANG | AANBIEDER, TOEGANG_ELDERS | AANBIEDER_ELDERS
BERICHTEN = {"berichten_lelystad", "noor"}
GELD = {"controller_lelystad", "berichten_lelystad", "noor"}
BEDRAGEN = {
    "controller_lelystad", "contract_lelystad", "analist_lelystad", "wethouder_lelystad", "directeur",
}  # fmt: skip
AANBIEDERS = AANBIEDER | AANBIEDER_ELDERS

DEUREN: dict[str, Deur] = {
    "afspraken:kaart": Deur(IEDEREEN),
    "beurten:herinner": Deur({"noor"}, onzichtbaar=IEDEREEN - {"noor"}, post=True, beurt_id="beurt"),
    "beurten:regio": Deur(GEMEENTE | {"directeur", "secretaris"}),
    "beurten:start": Deur(IEDEREEN),
    "beurten:zoek": Deur(IEDEREEN, post=True),
    "financien:afgekeurd": Deur(GELD, onzichtbaar=AANBIEDER_ELDERS, bericht_id="afgekeurd"),
    "financien:bedragen": Deur(BEDRAGEN | AANBIEDERS),
    "financien:bedragen-csv": Deur(BEDRAGEN | AANBIEDERS),
    "financien:betaalbaar": Deur({"controller_lelystad"}, post=True, declaratie_id="declaratie"),
    "financien:crediteren": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, post=True, prestatie_id="prestatie"),
    "financien:declaratie": Deur(GELD, onzichtbaar=AANBIEDER_ELDERS, declaratie_id="declaratie"),
    "financien:herstel-afsluiten": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, post=True, declaratie_id="declaratie"),
    "financien:indienen": Deur(AANBIEDERS, gemeente_id="lelystad", jaar=2026, maand=9),
    "financien:kies": Deur(AANBIEDERS),
    "financien:lijst": Deur(GELD | AANBIEDERS),
    "logboek:kind": Deur({"privacy_lelystad"}, kind_id="kind"),
    "logboek:zoek": Deur({"privacy_lelystad"}),
    "monitor:verblijf": Deur(IEDEREEN),
    "monitor:verblijf-csv": Deur(IEDEREEN),
    "organisaties:contact_bewaren": Deur(BEHEER),
    "organisaties:contacten": Deur(IEDEREEN),
    "organisaties:mens": Deur(BEHEER, gebruiker_id="fatima_id"),
    "organisaties:mensen": Deur(BEHEER),
    "organisaties:rol_beeindigen": Deur(BEHEER, post=True, gebruiker_id="fatima_id"),
    "organisaties:token_intrekken": Deur(BEHEER, post=True, token_id="token"),
    "organisaties:tokens": Deur(BEHEER),
    "organisaties:wissel": Deur(IEDEREEN),
    "postbus:aanbieden": Deur(BERICHTEN | AANBIEDER_ELDERS),
    "postbus:bericht": Deur(BERICHTEN, onzichtbaar=AANBIEDER_ELDERS, bericht_id="bericht"),
    "postbus:berichten": Deur(BERICHTEN | AANBIEDER_ELDERS),
    "postbus:opnieuw": Deur(BERICHTEN, onzichtbaar=AANBIEDER_ELDERS, post=True, bericht_id="bericht"),
    "postbus:xml": Deur(BERICHTEN, onzichtbaar=AANBIEDER_ELDERS, bericht_id="bericht"),
    "toegang:afweging": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, verzoek_id="verzoek"),
    "toegang:afwijzen": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, verzoek_id="verzoek"),
    "toegang:gezagsdrager": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "toegang:kind": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "toegang:kinderen": Deur(TOEGANG | TOEGANG_ELDERS),
    "toegang:onderzoek": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, post=True, verzoek_id="verzoek"),
    "toegang:start": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, toewijzing_id="toewijzing"),
    "toegang:start_intrekken": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, post=True, toewijzing_id="toewijzing"),
    "toegang:stop": Deur(AANBIEDER, onzichtbaar=AANBIEDER_ELDERS, toewijzing_id="toewijzing"),
    "toegang:toestemming": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "toegang:toestemming_intrekken": Deur(
        TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind", toestemming_id="toestemming"
    ),
    "toegang:toewijzen": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, verzoek_id="verzoek"),
    "toegang:toewijzing": Deur(BEIDE, onzichtbaar=BEIDE_ELDERS, toewijzing_id="toewijzing"),
    "toegang:toewijzingen": Deur(BEIDE | BEIDE_ELDERS),
    "toegang:verzoek": Deur(BEIDE, onzichtbaar=BEIDE_ELDERS, verzoek_id="verzoek"),
    "toegang:verzoek_nieuw": Deur(AANBIEDERS),
    "toegang:verzoeken": Deur(BEIDE | BEIDE_ELDERS),
    "toegang:woonplaats": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
    "wachtwoord": Deur(IEDEREEN),
    "zorglandschap:aanbieder": Deur(IEDEREEN, aanbieder_id="de_brug"),
    "zorglandschap:lijst": Deur(IEDEREEN),
}

# Doors for everybody, and those that ask for a token instead of a person (the table below).
OPEN = {"inloggen", "uitloggen"}
MET_TOKEN = "api:"


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


@pytest.fixture
def wereld(regio: Regiomensen) -> Wereld:
    """One of everything, in Lelystad."""
    return maak_wereld(regio)


def _klop_aan(client: Client, route: str, wereld: Wereld) -> Any:
    deur = DEUREN[route]
    pad = reverse(route, kwargs={naam: wereld.sleutel(waarde) for naam, waarde in deur.sleutels.items()})
    return client.post(pad) if deur.post else client.get(pad)


@pytest.mark.parametrize("route", list(DEUREN))
def test_deur(route: str, wereld: Wereld, client: Client) -> None:
    anders = {}
    for persoon in PERSONEN:
        # The answer to one person may change the world (a withdrawn token); the next one meets it as it was.
        with transaction.atomic():
            client.force_login(wereld.regio.gebruiker(persoon))
            antwoord = _klop_aan(client, route, wereld)
            transaction.set_rollback(True)
        if antwoord.status_code not in DEUREN[route].verwacht(persoon):
            anders[persoon] = antwoord.status_code
        if antwoord.status_code == 302:
            assert "/inloggen/" not in antwoord["Location"]
    assert anders == {}


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
    deur = DEUREN[route]
    pad = reverse(route, kwargs={naam: wereld.sleutel(waarde) for naam, waarde in deur.sleutels.items()})
    assert client.get(pad).status_code == 405


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
