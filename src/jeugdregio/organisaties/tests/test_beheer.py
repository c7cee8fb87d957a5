"""What the functional manager can do, and cannot do, with people, contact points and tokens."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import WACHTWOORD, Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties import actions, queries
from jeugdregio.organisaties.models import ApiToken, Contactpunt, Gebruiker, Rol
from jeugdregio.organisaties.wie import wie_is


def test_freek_maakt_een_account_met_een_rol(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("beheer_lelystad"))
    gegevens = {"naam": "Tess", "email": "Tess@test.example", "rol": Rol.TOEGANG, "wachtwoord": "appel-boom-zee-42"}
    assert client.post(reverse("organisaties:mensen"), gegevens).status_code == 302
    wie = wie_is(Gebruiker.objects.get(email="tess@test.example"))
    assert wie is not None
    assert (wie.organisatie, wie.rollen) == (regio.lelystad, {Rol.TOEGANG})
    assert Regel.objects.filter(handeling="rol.gegeven").exists()


def test_een_zwak_wachtwoord_wordt_geweigerd_en_de_invoer_blijft(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("beheer_lelystad"))
    gegevens = {"naam": "Tess", "email": "tess@test.example", "rol": Rol.TOEGANG, "wachtwoord": "wachtwoord12"}
    antwoord = client.post(reverse("organisaties:mensen"), {**gegevens, "wachtwoord": "password1234"})
    assert antwoord.status_code == 422
    assert "tess@test.example" in antwoord.content.decode()
    assert not Gebruiker.objects.filter(email="tess@test.example").exists()


def test_een_bestaand_account_houdt_zijn_wachtwoord(regio: Regiomensen) -> None:
    actions.maak_account(
        regio.beheer_lelystad, email="bram@test.example", naam="Bram", rol=Rol.ANALIST, wachtwoord="iets-anders-geheim"
    )
    assert regio.gebruiker("bram").check_password(WACHTWOORD)
    assert {o.naam for o in queries.mijn_organisaties(regio.bram)} == {"Dronten", "Lelystad"}


def test_de_laatste_beheerder_blijft(regio: Regiomensen) -> None:
    with pytest.raises(Geweigerd, match="laatste functioneel beheerder"):
        actions.beeindig_rol(regio.beheer_lelystad, regio.gebruiker("beheer_lelystad").pk, Rol.BEHEER)


def test_een_beeindigde_rol_geeft_geen_toegang_meer(regio: Regiomensen) -> None:
    actions.beeindig_rol(regio.beheer_lelystad, regio.gebruiker("fatima").pk, Rol.TOEGANG)
    assert wie_is(regio.gebruiker("fatima")) is None


def test_iemand_van_een_andere_organisatie_is_niet_te_vinden(regio: Regiomensen) -> None:
    with pytest.raises(NietGevonden):
        actions.geef_rol(regio.beheer_lelystad, regio.gebruiker("bram").pk, Rol.TOEGANG)
    with pytest.raises(GeenRecht):
        queries.mensen(regio.fatima)
    with pytest.raises(Geweigerd):
        actions.geef_rol(regio.beheer_lelystad, regio.gebruiker("fatima").pk, Rol.AANBIEDER)


def test_een_token_is_een_keer_te_zien_en_kan_worden_ingetrokken(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("beheer_lelystad"))
    pagina = client.post(reverse("organisaties:tokens"), {"naam": "suite", "scopes": ["berichten:lezen"]})
    token = ApiToken.objects.get()
    geheim = pagina.context["geheim"]
    assert actions.geldig_token(geheim) == token
    assert geheim not in client.get(reverse("organisaties:tokens")).content.decode()
    assert geheim not in str(ApiToken.objects.values().get())
    client.post(reverse("organisaties:token_intrekken", args=[token.pk]))
    assert actions.geldig_token(geheim) is None


def test_een_verlopen_token_werkt_niet(regio: Regiomensen) -> None:
    token, geheim = actions.maak_token(regio.beheer_lelystad, naam="suite", scopes=["berichten:lezen"])
    ApiToken.objects.filter(pk=token.pk).update(verloopt_op=nu() - timedelta(seconds=1))
    assert actions.geldig_token(geheim) is None


def test_bewaren_van_een_contactpunt_telt_als_controle(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("beheer_lelystad"))
    velden = {"onderwerp": "crisis", "naam": "Dienst", "telefoon": "0320-000000", "bereikbaar": "24 uur"}
    for _ in range(2):
        assert client.post(reverse("organisaties:contact_bewaren"), velden).status_code == 302
    assert Contactpunt.objects.get(organisatie=regio.lelystad, onderwerp="crisis").gecontroleerd_op == vandaag()
    Contactpunt.objects.update(gecontroleerd_op=vandaag() - timedelta(days=184))
    tekst = client.get(reverse("organisaties:contacten")).content.decode()
    assert "controle nodig" in tekst
    assert "Dit ontbreekt nog" in tekst
