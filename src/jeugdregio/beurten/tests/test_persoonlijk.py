"""Somebody with only a personal role (an expert, a guest) sees no turn of a colleague and no door of others."""

from datetime import date

import pytest
from django.test import Client
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.beurten.actions import open_beurt
from jeugdregio.beurten.permissions import eigen_beurten
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie


def _beurt(sleutel: str, voor: Wie, rol: str, *, op_naam: bool) -> None:
    open_beurt(
        sleutel=sleutel, soort="x", titel="Lees mee", organisatie=voor.organisatie, rol=rol, begon_op=date(2026, 9, 1),
        contact=voor.gebruiker if op_naam else None, uiterlijk=None, grondslag="x", handeling="x", pad="/",
    )  # fmt: skip


def test_een_beurt_van_een_ander_in_dezelfde_persoonlijke_rol(regio: Regiomensen) -> None:
    ander = maak_mens("Gijsbert", regio.regiokantoor, Rol.GAST)
    _beurt("van-gaston", regio.gast, Rol.GAST, op_naam=True)
    _beurt("van-niemand", regio.gast, Rol.GAST, op_naam=False)
    assert [b.sleutel for b in eigen_beurten(regio.gast)] == ["van-gaston"]
    assert not eigen_beurten(ander)


def test_een_gewone_rol_deelt_de_beurten_van_de_organisatie(regio: Regiomensen) -> None:
    _beurt("van-fatima", regio.fatima, Rol.TOEGANG, op_naam=True)
    collega = maak_mens("Farid", regio.lelystad, Rol.TOEGANG)
    assert eigen_beurten(collega).count() == 1


@pytest.mark.parametrize("persoon", ["gast", "expertlid"])
def test_de_navigatie_van_wie_alleen_een_persoonlijke_rol_heeft(regio: Regiomensen, persoon: str) -> None:
    client = Client()
    client.force_login(regio.gebruiker(persoon))
    bladzij = client.get("/").content.decode()
    assert "Wie is aan zet" in bladzij
    for elders in ("/plek/", "/aanbieders/", "/afspraken/", "/kinderen/", "/leren/", "/organisaties/contacten/"):
        assert f'href="{elders}' not in bladzij, elders
