"""The screens of norms, as people use them: what holds, asking, answering, deviating, comparing, bringing in."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.mensen import Regiomensen

from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.afspraken.tests.hulp import VRAAG, maak_conflict_van_de_bronnen, maak_norm
from jeugdregio.basis import klok
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.beurten.models import Beurt

NU = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with klok.op(NU):
        yield


def als(regio: Regiomensen, naam: str) -> Client:
    client = Client()
    client.force_login(regio.gebruiker(naam))
    return client


def norminvoer(**anders: str) -> dict[str, str]:
    return {
        "vraag": VRAAG, "antwoord": "nee, de gemeente beoordeelt", "waarde": "nee", "rang": str(int(Rang.LOKAAL)),
        "bron": "Beleidsregels jeugdhulp", "plaats": "artikel 4", "van": "2026-11-22", **anders,
    }  # fmt: skip


def test_het_verhaal_van_vraag_tot_voorstel(regio: Regiomensen) -> None:
    """GI asks, Lelystad answers by a norm that deviates, everybody sees the conflict, it becomes a proposal."""
    contract = maak_norm("ja", Rang.CONTRACT, bron="Regionaal contract", plaats="art. 9")
    gi, beleid = als(regio, "gi_medewerker"), als(regio, "beleid_lelystad")
    blad = reverse("afspraken:vraag", args=[VRAAG])

    gi.post(reverse("afspraken:navraag", args=[VRAAG]), {"gemeente": str(regio.lelystad.pk)})
    assert "Lelystad is aan zet" in gi.get(blad).content.decode()
    assert "GI De Haven vraagt wat hier geldt" in beleid.get(blad).content.decode()

    antwoord = beleid.post(reverse("afspraken:norm-nieuw"), norminvoer())
    norm = Norm.objects.get(staat=Norm.Staat.CONCEPT)
    assert antwoord["Location"] == reverse("afspraken:norm", args=[norm.pk])
    besluit = {"orgaan": "College van Lelystad", "datum": "2026-11-17", "nummer": "26.1", "versie": "1"}
    antwoord = beleid.post(reverse("afspraken:norm-vaststellen", args=[norm.pk]), besluit, follow=True)
    tekst = antwoord.content.decode()
    assert "De norm botst met een andere" in tekst
    assert "Regionaal contract, art. 9" in tekst
    assert "Beleidsregels jeugdhulp, artikel 4" in tekst
    assert not Beurt.objects.filter(soort="navraag", staat="open").exists()

    assert "betwist" in gi.get(blad).content.decode()
    sleutel = f"{contract.pk}:{norm.pk}"
    for _ in range(2):
        gebracht = beleid.post(reverse("afspraken:botsing-inbrengen", args=[sleutel]))
        voorstel = Voorstel.objects.get()
        assert gebracht["Location"] == reverse("consent:voorstel", args=[voorstel.pk])
    assert "is ingebracht" in als(regio, "directeur").get(reverse("afspraken:botsing", args=[sleutel])).content.decode()


def test_een_norm_zonder_bron_komt_terug_met_de_invoer(regio: Regiomensen) -> None:
    antwoord = als(regio, "beleid_lelystad").post(reverse("afspraken:norm-nieuw"), norminvoer(bron=""))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Een norm zonder bron wordt niet bewaard" in tekst
    assert 'value="artikel 4"' in tekst
    assert not Norm.objects.exists()


def test_wie_een_oude_versie_vaststelt_hoort_het_en_houdt_de_invoer(regio: Regiomensen) -> None:
    norm = maak_norm("nee", Rang.LOKAAL, regio.lelystad, staat=Norm.Staat.CONCEPT, eigenaar=regio.lelystad, versie=4)
    antwoord = als(regio, "jurist_lelystad").post(
        reverse("afspraken:norm-vaststellen", args=[norm.pk]), {"orgaan": "College", "versie": "3"}
    )
    assert antwoord.status_code == 422
    assert "Iemand anders heeft deze norm net gewijzigd" in antwoord.content.decode()
    assert 'value="College"' in antwoord.content.decode()


def test_een_standpunt_over_het_handelingskader(regio: Regiomensen) -> None:
    _, kader, _ = maak_conflict_van_de_bronnen(regio.lelystad)
    client = als(regio, "jurist_lelystad")
    pad = reverse("afspraken:standpunt", args=[kader.pk])
    assert client.post(pad, {"stand": "betwist", "van": "2026-12-01"}).status_code == 422
    invoer = {"stand": "betwist", "van": "2026-12-01", "reden": "Te weinig ruimte", "bron": "Nota 26.2"}
    assert client.post(pad, invoer).status_code == 302
    standen = list(Standpunt.objects.order_by("van").values_list("stand", "tot"))
    assert standen == [("niet_vastgesteld", date(2026, 11, 30)), ("betwist", None)]
    assert "Te weinig ruimte" in client.get(reverse("afspraken:norm", args=[kader.pk])).content.decode()


def test_de_kaart_op_een_gekozen_dag(regio: Regiomensen) -> None:
    maak_conflict_van_de_bronnen(regio.lelystad)
    client = als(regio, "noor")
    nu, toen = (client.get(reverse("afspraken:kaart"), {"datum": dag}) for dag in ("2026-11-22", "2024-07-01"))
    assert "betwist" in nu.content.decode()
    assert "Handelingskader" not in toen.content.decode()
    fout = client.get(reverse("afspraken:kaart"), {"datum": "gisteren"})
    assert fout.status_code == 200
    assert "Dat is geen dag" in fout.content.decode()


def test_het_bestand_zegt_hetzelfde_en_bevat_geen_formule(regio: Regiomensen) -> None:
    maak_norm("ja", Rang.CONTRACT, bron="=HYPERLINK(1)", plaats="p")
    antwoord = als(regio, "iris").get(reverse("afspraken:kaart-csv"), {"datum": "2026-11-22"})
    regels = antwoord.content.decode("utf-8-sig").splitlines()
    assert 'filename="afspraken-2026-11-22.csv"' in antwoord["Content-Disposition"]
    assert any("'=HYPERLINK(1), p" in regel for regel in regels)


@pytest.mark.parametrize("erbij", [0, 30])
def test_het_aantal_vragen_van_de_kaart_groeit_niet(
    regio: Regiomensen, erbij: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    maak_conflict_van_de_bronnen(regio.lelystad)
    for nummer in range(erbij):
        maak_norm("ja", Rang.CONTRACT, vraag="casusregie", bron=f"Contract {nummer}")
    client = als(regio, "noor")
    client.get(reverse("afspraken:kaart"))
    for pad in (
        reverse("afspraken:kaart"),
        reverse("afspraken:vraag", args=["casusregie"]),
        reverse("afspraken:normen"),
    ):
        with django_assert_max_num_queries(22):
            assert client.get(pad).status_code == 200


def test_vergelijken_op_het_scherm_en_inbrengen(regio: Regiomensen) -> None:
    contract, _, _ = maak_conflict_van_de_bronnen(regio.lelystad)
    nieuw = maak_norm("nee", Rang.CONTRACT, staat=Norm.Staat.CONCEPT, vorige=contract, van=date(2027, 1, 1))
    client = als(regio, "secretaris")
    pad = reverse("afspraken:vergelijken")
    keuze = {"voor": "2026-11-22", "na": "2026-11-22", "concepten": str(nieuw.pk)}
    tekst = client.get(pad, keuze).content.decode()
    assert "1 januari 2027" in tekst  # the day the concept begins
    assert "Dronten" in tekst
    assert "Er verandert niets" in client.get(pad, {"voor": "2026-11-22", "na": "2026-11-22"}).content.decode()
    assert client.get(pad, {"voor": "ooit", "na": "2026-11-22"}).status_code == 422

    gebracht = client.post(
        reverse("afspraken:vergelijking-inbrengen"), {"keuze": f"voor=2026-11-22&na=2027-01-01&concepten={nieuw.pk}"}
    )
    voorstel = Voorstel.objects.get()
    assert gebracht["Location"] == reverse("consent:voorstel", args=[voorstel.pk])
    assert {regel["gemeente"] for regel in voorstel.raakt} >= {"Dronten", "Urk"}
    assert "Dronten" not in als(regio, "noor").get(pad, keuze).content.decode()


def test_een_aanbieder_ziet_geen_concepten(regio: Regiomensen) -> None:
    norm = maak_norm("nee", Rang.LOKAAL, regio.lelystad, staat=Norm.Staat.CONCEPT, bron="Geheim plan")
    client = als(regio, "noor")
    assert client.get(reverse("afspraken:norm", args=[norm.pk])).status_code == 404
    for pad in (reverse("afspraken:normen") + "?staat=concept", reverse("afspraken:vraag", args=[VRAAG])):
        assert "Geheim plan" not in client.get(pad).content.decode()


def test_wat_er_niet_is_geeft_niet_gevonden(regio: Regiomensen) -> None:
    client = als(regio, "beleid_lelystad")
    for pad in ("/afspraken/vragen/bestaat-niet/", "/afspraken/botsingen/onzin/"):
        assert client.get(pad).status_code == 404
    assert client.post(reverse("afspraken:navraag", args=[VRAAG]), {"gemeente": "x"}).status_code == 404


def test_de_kaart_zegt_per_vraag_in_een_regel_wat_waar_geldt(regio: Regiomensen) -> None:
    maak_conflict_van_de_bronnen(regio.lelystad)
    maak_norm("noodzaak", Rang.CONTRACT, vraag="toets_bij_verwijzing", antwoord="alleen de woonplaats")
    tekst = als(regio, "gi_medewerker").get(reverse("afspraken:kaart")).content.decode()
    assert "<strong>Overal:</strong> alleen de woonplaats" in tekst
    assert "<strong>Lelystad:</strong> nee, de gemeente beoordeelt" in tekst
    assert "<strong>Almere, Diemen, Dronten, Noordoostpolder, Urk:</strong> ja" in tekst
