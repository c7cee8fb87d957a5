"""The positive side of the doors nobody of Lelystad may enter: the contract manager of the region does."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.deuren.deur import BINNEN
from tests.deuren.zorglandschap import DEUREN, maak
from tests.mensen import Regiomensen
from tests.wereld import maak_wereld

from jeugdregio.organisaties.wie import Wie

DICHT = [
    route for route, deur in DEUREN.items() if not deur.mag and route != "zorglandschap:contract-deel"
]  # a part of a contract: its own tests make it


def test_de_contractmanager_van_de_regio_komt_binnen(client: Client, regio: Regiomensen, cees: Wie) -> None:
    wereld = maak_wereld(regio)
    wereld.dingen |= maak(wereld)
    client.force_login(cees.gebruiker)
    uit = {}
    for route in DICHT:
        deur = DEUREN[route]
        pad = reverse(route, kwargs={naam: wereld.sleutel(waarde) for naam, waarde in deur.sleutels.items()})
        uit[route] = (client.post(pad) if deur.post else client.get(pad)).status_code
    assert len(uit) >= 8
    assert {route: status for route, status in uit.items() if status not in BINNEN} == {}


@pytest.mark.parametrize("route", ["zorglandschap:contracten", "zorglandschap:producten", "zorglandschap:lijst"])
def test_en_ziet_de_lijsten(client: Client, cees: Wie, route: str) -> None:
    client.force_login(cees.gebruiker)
    assert client.get(reverse(route)).status_code == 200
