"""The screens of the provider: Noor of De Brug asks, starts and stops; Iris of Het Anker sees nothing of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.berichten import MIRTHE_BSN
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Levering, Toewijzing, Verzoek
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek

DONDERDAG = date(2026, 9, 10)
INGANG = date(2026, 9, 28)


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DONDERDAG):
        yield


@pytest.fixture
def noor(client: Client, regio: Regiomensen) -> Client:
    """Noor's browser."""
    client.force_login(regio.gebruiker("noor"))
    return client


@pytest.fixture
def toewijzing(regio: Regiomensen) -> Toewijzing:
    """Mirthe's assignment at De Brug."""
    verzoek = ontvang_verzoek()
    maak_klaar(regio, verzoek.kind, DONDERDAG)
    kind = verzoek.kind
    kind.refresh_from_db()
    kind.postcode, kind.huisnummer = "8224AB", 3
    kind.save()
    (gemaakt,) = actions.wijs_toe(regio.fatima, verzoek.pk, [r.pk for r in verzoek.regels.all()], versie=verzoek.versie)
    return gemaakt


def adres(naam: str, *sleutels: object) -> str:
    return reverse(f"toegang:{naam}", args=sleutels)


def aanvraag(regio: Regiomensen, **anders: object) -> dict[str, object]:
    return {
        "gemeente": str(regio.lelystad.pk), "bsn": MIRTHE_BSN, "geboortedatum": "2012-05-20", "geslacht": "2",
        "voornamen": "Mirthe", "achternaam": "Visser", "gezagsdrager_bekend": "1", "product": "45A04",
        "ingangsdatum": "2026-09-28", "einddatum": "2027-09-27", "volume": "20", "eenheid": "04", "frequentie": "4",
        "verwijzer_type": "02", "verwijzer_naam": "Huisarts Van Vliet",
    } | anders  # fmt: skip


def test_een_verzoek_van_het_scherm_gaat_als_jw315_naar_de_gemeente(noor: Client, regio: Regiomensen) -> None:
    antwoord = noor.post(adres("verzoek_nieuw"), aanvraag(regio))
    assert antwoord.status_code == 302, antwoord.content.decode()
    verzoek = Verzoek.objects.get()
    assert antwoord["Location"] == adres("verzoek", verzoek.pk)
    assert (verzoek.bericht.soort, verzoek.bericht.kanaal, verzoek.gemeente) == ("JW315", "scherm", regio.lelystad)
    assert Bericht.objects.filter(soort="JW316", antwoord_op=verzoek.bericht).exists()
    pagina = noor.get(adres("verzoek", verzoek.pk)).content.decode()
    assert "17 september 2026" in pagina
    assert "Toewijzen" not in pagina


def test_wat_de_regels_vinden_staat_bij_het_veld_en_de_invoer_blijft(noor: Client, regio: Regiomensen) -> None:
    antwoord = noor.post(adres("verzoek_nieuw"), aanvraag(regio, bsn="123456789"))
    assert antwoord.status_code == 422
    assert "bsn" in antwoord.context["form"].errors
    assert "Huisarts Van Vliet" in antwoord.content.decode()
    assert not Verzoek.objects.exists()


def test_een_verwijzer_met_naam_en_code_wordt_uitgelegd(noor: Client, regio: Regiomensen) -> None:
    antwoord = noor.post(adres("verzoek_nieuw"), aanvraag(regio, verwijzer_code="01234567"))
    assert antwoord.status_code == 422
    assert "verwijzer_naam" in antwoord.context["form"].errors


def test_een_product_buiten_het_contract_is_er_niet_te_kiezen(noor: Client, regio: Regiomensen) -> None:
    antwoord = noor.post(adres("verzoek_nieuw"), aanvraag(regio, product="48A01"))
    assert "product" in antwoord.context["form"].errors


def test_zonder_contract_zegt_het_scherm_wie_te_bellen(client: Client, regio: Regiomensen) -> None:
    client.force_login(regio.gebruiker("iris"))
    assert "Er loopt geen contract" in client.get(adres("verzoek_nieuw")).content.decode()


@contextmanager
def noor_op(dag: date, noor: Client, regio: Regiomensen) -> Iterator[None]:
    """Noor signs in on another day: her session of weeks ago has ended."""
    with klok.op(dag):
        noor.logout()
        noor.force_login(regio.gebruiker("noor"))
        yield


