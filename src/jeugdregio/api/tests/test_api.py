"""The API as another system meets it: tokens, scopes, messages, lists, problems."""

import hashlib
import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.berichten import MIRTHE_BSN, aangevraagd, gepubliceerd_jw315, jw305_xml, jw315_xml
from tests.mensen import Regiomensen
from tests.shared import BERICHTEN, heeft_shared

from ijw import lees
from jeugdregio.basis import klok
from jeugdregio.organisaties.models import ApiToken, Organisatie
from jeugdregio.postbus import verwerken
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Verzoek
from jeugdregio.toegang.tests.hulp import maak_klaar

ALLES = ["berichten:schrijven", "berichten:lezen", "toewijzingen:lezen", "declaraties:lezen"]
HET_ANKER = "65656055"


@pytest.fixture(autouse=True)
def _klok():
    with klok.op(date(2026, 9, 10)):
        yield


def sleutel(organisatie: Organisatie, scopes: list[str] | None = None, **anders: object) -> dict[str, str]:
    geheim = f"geheim-{organisatie.pk}-{ApiToken.objects.count()}"
    velden: dict[str, object] = {"verloopt_op": klok.nu() + timedelta(days=30)}
    ApiToken.objects.create(
        organisatie=organisatie, naam="EPD", hash=hashlib.sha256(geheim.encode()).hexdigest(),
        scopes=ALLES if scopes is None else scopes, **(velden | anders),
    )  # fmt: skip
    return {"Authorization": f"Bearer {geheim}"}


def stuur(client: Client, inhoud: bytes, koppen: dict[str, str]) -> Any:
    return client.post("/api/v1/berichten", inhoud, content_type="application/xml", headers=koppen)


def test_bericht_sturen_geeft_het_retourbericht(regio: Regiomensen, client: Client) -> None:
    antwoord = stuur(client, jw315_xml(afzender=HET_ANKER), sleutel(regio.het_anker))
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"].startswith("application/xml")
    assert antwoord["API-Version"] == "1.0.0"
    lezing = lees(antwoord.content)
    assert lezing.geldig
    assert lezing.soort == "JW316"
    assert Verzoek.objects.get().aanbieder == regio.het_anker
    assert Bericht.objects.get(soort="JW316").staat == Bericht.Staat.BEZORGD


def test_hetzelfde_bericht_geeft_precies_hetzelfde_antwoord(regio: Regiomensen, client: Client) -> None:
    koppen = sleutel(regio.het_anker)
    eerste = stuur(client, jw315_xml(afzender=HET_ANKER), koppen)
    tweede = stuur(client, jw315_xml(afzender=HET_ANKER), koppen)
    assert tweede.status_code == 200
    assert tweede.content == eerste.content
    assert Verzoek.objects.count() == 1


@heeft_shared
def test_het_gepubliceerde_bericht_met_31_juni(regio: Regiomensen, client: Client) -> None:
    koppen = sleutel(regio.de_brug)
    antwoord = stuur(client, (BERICHTEN / "JW315.xml").read_bytes(), koppen)
    assert antwoord.status_code == 422
    assert antwoord["Content-Type"] == "application/problem+json"
    probleem = json.loads(antwoord.content)
    eerste = probleem["bevindingen"][0]
    assert eerste["pad"] == "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[1]/ToewijzingEinddatum"
    assert eerste["regelnummer"] == 44
    assert Bericht.objects.filter(pk=probleem["bericht"], staat="afgekeurd").exists()
    assert stuur(client, gepubliceerd_jw315(), koppen).status_code == 200


def test_zonder_goede_sleutel_geen_toegang(regio: Regiomensen, client: Client) -> None:
    verlopen = sleutel(regio.het_anker, verloopt_op=klok.nu() - timedelta(days=1))
    ingetrokken = sleutel(regio.het_anker, ingetrokken_op=klok.nu())
    for koppen in ({}, {"Authorization": "Bearer x"}, verlopen, ingetrokken):
        antwoord = stuur(client, jw315_xml(afzender=HET_ANKER), koppen)
        assert antwoord.status_code == 401
        assert antwoord["Content-Type"] == "application/problem+json"
        assert antwoord["WWW-Authenticate"] == "Bearer"
    assert not Bericht.objects.exists()


