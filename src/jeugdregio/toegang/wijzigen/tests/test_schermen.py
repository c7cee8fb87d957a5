"""The screens: Noor asks for a change and mends what she reported, Fatima grants, changes, corrects and removes."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Levering, Toewijzing, Verzoek
from jeugdregio.toegang.tests.hulp import stem_allen_in
from jeugdregio.toegang.wijzigen.tests.hulp import BEGIN, EINDE, twee_producten, wijs_hulp_toe, wijzigingsverzoek

OP = date(2026, 10, 12)


@pytest.fixture
def noor(regio: Regiomensen) -> Client:
    client = Client()
    client.force_login(regio.gebruiker("noor"))
    return client


@pytest.fixture
def fatima(regio: Regiomensen) -> Client:
    client = Client()
    client.force_login(regio.gebruiker("fatima"))
    return client


def adres(naam: str, over: Toewijzing | Verzoek) -> str:
    return reverse(f"wijzigen:{naam}", args=[over.pk])


def tekst(antwoord: object) -> str:
    return antwoord.content.decode()  # type: ignore[attr-defined,no-any-return]


def test_van_vraag_tot_toekenning(regio: Regiomensen, noor: Client, fatima: Client) -> None:
    ambulant, _ = twee_producten(regio)
    with klok.op(OP):
        blad = tekst(noor.get(adres("vragen", ambulant)))
        assert "Ambulante behandeling" in blad
        assert "Diagnostiek" in blad
        invoer = {
            "reden": "1", "keuze_1": "anders", "einddatum_1": "2028-03-31", "volume_1": "20", "keuze_2": "blijft",
            "einddatum_2": "2027-09-27", "volume_2": "10", "nieuw_product": "45A05", "nieuw_vanaf": "2026-11-02",
            "nieuw_tot": "2027-09-27", "nieuw_volume": "3", "nieuw_eenheid": "04", "nieuw_frequentie": "4",
        }  # fmt: skip
        antwoord = noor.post(adres("vragen", ambulant), invoer)
        assert antwoord.status_code == 302
        verzoek = wijzigingsverzoek()
        eigen = tekst(noor.get(reverse("toegang:verzoek", args=[verzoek.pk])))
        assert "Verzoek om wijziging" in eigen
        blad = tekst(fatima.get(reverse("toegang:verzoek", args=[verzoek.pk])))
        assert "Toekennen" in blad
        assert "Gaat ongewijzigd mee" in blad
        assert "Nieuwe toewijzing" in blad
        assert "Wijziging van lopende hulp" in tekst(fatima.get(reverse("toegang:verzoeken")))
        stem_allen_in(regio, verzoek.kind, OP)
        antwoord = fatima.post(adres("toekennen", verzoek), {"versie": verzoek.versie})
        assert antwoord.status_code == 302
    assert Toewijzing.objects.count() == 3
    ambulant.refresh_from_db()
    assert ambulant.einddatum == date(2028, 3, 31)
    with klok.op(OP):
        assert "Zo was het eerder" in tekst(fatima.get(reverse("toegang:toewijzing", args=[ambulant.pk])))


def test_een_vraag_die_niet_kan_houdt_de_invoer(regio: Regiomensen, noor: Client) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        antwoord = noor.post(adres("vragen", ambulant), {
            "reden": "1", "keuze_1": "anders", "einddatum_1": "2027-09-27", "volume_1": "33",
        })  # fmt: skip
    assert antwoord.status_code == 422
    assert "Kies vanaf welke dag" in tekst(antwoord)
    assert "33" in tekst(antwoord)


def test_wijzigen_vraagt_om_overleg_en_wijzigt_dan(regio: Regiomensen, fatima: Client) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    invoer = {"versie": "1", "reden": "05", "einddatum": "2026-12-31", "volume": "20", "toelichting": "Eerder klaar."}
    with klok.op(OP):
        antwoord = fatima.post(adres("wijzig", ambulant), invoer)
        assert antwoord.status_code == 422
        assert "na overleg" in tekst(antwoord)
        antwoord = fatima.post(adres("wijzig", ambulant), {**invoer, "afgestemd": "Noor, 12 oktober"})
    assert antwoord.status_code == 302
    ambulant.refresh_from_db()
    assert ambulant.einddatum == date(2026, 12, 31)


def test_een_collega_was_eerder_en_de_invoer_blijft(regio: Regiomensen, fatima: Client) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    Toewijzing.objects.filter(pk=ambulant.pk).update(versie=2)
    invoer = {"versie": "1", "reden": "04", "einddatum": "2028-12-31", "volume": "20", "toelichting": "Langer nodig."}
    with klok.op(OP):
        antwoord = fatima.post(adres("wijzig", ambulant), invoer)
        assert antwoord.status_code == 409
        assert "Langer nodig." in tekst(antwoord)
        assert 'value="2"' in tekst(antwoord)


def test_corrigeren_en_verwijderen(regio: Regiomensen, fatima: Client, noor: Client) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        antwoord = fatima.post(adres("corrigeer", ambulant), {
            "versie": "1", "product": "45A05", "ingangsdatum": f"{BEGIN}", "einddatum": f"{EINDE}", "volume": "20",
            "toelichting": "Verkeerd product gekozen.",
        })  # fmt: skip
        assert antwoord.status_code == 302
        nieuw = Toewijzing.objects.get(volgt_op=ambulant)
        assert nieuw.code == "45A05"
        assert "geldt als nooit verstuurd" in tekst(noor.get(reverse("toegang:toewijzing", args=[ambulant.pk])))
        antwoord = fatima.post(adres("verwijder", nieuw), {"versie": nieuw.versie, "toelichting": "Verkeerd kind."})
        assert antwoord.status_code == 302
    nieuw.refresh_from_db()
    assert nieuw.reden_wijziging == "13"


def test_wat_geleverd_is_staat_bij_verwijderen_en_houdt_het_tegen(regio: Regiomensen, fatima: Client) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        actions.meld_start(regio.noor, ambulant.pk, BEGIN)
        assert "vanaf 28 september 2026" in tekst(fatima.get(adres("verwijder", ambulant)))
        antwoord = fatima.post(adres("verwijder", ambulant), {"versie": "1", "toelichting": "Fout."})
    assert antwoord.status_code == 422
    assert "OP362" in tekst(antwoord)


def test_noor_verbetert_en_trekt_in(regio: Regiomensen, noor: Client) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        actions.meld_start(regio.noor, ambulant.pk, BEGIN)
        noor.post(adres("start", ambulant), {"datum": "2026-10-05"})
        actions.meld_stop(regio.noor, ambulant.pk, date(2026, 10, 8), "20")
        blad = tekst(noor.get(reverse("toegang:toewijzing", args=[ambulant.pk])))
        assert "Hervatting melden" in blad
        assert "Definitieve stop melden" in blad
        noor.post(adres("stop", ambulant), {"datum": "2026-10-09", "reden": "31"})
        levering = Levering.objects.get(verwijderd_op__isnull=True)
        assert (levering.begindatum, levering.einddatum) == (date(2026, 10, 5), date(2026, 10, 9))
        noor.post(adres("stop_intrekken", ambulant))
        levering.refresh_from_db()
        assert levering.einddatum is None


def test_intrekken_op_het_scherm(regio: Regiomensen, noor: Client, fatima: Client) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        noor.post(adres("vragen", ambulant), {
            "reden": "1", "keuze_1": "anders", "einddatum_1": "2028-03-31", "volume_1": "20",
        })  # fmt: skip
        verzoek = wijzigingsverzoek()
        antwoord = noor.post(adres("intrekken", verzoek), {"reden": "Niet meer nodig."})
        assert antwoord.status_code == 302
        assert "wil dit verzoek niet meer" in tekst(fatima.get(reverse("toegang:verzoek", args=[verzoek.pk])))