def test_starten_en_stoppen_op_het_scherm(noor: Client, regio: Regiomensen, toewijzing: Toewijzing) -> None:
    blad = adres("toewijzing", toewijzing.pk)
    assert "Gaat nog in" in noor.get(blad).content.decode()
    with noor_op(INGANG + timedelta(days=2), noor, regio):
        assert noor.post(adres("start", toewijzing.pk), {"datum": "2026-09-28"})["Location"] == blad
        assert "Hulp loopt" in noor.get(blad).content.decode()
    with noor_op(INGANG + timedelta(days=60), noor, regio):
        gegevens = {"datum": "2026-11-20", "reden": "31"}
        assert noor.post(adres("stop", toewijzing.pk), gegevens)["Location"] == blad
        assert "Levering is volgens plan beëindigd" in noor.get(blad).content.decode()
    levering = Levering.objects.get()
    assert (levering.einddatum, levering.reden_beeindiging) == (date(2026, 11, 20), "31")
    assert Bericht.objects.filter(kanaal="scherm", soort__in=["JW305", "JW307"]).count() == 2


def test_een_start_in_de_toekomst_wordt_bij_het_veld_geweigerd(noor: Client, toewijzing: Toewijzing) -> None:
    antwoord = noor.post(adres("start", toewijzing.pk), {"datum": "2026-09-28"})
    assert antwoord.status_code == 422
    assert "datum" in antwoord.context["form"].errors


def test_een_start_intrekken(noor: Client, regio: Regiomensen, toewijzing: Toewijzing) -> None:
    with noor_op(INGANG + timedelta(days=2), noor, regio):
        noor.post(adres("start", toewijzing.pk), {"datum": "2026-09-28"})
        antwoord = noor.post(adres("start_intrekken", toewijzing.pk), follow=True)
        assert "De startmelding is ingetrokken." in antwoord.content.decode()
    assert Levering.objects.get().verwijderd_op is not None


def test_de_lijst_toont_eigen_toewijzingen_en_zoekt_met_post(noor: Client, toewijzing: Toewijzing) -> None:
    assert "Mirthe Visser" in noor.get(adres("toewijzingen")).content.decode()
    assert "Mirthe Visser" in noor.post(adres("toewijzingen"), {"zoek": toewijzing.nummer}).content.decode()
    assert "Geen toewijzingen" in noor.post(adres("toewijzingen"), {"zoek": "Jansen"}).content.decode()


def test_de_lijst_filtert_op_de_stand_van_de_hulp(noor: Client, regio: Regiomensen, toewijzing: Toewijzing) -> None:
    def staat_in(stand: str) -> bool:
        return "Mirthe Visser" in noor.get(adres("toewijzingen"), {"stand": stand}).content.decode()

    with noor_op(INGANG + timedelta(days=2), noor, regio):
        assert [staat_in(s) for s in ("starten", "loopt", "gestopt", "")] == [True, False, False, True]
        actions.meld_start(regio.noor, toewijzing.pk, INGANG)
        assert [staat_in(s) for s in ("starten", "loopt", "gestopt", "lopend")] == [False, True, False, True]
        actions.meld_stop(regio.noor, toewijzing.pk, INGANG + timedelta(days=1), "31")
        assert [staat_in(s) for s in ("starten", "loopt", "gestopt")] == [False, False, True]


def test_een_andere_aanbieder_ziet_er_niets_van(client: Client, regio: Regiomensen, toewijzing: Toewijzing) -> None:
    client.force_login(regio.gebruiker("iris"))
    assert client.get(adres("toewijzing", toewijzing.pk)).status_code == 404
    assert client.post(adres("start", toewijzing.pk), {"datum": "2026-09-10"}).status_code == 404
    assert client.get(adres("verzoek", toewijzing.verzoek_regel.verzoek_id)).status_code == 404
    assert "Visser" not in client.get(adres("toewijzingen"), {"stand": ""}).content.decode()


def test_een_aanbieder_ziet_geen_gezin_en_geen_knoppen_van_de_gemeente(noor: Client, toewijzing: Toewijzing) -> None:
    assert noor.get(adres("kind", toewijzing.kind_id)).status_code == 403
    pagina = noor.get(adres("verzoek", toewijzing.verzoek_regel.verzoek_id)).content.decode()
    assert "Sanne" not in pagina
    assert "Toestemming" not in pagina