@pytest.mark.parametrize(
    ("methode", "pad", "scope"),
    [
        ("post", "/api/v1/berichten", "berichten:schrijven"),
        ("get", "/api/v1/berichten", "berichten:lezen"),
        ("get", "/api/v1/toewijzingen", "toewijzingen:lezen"),
        ("get", "/api/v1/declaraties", "declaraties:lezen"),
    ],
)
def test_elke_deur_vraagt_zijn_eigen_recht(
    regio: Regiomensen, client: Client, methode: str, pad: str, scope: str
) -> None:
    zonder = sleutel(regio.het_anker, [recht for recht in ALLES if recht != scope])
    antwoord = getattr(client, methode)(pad, headers=zonder)
    assert antwoord.status_code == 403
    assert scope in json.loads(antwoord.content)["detail"]


def test_berichten_ophalen(regio: Regiomensen, client: Client) -> None:
    koppen = sleutel(regio.het_anker)
    # Two children: one request in hand a child.
    stuur(client, jw315_xml(aangevraagd("A1"), afzender=HET_ANKER), koppen)
    verzoek = Verzoek.objects.get()
    actions.neem_in_onderzoek(regio.fatima, verzoek.pk, versie=1)
    wachtend = json.loads(client.get("/api/v1/berichten?staat=klaar", headers=koppen).content)
    (rij,) = wachtend["berichten"]
    assert rij["soort"] == "JW319"
    antwoord = client.get(rij["_links"]["self"]["href"], headers=koppen)
    assert lees(antwoord.content).soort == "JW319"
    assert json.loads(client.get("/api/v1/berichten?staat=klaar", headers=koppen).content)["totaal"] == 0


def test_bladeren_met_links(regio: Regiomensen, client: Client) -> None:
    koppen = sleutel(regio.het_anker)
    for nummer in range(3):
        stuur(client, jw315_xml(aangevraagd(f"R{nummer}"), afzender=HET_ANKER, identificatie=f"V{nummer}"), koppen)
    antwoord = client.get("/api/v1/berichten?per_pagina=2", headers=koppen)
    inhoud = json.loads(antwoord.content)
    assert len(inhoud["berichten"]) == 2
    volgende = inhoud["_links"]["next"]["href"]
    assert 'rel="next"' in antwoord["Link"]
    assert len(json.loads(client.get(volgende, headers=koppen).content)["berichten"]) == 1
    assert client.get("/api/v1/berichten?per_pagina=9999", headers=koppen).status_code == 422


def test_andermans_berichten_en_toewijzingen_zijn_er_niet(regio: Regiomensen, client: Client) -> None:
    stuur(client, jw315_xml(), sleutel(regio.de_brug))
    verzoek = Verzoek.objects.get()
    maak_klaar(regio, verzoek.kind, date(2026, 9, 10))
    actions.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=1)
    retour = Bericht.objects.get(soort="JW316")
    for ander in (regio.het_anker, regio.dronten):
        koppen = sleutel(ander)
        assert client.get(f"/api/v1/berichten/{retour.pk}", headers=koppen).status_code == 404
        assert json.loads(client.get("/api/v1/berichten", headers=koppen).content)["totaal"] == 0
        assert json.loads(client.get("/api/v1/toewijzingen", headers=koppen).content)["totaal"] == 0
    eigen = client.get("/api/v1/toewijzingen", headers=sleutel(regio.de_brug))
    (rij,) = json.loads(eigen.content)["toewijzingen"]
    assert rij["product_code"] == "45A04"
    assert MIRTHE_BSN.encode() not in eigen.content
    assert b"Visser" not in eigen.content


def test_in_andermans_naam_sturen_kan_niet(regio: Regiomensen, client: Client) -> None:
    antwoord = stuur(client, jw315_xml(afzender="42420001"), sleutel(regio.het_anker))
    assert antwoord.status_code == 422
    (bevinding,) = json.loads(antwoord.content)["bevindingen"]
    assert bevinding["pad"] == "/Bericht/Header/Afzender"
    # De Brug can still use this identification.
    assert stuur(client, jw315_xml(afzender="42420001"), sleutel(regio.de_brug)).status_code == 200


def test_retourbericht_krijgt_geen_antwoord(regio: Regiomensen, client: Client) -> None:
    from ijw import schrijf
    from ijw.retour import maak_retour

    koppen = sleutel(regio.het_anker)
    stuur(client, jw315_xml(afzender=HET_ANKER), koppen)
    verzoek = Verzoek.objects.get()
    maak_klaar(regio, verzoek.kind, date(2026, 9, 10))
    actions.wijs_toe(
        regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=1, zonder_contract_reden="Enige aanbieder"
    )
    heen = Bericht.objects.get(soort="JW301")
    gelezen = lees(bytes(heen.inhoud)).bericht
    assert gelezen is not None
    retour = schrijf(maak_retour(gelezen, (), identificatie="RET1", dagtekening=date(2026, 9, 10)))
    assert stuur(client, retour, koppen).status_code == 204
    assert stuur(client, retour, koppen).status_code == 204
    heen.refresh_from_db()
    assert heen.staat == Bericht.Staat.BEANTWOORD


