"""The acts on a clock over screens: first the effect, then the saving, and nothing lost on the way."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel as Logregel
from jeugdregio.basis import klok
from jeugdregio.toegang.termijnen.ingebreke import stel_in_gebreke
from jeugdregio.toegang.termijnen.models import Klok, Opschorting
from jeugdregio.toegang.termijnen.tests.hulp import beslisklok, maak_tom, vraag_aan

OP = date(2026, 3, 13)


@pytest.fixture
def beslissen(regio: Regiomensen, client: Client) -> Klok:
    """The decision term of Tom; Fatima is signed in."""
    client.force_login(regio.gebruiker("fatima"))
    return beslisklok(vraag_aan(regio))


def _adres(naam: str, gevonden: Klok, *anders: object) -> str:
    return reverse(f"termijnen:{naam}", args=[gevonden.pk, *anders])


def test_eerst_het_gevolg_dan_vastleggen(client: Client, beslissen: Klok) -> None:
    invoer = {"versie": 1, "wat": "Het schoolrapport", "voor": "2026-03-26", "gezien": ""}
    adres = _adres("aanvulling", beslissen)
    with klok.op(OP):
        blik = client.post(adres, invoer | {"bekijk": "ja"})
        assert "maandag 11 mei 2026" in blik.content.decode()
        assert not Opschorting.objects.exists()
        anders = client.post(adres, invoer | {"bewaar": "ja", "gezien": "2026-05-01"})
        assert "Het gevolg is anders dan je zag" in anders.content.decode()
        assert "Het schoolrapport" in anders.content.decode()
        assert not Opschorting.objects.exists()
        klaar = client.post(adres, invoer | {"bewaar": "ja", "gezien": "2026-05-11"}, follow=True)
    assert str(Klok.objects.get(pk=beslissen.pk).einde) == "2026-05-11"
    assert "12 dagen" in klaar.content.decode()
    assert "Nog niet zeker" in klaar.content.decode()


def test_zonder_datum_blijft_de_invoer_staan_met_het_artikel(client: Client, beslissen: Klok) -> None:
    with klok.op(OP):
        antwoord = client.post(_adres("aanvulling", beslissen), {"versie": 1, "wat": "Rapport", "bekijk": "ja"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "ABRvS 2016:2527" in tekst
    assert "Er is iets niet goed ingevuld" in tekst, "een fout staat er een keer"
    assert "Rapport" in tekst


def test_een_collega_was_eerder(client: Client, beslissen: Klok) -> None:
    Klok.objects.filter(pk=beslissen.pk).update(versie=2)
    with klok.op(date(2026, 4, 20)):
        invoer = {"versie": 1, "tot": "2026-05-26", "reden": "Druk", "bewaar": "ja", "gezien": "2026-05-26"}
        antwoord = client.post(_adres("verdagen", beslissen), invoer)
    assert antwoord.status_code == 409
    assert "Druk" in antwoord.content.decode()


def test_ingebreke_stoppen_en_de_lijst(client: Client, regio: Regiomensen, beslissen: Klok) -> None:
    with klok.op(date(2026, 4, 29)):
        adres = _adres("ingebreke", beslissen)
        blik = client.post(adres, {"versie": 1, "ontvangen_op": "2026-04-29", "bekijk": "ja"})
        assert "Beslis uiterlijk woensdag 13 mei 2026" in blik.content.decode()
        client.post(adres, {"versie": 1, "ontvangen_op": "2026-04-29", "bewaar": "ja", "gezien": "True"})
    with klok.op(date(2026, 5, 20)):
        client.logout()  # three weeks later the session is over
        client.force_login(regio.gebruiker("fatima"))
        pagina = client.get(_adres("klok", beslissen)).content.decode()
        assert "138,00" in pagina
        assert "laat een jurist ze nakijken" in pagina
        assert "138,00" in client.get(reverse("termijnen:lijst"), {"termijn": "laat"}).content.decode()
        stop = {"versie": 1, "waarom": "gedaan", "op": "2026-05-20", "door": "besluit op papier", "bewaar": "ja"}
        assert client.post(_adres("stop", beslissen), stop).status_code == 302
    assert Klok.objects.get(pk=beslissen.pk).staat == Klok.Staat.GESTOPT


def test_kijken_wordt_vastgelegd_en_staat_bij_het_kind(client: Client, beslissen: Klok) -> None:
    client.get(_adres("klok", beslissen))
    assert Logregel.objects.filter(handeling="inzage.termijn", kind_id=beslissen.kind_id).count() == 1
    pagina = client.get(reverse("toegang:kind", args=[beslissen.kind_id])).content.decode()
    assert "Beslissen op de aanvraag" in pagina
    assert "Onderzoek afronden (lokale termijn)" in pagina


def test_de_lijst_vraagt_steeds_evenveel(client: Client, regio: Regiomensen, beslissen: Klok) -> None:
    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(reverse("termijnen:lijst")).status_code == 200
        return len(gevangen)

    vragen()
    een = vragen()
    for nummer in range(2, 6):
        extra = beslisklok(vraag_aan(regio, kind=maak_tom(regio, nummer)))
        with klok.op(date(2026, 4, 29)):
            stel_in_gebreke(regio.fatima, extra.pk, date(2026, 4, 29))
    assert vragen() == een


@pytest.mark.parametrize("daad", ["aanvulling", "uitstel", "verdagen", "ingebreke", "stop"])
def test_geen_enkele_daad_struikelt_over_onzin(client: Client, beslissen: Klok, daad: str) -> None:
    onzin = (
        {}, {"versie": "x", "voor": "31-02-2026", "soort": "?"},
        {"versie": 1, "wat": "x", "voor": "0001-01-01", "soort": "instemming", "vanaf": "9999-12-31",
         "tot": "9999-12-31", "reden": "x", "ontvangen_op": "0001-01-01", "op": "0001-01-01", "door": "x",
         "waarom": "gedaan"},
    )  # fmt: skip
    with klok.op(OP):
        for velden in onzin:
            for knop in ("bekijk", "bewaar"):
                antwoord = client.post(_adres(daad, beslissen), velden | {knop: "ja"})
                assert antwoord.status_code in {200, 422}, (velden, knop)
    assert Klok.objects.get(pk=beslissen.pk).einde == date(2026, 4, 28)


def test_wat_niet_meer_kan_vraagt_niets_en_zegt_het(client: Client, beslissen: Klok) -> None:
    with klok.op(date(2026, 5, 6)):
        for daad in ("aanvulling", "uitstel", "verdagen"):
            antwoord = client.get(_adres(daad, beslissen), follow=True)
            assert antwoord.redirect_chain[-1][0] == _adres("klok", beslissen)
            assert "kan bij deze termijn nu niet" in antwoord.content.decode()
        assert client.get(_adres("ingebreke", beslissen)).status_code == 200


def test_gegevens_die_dezelfde_dag_komen_zetten_niets_stil(client: Client, beslissen: Klok) -> None:
    with klok.op(OP):
        vraag = {"versie": 1, "wat": "Rapport", "voor": "2026-03-26", "gezien": "2026-05-11", "bewaar": "ja"}
        client.post(_adres("aanvulling", beslissen), vraag)
        binnen = _adres("binnen", beslissen, Opschorting.objects.get().pk)
        antwoord = client.post(
            binnen, {"versie": 2, "binnen_op": "2026-03-13", "gezien": "2026-04-28", "bewaar": "ja"}, follow=True
        )
    assert "0 dagen" not in antwoord.content.decode()
    assert "voordat de termijn stil zou staan" in antwoord.content.decode()
