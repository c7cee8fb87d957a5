"""Turns through the screen and the acts: whose turn it is, until when, and who may know."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.beurten import actions, queries
from jeugdregio.beurten.models import Beurt
from jeugdregio.beurten.queries import Zeef
from jeugdregio.beurten.termijnstaat import termijnstaat
from jeugdregio.organisaties.models import Contactpunt, Rol

DAG = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _op_22_november():
    with klok.op(DAG):
        yield


def beurt(regio: Regiomensen, sleutel: str, dagen: int | None = 0, **anders: object) -> Beurt:
    """Open a turn for the access of Lelystad that ends so many days from today."""
    velden: dict[str, object] = {
        "sleutel": sleutel, "soort": "verzoek", "titel": "Verzoek beantwoorden", "organisatie": regio.lelystad,
        "rol": Rol.TOEGANG, "begon_op": DAG, "uiterlijk": None if dagen is None else DAG + timedelta(days=dagen),
        "grondslag": "5 werkdagen", "handeling": "Beantwoorden", "pad": "/verzoeken/", "wachtende": regio.de_brug,
    }  # fmt: skip
    return actions.open_beurt(**{**velden, **anders})


@pytest.mark.parametrize(
    ("dagen", "soort", "tekst"),
    [
        (-2, "te_laat", "2 dagen te laat"),
        (-1, "te_laat", "1 dag te laat"),
        (0, "deze_week", "vandaag"),
        (1, "deze_week", "morgen"),
        (7, "deze_week", "over 7 dagen"),
        (8, "later", "over 8 dagen"),
    ],
)
def test_een_termijn_is_op_de_laatste_dag_nog_op_tijd(dagen: int, soort: str, tekst: str) -> None:
    staat = termijnstaat(DAG + timedelta(days=dagen), DAG)
    assert (staat.soort, staat.tekst) == (soort, tekst)


def test_dezelfde_beurt_twee_keer_openen_geeft_er_een(regio: Regiomensen) -> None:
    eerste = beurt(regio, "a")
    assert beurt(regio, "a", titel="Iets anders").pk == eerste.pk
    assert Beurt.objects.get().titel == "Verzoek beantwoorden"


def test_een_gesloten_beurt_gaat_niet_weer_open(regio: Regiomensen) -> None:
    beurt(regio, "a")
    assert actions.rond_af("a") == 1
    assert actions.rond_af("a") == 0
    assert beurt(regio, "a").staat == Beurt.Staat.GEDAAN


def test_te_laat_staat_bovenaan_en_zonder_termijn_onderaan(regio: Regiomensen) -> None:
    for sleutel, dagen in [("later", 20), ("geen", None), ("te laat", -2), ("morgen", 1)]:
        beurt(regio, sleutel, dagen)
    assert [b.sleutel for b in queries.lijst(regio.fatima, Zeef())] == ["te laat", "morgen", "later", "geen"]


def test_de_tellingen_openen_de_lijst_erachter(regio: Regiomensen, client: Client) -> None:
    for sleutel, dagen in [("a", -2), ("b", -1), ("c", 3), ("d", 30), ("e", None)]:
        beurt(regio, sleutel, dagen)
    beurt(regio, "f", -5, organisatie=regio.de_brug, rol=Rol.AANBIEDER, wachtende=regio.lelystad)
    tellingen = queries.tellingen(regio.fatima)
    gevonden = {
        termijn: queries.lijst(regio.fatima, Zeef(termijn=termijn)).paginator.count
        for termijn in ("te_laat", "deze_week", "later")
    }
    assert gevonden == {"te_laat": 2, "deze_week": 1, "later": 2}
    assert (tellingen.te_laat, tellingen.deze_week, tellingen.later) == (2, 1, 2)
    assert (tellingen.anderen, tellingen.anderen_te_laat) == (1, 1)
    client.force_login(regio.gebruiker("fatima"))
    tekst = client.get(reverse("beurten:start")).content.decode()
    assert "te laat, jij bent aan zet" in tekst
    assert 'href="?termijn=te_laat#lijst"' in tekst


def test_een_andere_gemeente_ziet_de_beurt_niet(regio: Regiomensen, client: Client) -> None:
    eigen = beurt(regio, "a", aanduiding="meisje, 14 jaar")
    client.force_login(regio.gebruiker("bram"))
    assert "meisje, 14 jaar" not in client.get(reverse("beurten:start")).content.decode()
    assert client.post(reverse("beurten:herinner", args=[eigen.pk])).status_code == 404
    assert queries.beurt(regio.bram, eigen.pk) is None


def test_bij_elke_beurt_staat_wie_je_belt(regio: Regiomensen, client: Client) -> None:
    beurt(regio, "a", organisatie=regio.de_brug, rol=Rol.AANBIEDER, wachtende=regio.lelystad)
    beurt(regio, "b")
    for organisatie, wie, lijst in ((regio.de_brug, "fatima", "anderen"), (regio.lelystad, "noor", "anderen")):
        Contactpunt.objects.update_or_create(
            organisatie=organisatie, onderwerp="toewijzing",
            defaults={"naam": f"Balie {organisatie}", "bereikbaar": "werkdagen", "gecontroleerd_op": DAG},
        )  # fmt: skip
        client.force_login(regio.gebruiker(wie))
        assert f"Balie {organisatie}" in client.get(f"/?lijst={lijst}").content.decode()


def test_een_wethouder_ziet_geen_beurten_over_kinderen(regio: Regiomensen) -> None:
    beurt(regio, "a", organisatie=regio.de_brug, rol=Rol.AANBIEDER, wachtende=regio.lelystad)
    assert queries.tellingen(regio.wethouder_lelystad).anderen == 0


def test_wie_wacht_kan_een_keer_per_dag_herinneren(regio: Regiomensen, client: Client) -> None:
    eigen = beurt(regio, "a", -3)
    client.force_login(regio.gebruiker("noor"))
    for _ in range(2):
        antwoord = client.post(reverse("beurten:herinner", args=[eigen.pk]), follow=True)
    assert "Je herinnering staat bij Lelystad" in antwoord.content.decode()
    assert Regel.objects.filter(handeling="beurt.herinnerd").count() == 1


def test_zoeken_en_een_lege_lijst_zeggen_wat_te_doen(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    assert "Je bent nergens aan zet" in client.get("/").content.decode()
    beurt(regio, "a", kenmerk="K-2026-00012")
    gevonden = client.post(reverse("beurten:zoek"), {"zoek": "00012"}, follow=True)
    assert "K-2026-00012" in gevonden.content.decode()
    assert "00012" not in gevonden.redirect_chain[-1][0]
    niets = client.post(reverse("beurten:zoek"), {"zoek": "bestaat-niet", "soort": "verzoek"}, follow=True)
    assert "Niets gevonden" in niets.content.decode()
    assert "K-2026-00012" in client.get("/").content.decode()


def test_de_home_doet_een_vast_aantal_queries(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    client.get("/")

    def queries_bij(aantal: int) -> int:
        for n in range(aantal):
            beurt(regio, f"b{n}", n - 10)
        with CaptureQueriesContext(connection) as gedaan:
            assert client.get("/").status_code == 200
        return len(gedaan)

    assert queries_bij(3) == queries_bij(60) <= 12


def test_de_regio_ziet_waar_het_stokt_zonder_kinderen(regio: Regiomensen, client: Client) -> None:
    beurt(regio, "a", -9, aanduiding="meisje, 14 jaar")
    beurt(regio, "b", 4)
    beurt(regio, "c", -2, organisatie=regio.dronten)
    rijen = queries.stilstand(regio.directeur)
    assert [(r.organisatie, r.open, r.te_laat, r.langst_te_laat) for r in rijen] == [
        ("Lelystad", 2, 1, 9),
        ("Dronten", 1, 1, 2),
    ]
    client.force_login(regio.gebruiker("directeur"))
    tekst = client.get(reverse("beurten:regio")).content.decode()
    assert "9 dagen" in tekst
    assert "meisje" not in tekst
    client.force_login(regio.gebruiker("noor"))
    assert client.get(reverse("beurten:regio")).status_code == 403
