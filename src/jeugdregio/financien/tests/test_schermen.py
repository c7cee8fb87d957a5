"""The screens of money, as the people who use them see them."""

from datetime import date

import pytest
from django.test import Client
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.financien import actions
from jeugdregio.financien.actions import Ingevuld
from jeugdregio.financien.models import Declaratie
from jeugdregio.financien.tests import bouw
from jeugdregio.financien.tests.bouw import TARIEF
from jeugdregio.toegang.models import Toewijzing

OP = date(2026, 10, 5)
SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def mirthe(regio: Regiomensen) -> Toewijzing:
    toewijzing = bouw.toewijzing(bouw.kind(regio.lelystad), regio.de_brug, 1001)
    bouw.levering(toewijzing, date(2026, 9, 3))
    return toewijzing


@pytest.fixture
def declaratie(regio: Regiomensen, mirthe: Toewijzing) -> Declaratie:
    """One line granted, of Mirthe, and one refused: nine hours where eight fit."""
    tweede = bouw.toewijzing(bouw.kind(regio.lelystad, 1), regio.de_brug, 1002)
    bouw.levering(tweede, date(2026, 9, 3))
    with klok.op(OP):
        regels = actions.concept(regio.noor, regio.lelystad.pk, SEPTEMBER).regels
        ingevuld = {r.sleutel: Ingevuld(9 if r.toewijzing == tweede else 6) for r in regels}
        return actions.dien_in(regio.noor, regio.lelystad.pk, SEPTEMBER, ingevuld, toch=True)


def als(client: Client, regio: Regiomensen, naam: str) -> Client:
    client.force_login(regio.gebruiker(naam))
    return client


def test_een_fout_staat_naast_het_veld_en_de_invoer_blijft(
    client: Client, regio: Regiomensen, mirthe: Toewijzing
) -> None:
    als(client, regio, "noor")
    pad = f"/declaraties/indienen/{regio.lelystad.pk}/2026-9/"
    veld = f"volume_{mirthe.pk.hex}-202609"
    with klok.op(OP):
        assert client.get("/declaraties/indienen/").status_code == 200
        gekozen = client.get("/declaraties/indienen/", {"gemeente": regio.lelystad.pk, "maand": "2026-9"})
        assert gekozen["Location"] == pad
        assert "Mirthe Vogel" in client.get(pad).content.decode()
        te_veel = client.post(pad, {veld: "12"})
        geen_getal = client.post(pad, {veld: "acht"})
        leeg = client.post(pad, {veld: ""})
    assert te_veel.status_code == geen_getal.status_code == leeg.status_code == 422
    assert "ten hoogste 8 uur" in te_veel.context["form"][veld].errors[0]
    assert 'value="12"' in te_veel.content.decode()
    assert "Toch indienen" in te_veel.content.decode()
    assert 'value="acht"' in geen_getal.content.decode()
    assert "Vul bij minstens een regel in" in leeg.content.decode()
    assert not Declaratie.objects.exists()
    with klok.op(OP):
        goed = client.post(pad, {veld: "8"})
    assert goed["Location"] == f"/declaraties/{Declaratie.objects.get().pk}/"


def test_de_aanbieder_leest_waarom_en_herstelt(client: Client, regio: Regiomensen, declaratie: Declaratie) -> None:
    als(client, regio, "noor")
    with klok.op(OP):
        pagina = client.get(f"/declaraties/{declaratie.pk}/").content.decode()
        alleen = client.get(f"/declaraties/{declaratie.pk}/?alleen=afgewezen").content.decode()
        herstel = client.get(f"/declaraties/indienen/{regio.lelystad.pk}/2026-9/").content.decode()
    assert "Mirthe Vogel" in pagina
    assert "ten hoogste 8 uur" in pagina
    assert "retourcode 9321" in pagina
    assert "Regels herstellen" in pagina
    assert alleen.count("Ambulante behandeling") == 1
    assert "Eerder afgewezen" in herstel
    assert 'value="9"' in herstel


def test_de_controller_stelt_betaalbaar(client: Client, regio: Regiomensen, declaratie: Declaratie) -> None:
    als(client, regio, "controller_lelystad")
    with klok.op(OP):
        lijst = client.get("/declaraties/").content.decode()
        pagina = client.get(f"/declaraties/{declaratie.pk}/").content.decode()
        gedaan = client.post(f"/declaraties/{declaratie.pk}/betaalbaar/", follow=True).content.decode()
    assert "De Brug" in lijst
    assert "1 afgewezen" in lijst
    assert "Mirthe" not in pagina
    assert "Betaalbaar stellen" in pagina
    assert "€ 770,40 is betaalbaar gesteld" in gedaan
    declaratie.refresh_from_db()
    assert declaratie.staat == "betaalbaar"


def test_een_bedrag_opent_de_declaraties_erachter(client: Client, regio: Regiomensen, declaratie: Declaratie) -> None:
    als(client, regio, "controller_lelystad")
    with klok.op(OP):
        pagina = client.get("/declaraties/bedragen/").content.decode()
        erachter = client.get(
            "/declaraties/", {"aanbieder": regio.de_brug.pk, "gemeente": regio.lelystad.pk, "maand": "2026-9"}
        ).content.decode()
        leeg = client.get("/declaraties/", {"maand": "2026-8"}).content.decode()
        bestand = client.get("/declaraties/bedragen.csv").content.decode("utf-8-sig")
    assert TARIEF * 6 == 77040
    assert pagina.count("770,40") >= 3, "de cel, het totaal van de rij en dat van de maand"
    assert str(declaratie.pk) in erachter
    assert "Geen declaraties gevonden" in leeg
    assert "Lelystad;De Brug;2026-09;770,40" in bestand


@pytest.mark.parametrize(
    ("naam", "lijst", "een", "bedragen"),
    [
        ("noor", 200, 200, 200),
        ("iris", 200, 404, 200),
        ("controller_lelystad", 200, 200, 200),
        ("berichten_lelystad", 200, 200, 403),
        ("contract_lelystad", 403, 403, 200),
        ("wethouder_lelystad", 403, 403, 200),
        ("directeur", 403, 403, 200),
        ("fatima", 403, 403, 403),
        ("bram", 403, 403, 403),
        ("vt_medewerker", 403, 403, 403),
    ],
)
def test_wie_ziet_wat(
    client: Client, regio: Regiomensen, declaratie: Declaratie, *, naam: str, lijst: int, een: int, bedragen: int
) -> None:
    als(client, regio, naam)
    with klok.op(OP):
        assert client.get("/declaraties/").status_code == lijst
        assert client.get(f"/declaraties/{declaratie.pk}/").status_code == een
        assert client.get("/declaraties/bedragen/").status_code == bedragen
        assert client.post(f"/declaraties/{declaratie.pk}/betaalbaar/").status_code in (
            {302} if naam == "controller_lelystad" else {403}
        )


def test_een_ander_ziet_geen_bedragen_van_lelystad(client: Client, regio: Regiomensen, declaratie: Declaratie) -> None:
    als(client, regio, "iris")
    with klok.op(OP):
        assert "770,40" not in client.get("/declaraties/bedragen/").content.decode()
        assert str(declaratie.pk) not in client.get("/declaraties/").content.decode()


def test_niemand_moet_eerst_inloggen(client: Client, declaratie: Declaratie) -> None:
    for pad in ("/declaraties/", f"/declaraties/{declaratie.pk}/", "/declaraties/bedragen/", "/cijfers/"):
        assert client.get(pad)["Location"].startswith("/inloggen/")
