"""Requests about a file: who may ask, the term, shielding others, deciding with reasons, and what destroying does."""

from datetime import date, datetime

import pytest
from django.test import Client
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.bewaren import actions
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.bewaren.termijn import zet_op_vernietigingslijst
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toewijzing
from jeugdregio.toegang.woonplaats.tests.hulp import maak_kind

ONTVANGEN = date(2026, 3, 10)
Staat = Dossierverzoek.Staat


@pytest.fixture
def hulp(regio: Regiomensen) -> Toewijzing:
    return maak_kind(regio.lelystad, regio.de_brug)


def _vraag(regio: Regiomensen, hulp: Toewijzing, soort: str = "vernietiging", **anders: object) -> Dossierverzoek:
    velden: dict[str, object] = {
        "verzoeker": "ouder", "wat": "Alles over Jelle.", "identiteit": "Paspoort", "ontvangen_op": ONTVANGEN,
    }  # fmt: skip
    with klok.op(ONTVANGEN):
        return actions.registreer(regio.fatima, hulp.kind_id, soort=soort, **{**velden, **anders})  # type: ignore[arg-type]


def test_antwoord_binnen_een_maand_door_de_privacy_officer(regio: Regiomensen, hulp: Toewijzing) -> None:
    _vraag(regio, hulp)
    beurt = Beurt.objects.get(soort="dossierverzoek")
    assert (beurt.rol, beurt.uiterlijk, beurt.organisatie) == (Rol.PRIVACY, date(2026, 4, 10), regio.lelystad)


def test_vanaf_twaalf_vraagt_de_jeugdige_zelf(regio: Regiomensen, hulp: Toewijzing) -> None:
    with pytest.raises(Geweigerd, match="ouders met gezag"):
        _vraag(regio, hulp, verzoeker="jeugdige")
    Kind.objects.update(geboortedatum=date(2012, 3, 10))
    with pytest.raises(Geweigerd, match="Vanaf 12 jaar"):
        _vraag(regio, hulp)
    _vraag(regio, hulp, verzoeker="jeugdige")
    _vraag(regio, hulp, niet_in_staat="Ernstige verstandelijke beperking.")
    assert Dossierverzoek.objects.count() == 2


def test_zolang_er_hulp_loopt_kan_vernietigen_niet_worden_toegewezen(regio: Regiomensen, hulp: Toewijzing) -> None:
    verzoek = _vraag(regio, hulp)
    with klok.op(ONTVANGEN):
        with pytest.raises(Geweigerd, match="Er loopt nog hulp") as fout:
            actions.beslis(regio.privacy_lelystad, verzoek.pk, Staat.TOEGEWEZEN, "Akkoord.", versie=1)
        assert fout.value.grondslag == "Jeugdwet 7.3.9"
        actions.beslis(regio.privacy_lelystad, verzoek.pk, Staat.GEWEIGERD, "De hulp loopt nog.", versie=1)


def test_weigeren_zonder_wet_of_belang_van_een_ander_kan_niet(regio: Regiomensen, hulp: Toewijzing) -> None:
    Toewijzing.objects.update(einddatum=date(2026, 3, 1))
    verzoek = _vraag(regio, hulp)
    with klok.op(ONTVANGEN):
        with pytest.raises(Geweigerd) as fout:
            actions.beslis(regio.privacy_lelystad, verzoek.pk, Staat.GEWEIGERD, "Liever niet.", versie=1)
        assert set(fout.value.velden) == {"belang_ander"}
        with pytest.raises(GeenRecht):
            actions.beslis(regio.fatima, verzoek.pk, Staat.TOEGEWEZEN, "Akkoord.", versie=1)
        with pytest.raises(NietGevonden):
            actions.beslis(regio.bram, verzoek.pk, Staat.TOEGEWEZEN, "Akkoord.", versie=1)


def test_een_dossier_wordt_heel_vernietigd_of_blijft(regio: Regiomensen, hulp: Toewijzing) -> None:
    Toewijzing.objects.update(einddatum=date(2026, 3, 1))
    verzoek = _vraag(regio, hulp)
    with klok.op(ONTVANGEN), pytest.raises(Geweigerd, match="heel vernietigd of blijft"):
        actions.beslis(regio.privacy_lelystad, verzoek.pk, Staat.DEELS, "Alleen het verslag.", versie=1)