def test_een_fout_van_ons_verliest_niets(
    regio: Regiomensen, client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    koppen = sleutel(regio.het_anker)
    with monkeypatch.context() as kapot:
        kapot.setattr(verwerken, "adressering", lambda *_: 1 / 0)
        antwoord = stuur(client, jw315_xml(afzender=HET_ANKER), koppen)
    assert antwoord.status_code == 500
    probleem = json.loads(antwoord.content)
    bericht = Bericht.objects.get(pk=probleem["bericht"])
    assert (bericht.staat, bericht.laatste_fout) == (Bericht.Staat.ONTVANGEN, "ZeroDivisionError")
    assert MIRTHE_BSN not in caplog.text
    with klok.op(klok.nu() + timedelta(hours=3)):
        assert verwerken.verwerk_openstaand() == (1, 0)
    assert stuur(client, jw315_xml(afzender=HET_ANKER), koppen).status_code == 200
    assert Verzoek.objects.count() == 1


def test_start_over_de_api(regio: Regiomensen, client: Client) -> None:
    antwoord = stuur(client, jw305_xml(5, date(2026, 9, 1)), sleutel(regio.de_brug))
    assert lees(antwoord.content).soort == "JW306"


def test_openapi_is_open_en_noemt_elke_deur(client: Client) -> None:
    antwoord = client.get("/api/v1/openapi.json")
    assert antwoord.status_code == 200
    assert antwoord["API-Version"] == "1.0.0"
    schema = json.loads(antwoord.content)
    assert set(schema["paths"]) == {
        "/api/v1/berichten", "/api/v1/berichten/{bericht_id}", "/api/v1/toewijzingen", "/api/v1/declaraties",
    }  # fmt: skip
    assert schema["info"]["version"] == "1.0.0"


def test_te_groot_bericht(regio: Regiomensen, client: Client, settings: Any) -> None:
    settings.BERICHT_MAX_BYTES = 100
    antwoord = stuur(client, jw315_xml(afzender=HET_ANKER), sleutel(regio.het_anker))
    assert antwoord.status_code == 413
    assert antwoord["Content-Type"] == "application/problem+json"
    assert "Verdeel" in json.loads(antwoord.content)["detail"]
    assert not Bericht.objects.exists()


def test_bericht_mag_groter_zijn_dan_een_formulier(regio: Regiomensen, client: Client) -> None:
    groot = jw315_xml(afzender=HET_ANKER) + b"\n" * (3 * 1024 * 1024)
    antwoord = stuur(client, groot, sleutel(regio.het_anker))
    assert antwoord.status_code == 200
    assert Bericht.objects.get(richting="in").omvang == len(groot)


class Onaangeroerd:
    """A body that may not be read."""

    def read(self, *_args: object) -> bytes:
        raise AssertionError("read before it was known who sends")

    readline = read


@pytest.mark.parametrize("soort", ["application/xml", "multipart/form-data; boundary=x"])
@pytest.mark.parametrize("scopes", [None, ["berichten:lezen"]])
def test_zonder_sleutel_of_recht_wordt_niets_gelezen(
    regio: Regiomensen, client: Client, soort: str, scopes: list[str] | None
) -> None:
    koppen = {"Authorization": "Bearer bestaat-niet"} if scopes is None else sleutel(regio.het_anker, scopes)
    lijf: dict[str, Any] = {"wsgi.input": Onaangeroerd(), "CONTENT_LENGTH": str(200 * 1024 * 1024)}
    antwoord = client.post("/api/v1/berichten", b"x", content_type=soort, headers=koppen, **lijf)
    assert antwoord.status_code == (401 if scopes is None else 403)
    assert antwoord["Content-Type"] == "application/problem+json"


def test_declaraties_zijn_een_lijst(regio: Regiomensen, client: Client) -> None:
    inhoud = json.loads(client.get("/api/v1/declaraties", headers=sleutel(regio.de_brug)).content)
    assert inhoud["declaraties"] == []
    assert inhoud["_links"]["self"]["href"].startswith("/api/v1/declaraties")
