"""Signing in, being locked out, and a session that rests too long."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.test import Client, override_settings
from django.urls import reverse
from tests.mensen import WACHTWOORD, Regiomensen

from jeugdregio.basis import klok
from jeugdregio.organisaties.models import Aanstelling

ADRES = "fatima@test.example"


def probeer(client: Client, wachtwoord: str) -> int:
    return client.post(reverse("inloggen"), {"username": ADRES, "password": wachtwoord}).status_code


def test_fatima_logt_in_en_komt_bij_haar_beurten(regio: Regiomensen, client: Client) -> None:
    antwoord = client.post(reverse("inloggen"), {"username": ADRES, "password": WACHTWOORD}, follow=True)
    assert antwoord.redirect_chain[-1][0] == reverse("beurten:start")
    assert "Gemeente" not in antwoord.content.decode() or "Lelystad" in antwoord.content.decode()


def test_wie_een_wachtwoord_van_een_ander_kreeg_kiest_eerst_een_eigen(regio: Regiomensen, client: Client) -> None:
    mens = regio.gebruiker("fatima")
    mens.eerste_wachtwoord = True
    mens.save()
    blad, zelf = reverse("wachtwoord"), "de kat zit op het dak"
    antwoord = client.post(reverse("inloggen"), {"username": ADRES, "password": WACHTWOORD}, follow=True)
    assert antwoord.redirect_chain[-1][0] == blad
    assert "Kies nu eerst een eigen wachtwoord" in antwoord.content.decode()
    assert client.get("/termijnen/").headers["Location"] == blad
    gelijk = {"old_password": WACHTWOORD, "new_password1": WACHTWOORD, "new_password2": WACHTWOORD}
    assert client.post(blad, gelijk).status_code == 422
    assert client.get("/termijnen/").headers["Location"] == blad
    nieuw = {"old_password": WACHTWOORD, "new_password1": zelf, "new_password2": zelf}
    assert client.post(blad, nieuw).status_code == 302
    assert client.get("/termijnen/").status_code == 200
    mens.refresh_from_db()
    assert (mens.eerste_wachtwoord, mens.check_password(zelf)) == (False, True)


def test_in_productie_is_het_wachtwoord_argon2() -> None:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"]):
        assert get_hasher("default").encode(WACHTWOORD, "zout-zout-zout").startswith("argon2$argon2id$")


def test_na_vijf_keer_verkeerd_is_het_dicht_ook_met_het_goede_wachtwoord(regio: Regiomensen, client: Client) -> None:
    statussen = [probeer(client, "verkeerd") for _ in range(settings.AXES_FAILURE_LIMIT)]
    assert statussen[:-1] == [200] * (settings.AXES_FAILURE_LIMIT - 1)
    assert probeer(client, WACHTWOORD) == 429
    assert "_auth_user_id" not in client.session


def test_de_weigering_zegt_niet_welk_van_de_twee_fout_was(regio: Regiomensen, client: Client) -> None:
    bekend = client.post(reverse("inloggen"), {"username": ADRES, "password": "fout"}).content.decode()
    onbekend = client.post(
        reverse("inloggen"), {"username": "niemand@test.example", "password": "fout"}
    ).content.decode()
    for tekst in (bekend, onbekend):
        assert "horen niet bij elkaar" in tekst


def test_wie_te_lang_stil_is_moet_opnieuw_inloggen(regio: Regiomensen, client: Client) -> None:
    begin = klok.nu()
    with klok.op(begin):
        client.force_login(regio.gebruiker("fatima"))
        assert client.get("/").status_code == 200
    with klok.op(begin + timedelta(minutes=settings.SESSIE_RUSTTIJD_MINUTEN - 1)):
        assert client.get("/").status_code == 200
    with klok.op(begin + timedelta(minutes=2 * settings.SESSIE_RUSTTIJD_MINUTEN)):
        assert client.get("/").status_code == 302
        assert client.get("/").status_code == 302


def test_zonder_aanstelling_is_er_niets_te_zien(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    Aanstelling.objects.filter(gebruiker=regio.gebruiker("fatima")).update(tot=klok.vandaag() - timedelta(days=1))
    antwoord = client.get("/")
    assert antwoord.status_code == 403
    assert "geen aanstelling" in antwoord.content.decode()


@pytest.mark.parametrize("pad", ["https://elders.example/", "//elders.example"])
def test_inloggen_stuurt_niet_naar_een_andere_site(regio: Regiomensen, client: Client, pad: str) -> None:
    antwoord = client.post(f"{reverse('inloggen')}?next={pad}", {"username": ADRES, "password": WACHTWOORD})
    assert antwoord["Location"] == reverse("beurten:start")