def test_na_twintig_jaar_beslist_de_privacy_officer_zonder_verzoek(regio: Regiomensen, hulp: Toewijzing) -> None:
    Toewijzing.objects.update(einddatum=date(2026, 3, 1))
    Kind.objects.update(aangemaakt_op=datetime(2026, 2, 1, 10, tzinfo=klok.AMSTERDAM))
    assert zet_op_vernietigingslijst(date(2046, 1, 31)) == 0
    dag = date(2046, 2, 1)
    with klok.op(dag):
        assert (zet_op_vernietigingslijst(dag), zet_op_vernietigingslijst(dag)) == (1, 0)
        verzoek = Dossierverzoek.objects.get()
        assert (verzoek.verzoeker, verzoek.uiterlijk) == ("termijn", date(2046, 3, 1))
        client = Client()
        client.force_login(regio.gebruiker("privacy_lelystad"))
        velden = {"uitkomst": Staat.GEWEIGERD, "redenen": "Er loopt een schadezaak.", "versie": 1}
        assert client.post(f"/dossierverzoeken/{verzoek.pk}/besluit/", velden).status_code == 422
        client.post(f"/dossierverzoeken/{verzoek.pk}/besluit/", {**velden, "langer_tot": "2048-01-01"})
    assert zet_op_vernietigingslijst(date(2047, 12, 31)) == 0
    with klok.op(date(2048, 1, 1)):
        assert zet_op_vernietigingslijst(date(2048, 1, 1)) == 1
        nieuw = Dossierverzoek.objects.get(staat=Staat.OPEN)
        client.force_login(regio.gebruiker("privacy_lelystad"))
        actions.beslis(regio.privacy_lelystad, nieuw.pk, Staat.TOEGEWEZEN, "De termijn is voorbij.", versie=1)
        assert "gewist" not in client.get(f"/dossierverzoeken/{nieuw.pk}/").content.decode().split("Wat vernietigen")[0]
        actions.voer_uit(regio.privacy_lelystad, nieuw.pk, versie=2)
        client.force_login(regio.gebruiker("privacy_lelystad"))
        blad = client.get(f"/dossierverzoeken/{nieuw.pk}/").content.decode()
        assert "is met het dossier gewist" in blad
        assert ": 0 gewist" not in blad
        assert zet_op_vernietigingslijst(date(2048, 1, 2)) == 0
    assert Kind.objects.get().achternaam == "Vernietigd"


def test_vernietigen_wist_wie_het_is_en_laat_het_logboek_staan(regio: Regiomensen, hulp: Toewijzing) -> None:
    Toewijzing.objects.update(einddatum=date(2026, 3, 1))
    verzoek = _vraag(regio, hulp)
    regels = Regel.objects.filter(kind_id=hulp.kind_id).count()
    with klok.op(ONTVANGEN):
        with pytest.raises(Geweigerd, match="Dit kan niet meer"):
            actions.voer_uit(regio.privacy_lelystad, verzoek.pk, versie=1)
        actions.beslis(regio.privacy_lelystad, verzoek.pk, Staat.TOEGEWEZEN, "De ouders vragen het.", versie=1)
        with pytest.raises(Conflict):
            actions.voer_uit(regio.privacy_lelystad, verzoek.pk, versie=1)
        actions.voer_uit(regio.privacy_lelystad, verzoek.pk, versie=2)
    kind = Kind.objects.get()
    assert (kind.achternaam, kind.voornamen, kind.bsn, kind.bsn_zoek, kind.postcode) == (
        "Vernietigd",
        "",
        None,
        None,
        "",
    )
    assert kind.geboortedatum == date(2015, 1, 1)
    assert set(Gezagsdrager.objects.values_list("naam", "telefoon")) == {("Vernietigd", "")}
    verzoek.refresh_from_db()
    assert (verzoek.staat, verzoek.wat) == (Staat.UITGEVOERD, "Vernietigd")
    assert Regel.objects.filter(kind_id=hulp.kind_id).count() == regels + 2
    assert Toewijzing.objects.get().volume == 4


def test_kopie_gaat_pas_als_anderen_zijn_afgeschermd(regio: Regiomensen, hulp: Toewijzing) -> None:
    verzoek = _vraag(regio, hulp, "afschrift")
    client = Client()
    client.force_login(regio.gebruiker("fatima"))
    pad = f"/dossierverzoeken/{verzoek.pk}"
    with klok.op(ONTVANGEN):
        assert client.post(f"{pad}/afschermen/", {"onderdeel": "", "reden": "x"}).status_code == 422
        client.post(f"{pad}/afschermen/", {"onderdeel": "Verslag 3 mei, alinea 2", "reden": "Gaat over de ex-partner."})
        actions.beslis(regio.privacy_lelystad, verzoek.pk, Staat.DEELS, "Kopie zonder gegevens van anderen.", versie=1)
        tekst = client.post(f"{pad}/uitvoeren/", {"versie": 2}, follow=True).content.decode()
        assert "Scherm eerst de gegevens van anderen af" in tekst
        client.post(f"{pad}/afschermen/{verzoek.afschermingen.get().pk}/")
        client.post(f"{pad}/uitvoeren/", {"versie": 2})
    verzoek.refresh_from_db()
    assert verzoek.staat == Staat.UITGEVOERD


def test_op_de_pagina_van_het_kind_staat_tot_wanneer_het_dossier_blijft(regio: Regiomensen, hulp: Toewijzing) -> None:
    Kind.objects.update(aangemaakt_op=datetime(2026, 2, 1, 10, tzinfo=klok.AMSTERDAM))
    verzoek = _vraag(regio, hulp)
    with klok.op(ONTVANGEN):
        actions.beslis(regio.privacy_lelystad, verzoek.pk, Staat.GEWEIGERD, "De hulp loopt nog.", versie=1)
    client = Client()
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(ONTVANGEN):
        # Twenty years after the last change; asking and deciding about the file is no change of it.
        assert "Bewaard tot 1 februari 2046" in client.get(f"/kinderen/{hulp.kind_id}/").content.decode()
        assert "Dit blijft:" in client.get(f"/dossierverzoeken/{Dossierverzoek.objects.get().pk}/").content.decode()
