"""Until everybody spoke nobody reads a position, and only the chair knows who is missing. Nobody is ever counted."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from jeugdregio.audit.models import Regel
from jeugdregio.bestuur.consent import queries
from jeugdregio.bestuur.consent.beurten import open_ronde
from jeugdregio.bestuur.consent.models import Bezwaar, Standpunt, Voorstel, Zorg
from jeugdregio.bestuur.consent.tests import tafel as t
from jeugdregio.bestuur.consent.tests.tafel import Tafel
from jeugdregio.beurten.queries import stilstand

GEHEIM = "Een verborgen overdracht van mandaat"
TELLING = re.compile(
    r"\b\d+ (?:van|tegen|op) (?:de )?\d+\b|\bmeerderheid\b|\bminderheid\b|\bvier tegen\b|\b\d+ ?%|voor: \d|tegen: \d",
    re.IGNORECASE,
)


def _pagina(client: Client, tafel: Tafel, naam: str, voorstel: Voorstel) -> str:
    wie = tafel.wethouders.get(naam) or getattr(tafel.regio, naam)
    assert wie.gebruiker is not None
    client.force_login(wie.gebruiker)
    antwoord = client.get(reverse("consent:voorstel", args=[voorstel.pk]))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", antwoord.content.decode()))


@pytest.mark.parametrize("naam", ["dronten", "almere", "voorzitter", "begeleider", "secretaris", "beleid_lelystad"])
def test_niemand_leest_een_standpunt_voor_iedereen_sprak(tafel: Tafel, client: Client, naam: str) -> None:
    voorstel = t.tot_ronde(tafel)
    t.bezwaar(tafel.wethouders["lelystad"], voorstel)
    t.consent(tafel.wethouders["urk"], voorstel)
    assert GEHEIM not in _pagina(client, tafel, naam, voorstel)
    assert not Bezwaar.objects.exists()
    assert not Zorg.objects.exists()


def test_de_eigen_wethouder_leest_wat_hij_zei(tafel: Tafel, client: Client) -> None:
    voorstel = t.tot_ronde(tafel)
    t.bezwaar(tafel.wethouders["lelystad"], voorstel)
    assert GEHEIM in _pagina(client, tafel, "lelystad", voorstel)


def test_alleen_de_voorzitter_ziet_wie_nog_moet_spreken(tafel: Tafel, client: Client) -> None:
    voorstel = t.tot_ronde(tafel)
    t.allen_consent(tafel, voorstel, ("dronten", "urk"))
    assert "Nog te spreken: Dronten, Urk" in _pagina(client, tafel, "voorzitter", voorstel)
    for naam in ("almere", "dronten", "begeleider", "secretaris", "directeur", "ervaringsdeskundige"):
        assert "Nog te spreken" not in _pagina(client, tafel, naam, voorstel)
    # The page where the region stalls counts turns: not these, they would tell who is missing.
    assert not [rij for rij in stilstand(tafel.regio.directeur) if "tandpunt" in rij.titel]


def test_ook_in_de_database_en_het_logboek_staat_het_niet(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    t.bezwaar(tafel.wethouders["lelystad"], voorstel)
    with connection.cursor() as cursor:
        cursor.execute("SELECT keuze, mandaat, mandaat_toelichting, verzegeld FROM consent_standpunt")
        keuze, mandaat, toelichting, verzegeld = cursor.fetchone()
    assert (keuze, mandaat, toelichting) == ("", "", "")
    assert b"overdracht" not in bytes(verzegeld)
    gegevens = [regel.gegevens for regel in Regel.objects.filter(handeling="consent.standpunt")]
    assert gegevens == [{"ronde": 1, "gemeente": "0995", "namens": False}]
    assert "bezwaar" not in json.dumps([r.gegevens for r in Regel.objects.all()])


def test_een_afgebroken_ronde_blijft_verzegeld(tafel: Tafel, client: Client) -> None:
    from jeugdregio.bestuur.consent.rondes import breek_ronde_af

    voorstel = t.tot_ronde(tafel)
    t.bezwaar(tafel.wethouders["lelystad"], voorstel)
    breek_ronde_af(tafel.regio.voorzitter, voorstel.pk, reden="De tekst verwijst naar het verkeerde artikel")
    voorstel.refresh_from_db()
    assert voorstel.staat == "bijstelling"
    assert GEHEIM not in _pagina(client, tafel, "dronten", voorstel)
    assert Standpunt.objects.get().keuze == ""


def test_samen_open_en_nergens_een_telling(tafel: Tafel, client: Client) -> None:
    voorstel = t.tot_toetsing(tafel)
    for naam in ("dronten", "lelystad", "voorzitter", "begeleider", "secretaris"):
        tekst = _pagina(client, tafel, naam, voorstel)
        assert GEHEIM in tekst
        assert not TELLING.search(tekst), TELLING.search(tekst)
        # Who had no objection is not listed: four names beside one is a count too.
        assert "Geen bezwaar" not in tekst


@pytest.mark.parametrize("stand", ["ronde", "bekrachtiging"])
def test_ook_in_andere_fasen_geen_telling(tafel: Tafel, client: Client, stand: str) -> None:
    voorstel = t.tot_ronde(tafel) if stand == "ronde" else t.tot_bekrachtiging(tafel)
    for naam in ("dronten", "voorzitter", "secretaris"):
        assert not TELLING.search(_pagina(client, tafel, naam, voorstel))


def test_een_standpunt_dat_al_sprak_geeft_geen_knop_meer(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    t.consent(tafel.wethouders["urk"], voorstel)
    voorstel.refresh_from_db()
    codes = {h.code for h in queries.beeld(tafel.wethouders["urk"], voorstel.pk).handelingen}
    assert "standpunt" not in codes
    assert open_ronde(voorstel) is not None
