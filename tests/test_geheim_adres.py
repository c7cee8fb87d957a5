"""A secret address, through each door it could slip out of: messages, screens, lists, search, log, API, transfer."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.organisaties.actions import maak_token
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.gezag import Adres
from jeugdregio.toegang.gezinnen.adres import zet_geheim
from jeugdregio.toegang.gezinnen.zoeken import Signalement, mogelijke_kinderen
from jeugdregio.toegang.models import Kind, Verzoek
from jeugdregio.toegang.tests.hulp import maak_klaar
from jeugdregio.toegang.woonplaats import inhoud
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen

DAG = date(2026, 9, 10)
STRAAT, POSTCODE, NUMMER = "Verscholenpad", "8232ZZ", 4711
SPOREN = (STRAAT, POSTCODE, f"{POSTCODE[:4]} {POSTCODE[4:]}", str(NUMMER))


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DAG):
        yield


@pytest.fixture
def verzoek(regio: Regiomensen) -> Verzoek:
    """A request for a girl whose address nobody may name; ready to be assigned."""
    ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
    verzoek = Verzoek.objects.select_related("kind").get()
    maak_klaar(regio, verzoek.kind, DAG)
    adres = Adres(POSTCODE, NUMMER, straatnaam=STRAAT, plaatsnaam="Lelystad")
    toegang.bevestig_woonplaats(regio.fatima, verzoek.kind_id, date(2020, 1, 1), "BRP", adres=adres)
    zet_geheim(regio.fatima, verzoek.kind_id, geheim=True)
    return Verzoek.objects.select_related("kind").get()


def lekt(tekst: str) -> list[str]:
    return [spoor for spoor in SPOREN if spoor in tekst]


def blad(client: Client, regio: Regiomensen, wie: str, naam: str, *sleutels: object) -> str:
    client.force_login(regio.gebruiker(wie))
    antwoord = client.get(reverse(naam, args=sleutels))
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def test_niet_in_de_berichten(regio: Regiomensen, verzoek: Verzoek) -> None:
    toegang.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=verzoek.versie)
    berichten = [bytes(b.inhoud).decode() for b in Bericht.objects.filter(richting="uit")]
    assert any("JW301" in b or "ToegewezenProduct" in b for b in berichten)
    assert [lekt(b) for b in berichten] == [[]] * len(berichten)


@pytest.mark.parametrize("naam", ["toegang:kinderen", "hulpvragen:lijst", "toegang:verzoeken", "beurten:start"])
def test_niet_in_de_lijsten(naam: str, regio: Regiomensen, verzoek: Verzoek, client: Client) -> None:
    assert lekt(blad(client, regio, "fatima", naam)) == []


@pytest.mark.parametrize("naam", ["toegang:kind", "toegang:woonplaats", "toegang:rechtstreeks", "gezinnen:geheim"])
def test_niet_op_de_bladen_van_het_kind(naam: str, regio: Regiomensen, verzoek: Verzoek, client: Client) -> None:
    assert lekt(blad(client, regio, "fatima", naam, verzoek.kind_id)) == []


def test_niet_bij_de_aanbieder(regio: Regiomensen, verzoek: Verzoek, client: Client) -> None:
    (toewijzing,) = toegang.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=verzoek.versie)
    for naam, sleutel in (("toegang:verzoek", verzoek.pk), ("toegang:toewijzing", toewijzing.pk)):
        assert lekt(blad(client, regio, "noor", naam, sleutel)) == []


def test_niet_te_vinden_met_het_adres(regio: Regiomensen, verzoek: Verzoek) -> None:
    kind = verzoek.kind
    gezocht = Signalement(achternaam=kind.achternaam, geboortedatum=date(2001, 1, 1), postcode=POSTCODE)
    assert mogelijke_kinderen(regio.fatima, gezocht) == []
    zet_geheim(regio.fatima, kind.pk, geheim=False)
    (treffer,) = mogelijke_kinderen(regio.fatima, gezocht)
    assert "postcode" in treffer.waarom


def test_niet_in_de_machine_deur(regio: Regiomensen, verzoek: Verzoek, client: Client) -> None:
    toegang.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=verzoek.versie)
    _, sleutel = maak_token(regio.beheer_lelystad, naam="EPD", scopes=["toewijzingen:lezen"])
    antwoord = client.get("/api/v1/toewijzingen", headers={"Authorization": f"Bearer {sleutel}"})
    assert json.loads(antwoord.content)["totaal"] == 1
    assert lekt(antwoord.content.decode()) == []


def test_niet_in_het_logboek_en_niet_in_een_overdracht(regio: Regiomensen, verzoek: Verzoek) -> None:
    for regel in Regel.objects.all():
        assert lekt(json.dumps(regel.gegevens)) == []
    assert lekt(inhoud.schrijf(Kind.objects.get(), list(inhoud.ONDERDELEN), [])) == []
