"""The letters about a decision term: what was asked and until when, that it comes later, and to whom."""

from datetime import date

from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.document import naar_html
from jeugdregio.toegang.models import Gezagsdrager, Kind
from jeugdregio.toegang.termijnen import brief, opschorten, queries, verdagen
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.termijnen.tests.hulp import beslisklok, vraag_aan

OP = date(2026, 3, 13)
STRAAT = "Geheimelaan"


def _gevraagd(regio: Regiomensen) -> Klok:
    gevonden = beslisklok(vraag_aan(regio))
    Kind.objects.update(geheim_adres=True, straatnaam=STRAAT)
    Gezagsdrager.objects.create(kind=gevonden.kind, naam="Marieke Jansen", relatie="moeder")
    Gezagsdrager.objects.create(kind=gevonden.kind, naam="Opa Jansen", relatie="opa", gezag=False)
    with klok.op(OP):
        return opschorten.vraag_aanvulling(
            regio.fatima, gevonden.pk, date(2026, 3, 26), "Het schoolrapport", versie=gevonden.versie
        )


def _als(regio: Regiomensen, wie: str) -> Client:
    client = Client()
    client.force_login(regio.gebruiker(wie))
    return client


def test_de_brief_om_gegevens_noemt_dag_en_gevolg(regio: Regiomensen) -> None:
    gevonden = _gevraagd(regio)
    deel = gevonden.opschortingen.get()
    html = naar_html(brief.aanvulbrief(queries.klok(regio.fatima, gevonden.pk), deel.pk))
    for zin in (
        "Beste Marieke Jansen,", "13 maart 2026", "Het schoolrapport", "uiterlijk op donderdag 26 maart 2026",
        "uiterlijk op maandag 11 mei 2026", "Awb 4:5", "Awb 4:15", gevonden.kenmerk,
    ):  # fmt: skip
        assert zin in html, zin
    assert STRAAT not in html
    assert "Opa" not in html, "zonder gezag"
    with klok.op(date(2026, 3, 20)):
        opschorten.neem_aanvulling_in(regio.fatima, gevonden.pk, deel.pk, date(2026, 3, 18), versie=gevonden.versie)
    later = naar_html(brief.aanvulbrief(queries.klok(regio.fatima, gevonden.pk), deel.pk))
    assert "maandag 11 mei 2026" in later, "wat erna gebeurt, verandert de brief niet"


def test_de_brief_over_verdagen_noemt_reden_en_nieuwe_dag(regio: Regiomensen) -> None:
    gevonden = _gevraagd(regio)
    with klok.op(date(2026, 4, 7)):
        verdagen.verdaag(
            regio.fatima, gevonden.pk, date(2026, 6, 8), "Wij wachten op de jeugdarts.", versie=gevonden.versie
        )
    html = naar_html(brief.verdaagbrief(queries.klok(regio.fatima, gevonden.pk)))
    for zin in (
        "7 april 2026", "uiterlijk op maandag 8 juni 2026", "Wij wachten op de jeugdarts.",
        "Eerst was de laatste dag maandag 11 mei 2026", "Awb 4:14", "Marieke Jansen",
    ):  # fmt: skip
        assert zin in html, zin
    assert STRAAT not in html


def test_wie_de_brief_mag_halen(regio: Regiomensen) -> None:
    gevonden = _gevraagd(regio)
    fatima = _als(regio, "fatima")
    adres = reverse("termijnen:aanvulbrief", args=[gevonden.pk, gevonden.opschortingen.get().pk])
    pagina = fatima.get(reverse("termijnen:klok", args=[gevonden.pk])).content.decode()
    assert adres in pagina
    later = reverse("termijnen:verdaagbrief", args=[gevonden.pk])
    assert later not in pagina
    assert fatima.get(later).status_code == 404
    antwoord = fatima.get(adres)
    assert antwoord.content.startswith(b"%PDF")
    assert "Jansen" not in antwoord["Content-Disposition"]
    assert _als(regio, "bram").get(adres).status_code == 404
