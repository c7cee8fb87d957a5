"""The register on the screens: a lawyer gives, another agrees, everybody may ask."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.bestuur.mandaten.models import Intentie, Mandaat
from jeugdregio.bestuur.mandaten.tests.keten import (
    DAG,
    KADER,
    Keten,
    betwist_door_lelystad,
    gegevens,
    maak_keten,
    op,
)
from jeugdregio.bestuur.mandaten.verlenen import verleen
from jeugdregio.organisaties.models import Rol


@pytest.fixture
def keten(regio: Regiomensen) -> Keten:
    return maak_keten(regio)


def _vraag(client: Client, keten: Keten, gemeente: Any, **anders: str) -> str:
    velden = {
        "orgaan": str(keten.regio.regiokantoor.pk), "functie": str(Rol.DIRECTEUR), "handeling": "handelingskader",
        "gemeente": str(gemeente.pk), "datum": KADER.isoformat(),
    }  # fmt: skip
    antwoord = client.get(reverse("mandaten:vraag"), velden | anders)
    return antwoord.content.decode()


def test_noor_van_een_aanbieder_vraagt_of_het_handelingskader_bevoegd_is_vastgesteld(
    keten: Keten, client: Client
) -> None:
    betwist_door_lelystad(keten)
    client.force_login(keten.regio.gebruiker("noor"))
    lelystad = _vraag(client, keten, keten.regio.lelystad)
    assert "Betwist" in lelystad
    assert "Lelystad betwist dit" in lelystad
    assert "informatienota 25.054" in lelystad
    dronten = _vraag(client, keten, keten.regio.dronten)
    assert "Bevoegd" in dronten
    assert "betwist dit" not in dronten
    assert "Namens het college van Dronten" in dronten


def test_een_vraag_zonder_datum_blijft_staan_met_de_fout(keten: Keten, client: Client) -> None:
    client.force_login(keten.regio.gebruiker("fatima"))
    antwoord = client.get(
        reverse("mandaten:vraag"), {"orgaan": str(keten.regio.almere.pk), "handeling": "subsidie", "datum": "morgen"}
    )
    assert antwoord.status_code == 422
    assert "Voer een geldige datum in" in antwoord.content.decode()


def test_joris_legt_vast_en_de_jurist_van_almere_stemt_in(keten: Keten, client: Client) -> None:
    regio = keten.regio
    velden = {
        "soort": "mandaat", "ontvanger": str(regio.almere.pk), "handelingen": ["subsidie"], "schriftelijk": "on",
        "gemeenten": [str(regio.lelystad.pk)], "besluit": "Mandaat subsidie Veilig Thuis", "besluit_op": "2026-03-02",
        "van": "2026-03-02", "document": "Besluit 2026-14",
    }  # fmt: skip
    with op(DAG):
        client.force_login(regio.gebruiker("jurist_lelystad"))
        fout = client.post(reverse("mandaten:nieuw"), velden | {"van": "2026-03-01"})
        assert fout.status_code == 422
        assert "Een mandaat werkt niet terug" in fout.content.decode()
        assert "Mandaat subsidie Veilig Thuis" in fout.content.decode()
        goed = client.post(reverse("mandaten:nieuw"), velden, follow=True)
        mandaat = Mandaat.objects.get(besluit="Mandaat subsidie Veilig Thuis")
        assert "instemming ontbreekt" in goed.content.decode()
        almere = keten.jurist(regio.almere).gebruiker
        assert almere
        client.force_login(almere)
        assert "Instemmen met een mandaat" in client.get("/").content.decode()
        pagina = client.post(reverse("mandaten:instemmen", args=[mandaat.pk]), {"op": "2026-03-02"}, follow=True)
        assert "De instemming is vastgelegd" in pagina.content.decode()
        nogmaals = client.post(reverse("mandaten:instemmen", args=[mandaat.pk]), {"op": "2026-03-02", "tekst": "bis"})
        assert nogmaals.status_code == 409
        assert "bis" in nogmaals.content.decode()


def test_een_intentie_kiezen_wordt_met_uitleg_geweigerd(keten: Keten, client: Client) -> None:
    regio = keten.regio
    client.force_login(regio.gebruiker("jurist_lelystad"))
    with op(DAG):
        antwoord = client.post(reverse("mandaten:nieuw"), {
            "soort": "intentie", "ontvanger": str(regio.almere.pk), "handelingen": ["subsidie"],
            "gemeenten": [str(regio.lelystad.pk)], "besluit": "Intentie", "besluit_op": "2026-03-02",
            "van": "2026-03-02", "document": "x", "schriftelijk": "on",
        })  # fmt: skip
    assert antwoord.status_code == 422
    assert "geeft geen bevoegdheid" in antwoord.content.decode()


def test_de_andere_daden_over_de_schermen(keten: Keten, client: Client) -> None:
    regio = keten.regio
    mandaat = keten.grants["Lelystad"]
    client.force_login(regio.gebruiker("jurist_lelystad"))
    with op(DAG):
        for naam, velden, klaar in (
            ("instructie", {"op": "2026-03-02", "tekst": "Overleg eerst"}, "instructie is vastgelegd"),
            ("betwisten", {"van": "2026-03-02", "grond": "Niet vastgesteld"}, "betwisting is vastgelegd"),
        ):
            pagina = client.post(reverse(f"mandaten:{naam}", args=[mandaat.pk]), velden, follow=True)
            assert klaar in pagina.content.decode()
        b = mandaat.betwistingen.get()
        pagina = client.post(
            reverse("mandaten:betwisting_beeindigen", args=[b.pk]),
            {"tot": "2026-03-02", "afloop": "Klaar"},
            follow=True,
        )
        assert "betwisting is beëindigd" in pagina.content.decode()
        pagina = client.post(
            reverse("mandaten:intrekken", args=[mandaat.pk]),
            {"besluit_op": "2026-03-02", "per": "2026-03-02", "tekst": "Collegebesluit"},
            follow=True,
        )
        assert "Het mandaat is ingetrokken" in pagina.content.decode()
        lijst = client.get(reverse("mandaten:lijst")).content.decode()
        alles = client.get(reverse("mandaten:lijst"), {"alles": "on"}).content.decode()
    pad = reverse("mandaten:mandaat", args=[mandaat.pk])
    assert pad not in lijst
    assert pad in alles


def test_doorgeven_en_vervangen_over_de_schermen(keten: Keten, client: Client) -> None:
    regio = keten.regio
    almere = keten.jurist(regio.almere).gebruiker
    assert almere
    client.force_login(almere)
    boven = keten.grants["Urk"]
    with op(DAG):
        begin = client.get(reverse("mandaten:doorgeven", args=[boven.pk]))
        assert "Ondermandaat geven" in begin.content.decode()
        velden = {
            "soort": "mandaat", "ontvanger": str(regio.regiokantoor.pk), "ontvanger_functie": str(Rol.CONTRACT),
            "handelingen": ["tarieven"], "gemeenten": [str(regio.urk.pk)], "besluit": "Ondermandaat tarieven",
            "besluit_op": "2026-03-02", "van": "2026-03-02", "document": "D1", "schriftelijk": "on",
            "ondergeschikt": "on",
        }  # fmt: skip
        pagina = client.post(reverse("mandaten:doorgeven", args=[boven.pk]), velden, follow=True).content.decode()
        assert "Ondermandaat tarieven" in pagina
        assert "Het college van Urk" in pagina
        onder = Mandaat.objects.get(besluit="Ondermandaat tarieven")
        assert "Ondermandaat tarieven" in client.get(reverse("mandaten:vervangen", args=[onder.pk])).content.decode()
        velden |= {"besluit": "Ondermandaat tarieven 2"}
        client.post(reverse("mandaten:vervangen", args=[onder.pk]), velden)
    assert Mandaat.objects.get(besluit="Ondermandaat tarieven 2").vervangt == onder


def test_de_lijst_filtert_op_gemeente_handeling_en_dag(keten: Keten, client: Client) -> None:
    regio = keten.regio
    client.force_login(regio.gebruiker("beleid_lelystad"))
    Intentie.objects.create(titel="Intentieovereenkomst", bron="memo").ondertekeningen.create(
        organisatie=regio.lelystad, getekend=False, reden="status niet helder"
    )
    pad = reverse("mandaten:lijst")

    def rijen(**filter_: str) -> int:
        return client.get(pad, {"datum": "2026-03-02"} | filter_).content.decode().count('data-label="Stand"')

    # The six municipalities each let their own access and its team leader decide; five are of the chain.
    assert rijen() == 17
    assert rijen(gemeente=str(regio.urk.pk)) == 4
    assert rijen(handeling="tarieven") == 4
    assert rijen(datum="2021-01-15") == 12
    assert rijen(gemeente="geen-sleutel") == 17
    pagina = client.get(pad).content.decode()
    assert "intentie, geen mandaat" in pagina
    assert "status niet helder" in pagina


def test_de_lijst_kost_een_vast_aantal_vragen(keten: Keten, client: Client) -> None:
    client.force_login(keten.regio.gebruiker("fatima"))

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gesteld:
            client.get(reverse("mandaten:lijst"))
        return len(gesteld)

    vragen()
    eerst = vragen()
    with op(DAG):
        for nummer in range(5):
            verleen(
                keten.regio.jurist_lelystad,
                gegevens(keten.regio.lelystad, keten.regio.almere, besluit=f"Besluit {nummer}"),
            )
    assert vragen() == eerst
