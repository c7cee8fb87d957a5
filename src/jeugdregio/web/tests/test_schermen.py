"""Base page, navigation, headers, signing in and the pages for refusals."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import path

from jeugdregio.basis import navigatie as register
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.web import views
from jeugdregio.web.middleware import BeveiligingsKoppen, Foutvertaling
from jeugdregio.web.navigatie import items


def _leeg(request: HttpRequest) -> HttpResponse:
    return HttpResponse("leeg")


urlpatterns = [
    path("inloggen/", views.inloggen, name="inloggen"),
    path("uitloggen/", views.uitloggen, name="uitloggen"),
    path("stijl/", views.stijl, name="stijl"),
    path("kinderen/", _leeg, name="kinderen"),
]
FATIMA = SimpleNamespace(rolnaam="Toegangsmedewerker", organisatienaam="Gemeente Lelystad", rollen={"toegang"})


@pytest.fixture
def eigen_urls(settings: Any) -> None:
    """Only the pages of this room exist."""
    settings.ROOT_URLCONF = __name__


@pytest.fixture(autouse=True)
def leeg_register(monkeypatch: pytest.MonkeyPatch) -> None:
    """No room has registered an entrance."""
    monkeypatch.setattr(register, "_ingangen", {})


class Postvak(list[Any]):
    """Takes messages without a session."""

    def add(self, niveau: int, tekst: str, tags: str = "") -> None:
        """Keep a message as the template reads it."""
        self.append(SimpleNamespace(tags=tags, __str__=lambda: tekst))


def verzoek(pad: str = "/", wie: Any = None) -> HttpRequest:
    """Return a request as the middleware hands it to a view."""
    request = RequestFactory().get(pad)
    request.wie = wie  # type: ignore[attr-defined]
    request.user = SimpleNamespace(is_authenticated=bool(wie))  # type: ignore[assignment]
    return request


@pytest.mark.usefixtures("eigen_urls")
def test_navigatie_toont_alleen_wat_je_mag_en_wat_er_is() -> None:
    register.registreer("Kinderen", "kinderen", mag=lambda wie: "toegang" in wie.rollen, volgorde=20)
    register.registreer("Cijfers", "inloggen", mag=lambda wie: "analist" in wie.rollen, volgorde=10)
    register.registreer("Bestaat nog niet", "nergens:start", mag=lambda wie: True)
    assert [item.label for item in items(verzoek(wie=FATIMA), FATIMA)[0]] == ["Kinderen"]


@pytest.mark.usefixtures("eigen_urls")
def test_navigatie_wijst_de_huidige_pagina_aan() -> None:
    register.registreer("Kinderen", "kinderen", mag=lambda wie: True)
    register.registreer("Inloggen", "inloggen", mag=lambda wie: True)
    request = verzoek("/kinderen/", FATIMA)
    request.resolver_match = SimpleNamespace(view_name="kinderen", namespace="")  # type: ignore[assignment]
    hoofd, groep = items(request, FATIMA)
    assert {item.label: item.huidig for item in hoofd} == {"Kinderen": True, "Inloggen": False}
    assert groep == []


@pytest.mark.usefixtures("eigen_urls")
def test_een_groep_staat_een_keer_in_de_kop_en_naast_elkaar_op_zijn_schermen() -> None:
    register.registreer("Toezeggingen", "inloggen", mag=lambda wie: True, groep="Bestuur", volgorde=2)
    register.registreer("Voorstellen", "kinderen", mag=lambda wie: True, groep="Bestuur", volgorde=1)
    register.registreer("Beurten", "uitloggen", mag=lambda wie: True, volgorde=3)
    request = verzoek("/kinderen/", FATIMA)
    request.resolver_match = SimpleNamespace(view_name="inloggen", namespace="")  # type: ignore[assignment]
    hoofd, groep = items(request, FATIMA)
    assert [(item.label, item.url, item.huidig) for item in hoofd][:1] == [("Bestuur", "/kinderen/", True)]
    assert [(item.label, item.huidig) for item in groep] == [("Voorstellen", False), ("Toezeggingen", True)]


@pytest.mark.usefixtures("eigen_urls")
def test_de_stijlgids_toont_alle_onderdelen_en_de_kop() -> None:
    request = verzoek("/stijl/?fout=1", FATIMA)
    request._messages = Postvak()  # type: ignore[attr-defined]
    html = views.stijl(request).content.decode()
    assert "Naar de inhoud" in html
    assert "Gemeente Lelystad" in html
    assert "style=" not in html
    assert "<script>" not in html


def test_elke_pagina_krijgt_de_beveiligingskoppen() -> None:
    antwoord = BeveiligingsKoppen(lambda request: HttpResponse("x"))(verzoek())
    assert "script-src 'self'" in antwoord["Content-Security-Policy"]
    assert "unsafe" not in antwoord["Content-Security-Policy"]
    assert antwoord["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("eigen_urls")
@pytest.mark.parametrize(
    ("fout", "status", "tekst"),
    [
        (GeenRecht("Dit kan alleen een controller."), 403, "Dit kan alleen een controller."),
        (NietGevonden("kind 12 van Dronten"), 404, "Dit is hier niet te vinden"),
        (Conflict("Bram heeft dit net gewijzigd."), 409, "Bram heeft dit net gewijzigd."),
        (Geweigerd("De toestemming ontbreekt.", grondslag="Jeugdwet 7.3.4"), 422, "Jeugdwet 7.3.4"),
    ],
)
def test_een_weigering_wordt_een_pagina(fout: Exception, status: int, tekst: str) -> None:
    antwoord = Foutvertaling(_leeg).process_exception(verzoek(wie=FATIMA), fout)
    assert antwoord is not None
    assert antwoord.status_code == status
    assert tekst in antwoord.content.decode()


@pytest.mark.usefixtures("eigen_urls")
def test_niet_gevonden_verklapt_niets() -> None:
    antwoord = Foutvertaling(_leeg).process_exception(verzoek(), NietGevonden("kind 12 van Dronten"))
    assert antwoord is not None
    assert "Dronten" not in antwoord.content.decode()


def test_een_andere_fout_blijft_een_fout() -> None:
    assert Foutvertaling(_leeg).process_exception(verzoek(), ValueError("kapot")) is None


def test_de_pagina_voor_een_storing_heeft_niets_nodig() -> None:
    html = render_to_string("500.html")
    assert "Er ging iets mis bij ons" in html
    assert views.fout_500(verzoek()).status_code == 500


@pytest.mark.django_db
@pytest.mark.usefixtures("eigen_urls")
def test_verkeerd_inloggen_zegt_niet_wat_er_mis_was(client: Client) -> None:
    antwoord = client.post("/inloggen/", {"username": "niemand@lelystad.demo", "password": "fout"})
    html = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "horen niet bij elkaar" in html
    assert 'value="niemand@lelystad.demo"' in html


@pytest.mark.django_db
@pytest.mark.usefixtures("eigen_urls")
def test_na_vijf_keer_verkeerd_is_inloggen_geblokkeerd(client: Client) -> None:
    for _ in range(5):
        antwoord = client.post("/inloggen/", {"username": "niemand@lelystad.demo", "password": "fout"})
    assert antwoord.status_code == 429
    assert "kwartier" in antwoord.content.decode()
