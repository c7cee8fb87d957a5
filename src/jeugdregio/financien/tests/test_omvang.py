"""What was declared against what was assigned, with the sum: the same outcome as the rules that judge a line."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen
from tests.wereld import Wereld, maak_wereld

from jeugdregio.audit.models import Regel
from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.financien.models import Prestatie
from jeugdregio.financien.omvang import OmvangBeeld, omvang


@pytest.fixture
def wereld(regio: Regiomensen) -> Wereld:
    """An assignment of four hours a month from 1 September 2026 to 1 March 2027, with four hours granted."""
    gemaakt = maak_wereld(regio)
    gemaakt.toewijzing.prestaties.all().delete()
    return gemaakt


def _regel(wereld: Wereld, referentie: str, maand: int, **anders: object) -> None:
    einddagen = {9: 30, 10: 31, 11: 30}
    velden: dict[str, object] = {
        "declaratie": wereld.declaratie, "toewijzing": wereld.toewijzing, "referentie": referentie,
        "begindatum": date(2026, maand, 1), "einddatum": date(2026, maand, einddagen[maand]), "volume": 3,
        "eenheid": "04", "bedrag": 38520, "toegekend": 38520,
    }  # fmt: skip
    Prestatie.objects.create(**(velden | anders))


def _beeld(wereld: Wereld, **toewijzing: object) -> OmvangBeeld:
    type(wereld.toewijzing).objects.filter(pk=wereld.toewijzing.pk).update(**toewijzing)
    return omvang(wereld.regio.fatima, wereld.toewijzing.pk)


def test_per_periode_en_samen_met_minuten_en_credit(wereld: Wereld) -> None:
    _regel(wereld, "A", 9)
    _regel(wereld, "B", 10, volume=150, eenheid="01")
    _regel(wereld, "C", 11, volume=2)
    _regel(wereld, "D", 11, volume=2, bedrag=-25680)
    beeld = _beeld(wereld)
    assert [(r.periode, r.gedeclareerd, r.toegestaan, r.over) for r in beeld.rijen] == [
        ("september 2026", "3 uur", "4 uur", "1 uur"),
        ("oktober 2026", "2 uur en 30 minuten", "4 uur", "1 uur en 30 minuten"),
        ("november 2026", "0 uur", "4 uur", "4 uur"),
    ]
    assert beeld.totaal is not None
    assert (beeld.totaal.toegestaan, beeld.totaal.gedeclareerd) == ("28 uur", "5 uur en 30 minuten")
    assert (beeld.totaal.over, beeld.totaal.deel) == ("22 uur en 30 minuten", 20)
    assert beeld.minuten == "150 minuten in 1 regels is 2 uur en 30 minuten."
    assert any("kalendermaand" in stap.lower() for stap in beeld.rijen[0].stappen)


def test_te_veel_in_een_periode_staat_erbij(wereld: Wereld) -> None:
    _regel(wereld, "A", 9, volume=5)
    rij = _beeld(wereld).rijen[0]
    assert (rij.te_veel, rij.over) == (True, "-1 uur")


def test_per_week_tellen_gebroken_weken_mee(wereld: Wereld) -> None:
    _regel(wereld, "A", 9)
    # 1 up to and including 30 September 2026 touches five ISO weeks.
    assert _beeld(wereld, frequentie="2", volume=1).rijen[0].toegestaan == "5 uur"


def test_budget_in_geld(wereld: Wereld) -> None:
    _regel(wereld, "A", 9)
    beeld = _beeld(wereld, volume=None, eenheid="", frequentie="", budget=100000)
    assert beeld.totaal is None
    assert beeld.budget is not None
    assert (beeld.budget.gedeclareerd, beeld.budget.over, beeld.budget.deel) == ("€ 385,20", "€ 614,80", 39)


def test_een_afgewezen_regel_telt_niet_en_zegt_waarom(wereld: Wereld) -> None:
    melding = {"regel": "TR321", "retourcode": "9321", "melding": "9 uur gedeclareerd, ten hoogste 4 uur."}
    _regel(wereld, "A", 9, volume=9, retourcodes=["9321"], meldingen=[melding], toegekend=0)
    beeld = _beeld(wereld)
    assert beeld.rijen == ()
    assert [(r.referentie, r.redenen[0][0]) for r in beeld.afgewezen] == [("A", "TR321")]


def test_wie_het_mag_zien(wereld: Wereld) -> None:
    mensen, pk = wereld.regio, wereld.toewijzing.pk
    for wie in (mensen.fatima, mensen.noor, mensen.controller_lelystad, mensen.berichten_lelystad):
        assert omvang(wie, pk).toewijzing == wereld.toewijzing
    for wie in (mensen.bram, mensen.iris, mensen.gi_medewerker):
        with pytest.raises(NietGevonden):
            omvang(wie, pk)
    with pytest.raises(GeenRecht):
        omvang(mensen.analist_lelystad, pk)
    assert Regel.objects.filter(handeling="inzage.omvang", kind_id=wereld.toewijzing.kind_id).count() == 4


def test_het_scherm_legt_de_som_uit(client: Client, wereld: Wereld) -> None:
    _regel(wereld, "A", 9)
    client.force_login(wereld.regio.gebruiker("noor"))
    pagina = client.get(reverse("financien:omvang", args=[wereld.toewijzing.pk])).content.decode()
    for tekst in ("4 uur per maand", "TR321", "TR322", "Zo is dit berekend", "28 uur", "25 uur"):
        assert tekst in pagina, tekst
    adres = reverse("financien:omvang", args=[wereld.toewijzing.pk])
    assert adres in client.get(reverse("toegang:toewijzing", args=[wereld.toewijzing.pk])).content.decode()
    assert adres in client.get(reverse("financien:declaratie", args=[wereld.declaratie.pk])).content.decode()
