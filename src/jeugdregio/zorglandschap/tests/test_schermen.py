"""The screens of providers."""

from django.test import Client
from tests.mensen import Regiomensen


def test_van_de_lijst_naar_de_aanbieder(client: Client, regio: Regiomensen) -> None:
    client.force_login(regio.gebruiker("fatima"))
    lijst = client.get("/aanbieders/", {"zoek": "brug"}).content.decode()
    assert "De Brug" in lijst
    assert "Het Anker" not in lijst
    pagina = client.get(f"/aanbieders/{regio.de_brug.pk}/").content.decode()
    assert "€ 128,40 per uur" in pagina
    assert "Nog geen contactpunt" in pagina
    assert "Geen aanbieder gevonden" in client.get("/aanbieders/", {"zoek": "bestaat niet"}).content.decode()


def test_een_andere_aanbieder_ziet_geen_tarief(client: Client, regio: Regiomensen) -> None:
    client.force_login(regio.gebruiker("iris"))
    pagina = client.get(f"/aanbieders/{regio.de_brug.pk}/").content.decode()
    assert "128,40" not in pagina
    assert "Geen contract dat je kunt zien" in pagina
