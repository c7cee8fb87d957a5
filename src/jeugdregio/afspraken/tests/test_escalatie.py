"""Where a late turn goes is asked of the norms of its municipality, not only of the act that opened it."""

from datetime import date, timedelta
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.afspraken.tests.hulp import maak_norm
from jeugdregio.basis import klok
from jeugdregio.beurten import actions, queries
from jeugdregio.beurten.models import Beurt
from jeugdregio.beurten.queries import Zeef
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

DAG = date(2026, 11, 22)


def _beurt(regio: Regiomensen, sleutel: str = "a", **anders: object) -> Beurt:
    velden: dict[str, object] = {
        "sleutel": sleutel, "soort": "verzoek", "titel": "Verzoek beantwoorden", "organisatie": regio.lelystad,
        "rol": Rol.TOEGANG, "begon_op": DAG, "uiterlijk": DAG - timedelta(days=2), "grondslag": "5 werkdagen",
        "handeling": "Beantwoorden", "pad": "/verzoeken/", "wachtende": regio.de_brug, "kind_id": uuid4(),
        "escalatie": "Teamleider toegang",
    }  # fmt: skip
    return actions.open_beurt(**{**velden, **anders})


def _doorbraakteam(regio: Regiomensen) -> Norm:
    return maak_norm(
        "doorbraakteam", Rang.LOKAAL, regio.lelystad, vraag="opschaling_toegang", antwoord="het doorbraakteam",
        bron="Lokaal beleid Lelystad", plaats="hoofdstuk 3",
    )  # fmt: skip


def _naar(wie: Wie, dag: date, lijst: str = "mijn") -> list[str | None]:
    with klok.op(dag):
        beurten = queries.lijst(wie, Zeef(lijst=lijst))
        return [b.geldt_bij_te_laat.naar if b.geldt_bij_te_laat else None for b in beurten]


def test_een_beurt_van_lelystad_gaat_naar_het_doorbraakteam_zolang_de_norm_geldt(regio: Regiomensen) -> None:
    norm = _doorbraakteam(regio)
    _beurt(regio)
    _beurt(regio, "b", organisatie=regio.dronten)
    assert _naar(regio.fatima, DAG) == ["het doorbraakteam"]
    assert _naar(regio.bram, DAG) == [None]
    assert _naar(regio.fatima, norm.van - timedelta(days=1)) == [None]
    Norm.objects.filter(pk=norm.pk).update(tot=DAG)
    assert _naar(regio.fatima, DAG + timedelta(days=1)) == [None]


def test_de_aanbieder_ziet_wat_bij_de_gemeente_geldt_die_op_hem_wacht(regio: Regiomensen) -> None:
    maak_norm("regio", Rang.CONTRACT, vraag="opschaling_aanbieder", antwoord="de contractmanager van de regio")
    _doorbraakteam(regio)
    _beurt(regio, organisatie=regio.de_brug, rol=Rol.AANBIEDER, wachtende=regio.lelystad)
    assert _naar(regio.noor, DAG) == ["de contractmanager van de regio"]
    assert _naar(regio.fatima, DAG, "anderen") == ["de contractmanager van de regio"]


def test_een_beurt_die_niet_over_een_kind_gaat_volgt_haar_eigen_weg(regio: Regiomensen) -> None:
    _doorbraakteam(regio)
    _beurt(regio, kind_id=None)
    assert _naar(regio.fatima, DAG) == [None]


def test_het_scherm_noemt_de_bron_en_dat_het_betwist_is(regio: Regiomensen, client: Client) -> None:
    _beurt(regio)
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(DAG):
        assert "daarna: Teamleider toegang" in client.get("/").content.decode()
        regionaal = maak_norm(
            "expertteam", Rang.HANDELINGSKADER, vraag="opschaling_toegang", antwoord="het expertteam", bron="Kader"
        )
        Standpunt.objects.create(norm=regionaal, gemeente=regio.lelystad, stand=Standpunt.Stand.BETWIST, van=DAG)
        _doorbraakteam(regio)
        tekst = client.get("/").content.decode()
    assert "daarna: Teamleider toegang" not in tekst
    assert "het doorbraakteam</a> (Lokaal beleid Lelystad, betwist)" in tekst
    assert reverse("afspraken:vraag", args=["opschaling_toegang"]) in tekst


def test_normen_bij_beurten_kosten_een_vast_aantal_queries(regio: Regiomensen, client: Client) -> None:
    _doorbraakteam(regio)
    client.force_login(regio.gebruiker("fatima"))

    def queries_bij(begin: int, aantal: int) -> int:
        for nummer in range(begin, begin + aantal):
            _beurt(regio, f"b{nummer}")
        with klok.op(DAG), CaptureQueriesContext(connection) as gedaan:
            assert client.get("/").status_code == 200
        return len(gedaan)

    client.get("/")
    assert queries_bij(0, 2) == queries_bij(2, 18) <= 16
