"""Contracts and prices: what holds on which day, and who may see it."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.models import Contactpunt, Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap import queries
from jeugdregio.zorglandschap.models import Contract, Perceel, Product, Tarief

pytestmark = pytest.mark.django_db


@dataclass
class Landschap:
    lelystad: Organisatie
    dronten: Organisatie
    de_brug: Organisatie
    het_anker: Organisatie
    contract: Contract


@pytest.fixture
def land() -> Landschap:
    lelystad = Organisatie.objects.create(naam="Lelystad", soort=Soort.GEMEENTE, code="0995")
    dronten = Organisatie.objects.create(naam="Dronten", soort=Soort.GEMEENTE, code="0303")
    de_brug = Organisatie.objects.create(naam="De Brug", soort=Soort.AANBIEDER, code="42420001")
    het_anker = Organisatie.objects.create(naam="Het Anker", soort=Soort.AANBIEDER, code="65656055")
    contract = Contract.objects.create(
        aanbieder=de_brug, nummer="C-1", perceel=Perceel.objects.create(naam="Ambulant"), van=date(2025, 1, 1),
        tot=date(2026, 12, 31),
    )  # fmt: skip
    contract.gemeenten.add(lelystad)
    product = Product.objects.create(categorie="45", code="45A04", naam="Begeleiding", eenheid="04")
    Tarief.objects.create(
        contract=contract,
        product=product,
        eenheid="04",
        centen=9000,
        van=date(2025, 1, 1),
        tot=date(2025, 12, 31),
    )
    Tarief.objects.create(contract=contract, product=product, eenheid="04", centen=9500, van=date(2026, 1, 1))
    return Landschap(lelystad, dronten, de_brug, het_anker, contract)


def test_contract_met_de_prijs_van_die_dag(land: Landschap) -> None:
    vorig_jaar = queries.contract_voor(land.de_brug, land.lelystad, "45A04", date(2025, 12, 31))
    dit_jaar = queries.contract_voor(land.de_brug, land.lelystad, "45A04", date(2026, 1, 1))
    assert (vorig_jaar.tarief_centen, dit_jaar.tarief_centen) == (9000, 9500)
    assert dit_jaar.goed
    assert "C-1" in dit_jaar.uitleg


@pytest.mark.parametrize(
    ("gemeente", "code", "dag", "waarom"),
    [
        ("dronten", "45A04", date(2026, 1, 1), "Dronten heeft geen contract met De Brug."),
        ("lelystad", "45A04", date(2027, 1, 1), "Contract C-1 met De Brug geldt niet op 01-01-2027."),
        ("lelystad", "55A11", date(2026, 1, 1), "staat daar op 01-01-2026 niet in"),
    ],
)
def test_geen_contract_zegt_waarom(land: Landschap, gemeente: str, code: str, dag: date, waarom: str) -> None:
    uitkomst = queries.contract_voor(land.de_brug, getattr(land, gemeente), code, dag)
    assert not uitkomst.goed
    assert waarom in uitkomst.uitleg


def test_tarieven_in_een_query_en_niet_langer_dan_het_contract(land: Landschap) -> None:
    with CaptureQueriesContext(connection) as vragen:
        tarieven = queries.tarieven_voor(land.de_brug, land.lelystad)
    assert len(vragen) == 1
    assert [(p.van, p.tot, p.centen) for p in tarieven["45A04"]] == [
        (date(2026, 1, 1), date(2026, 12, 31), 9500),
        (date(2025, 1, 1), date(2025, 12, 31), 9000),
    ]
    assert queries.prijs_op(tarieven["45A04"], date(2027, 1, 1)) is None
    assert queries.tarieven_voor(land.het_anker, land.lelystad) == {}


def test_een_gemeente_ziet_alleen_contracten_waaraan_zij_meedoet(land: Landschap) -> None:
    with klok.op(date(2026, 9, 10)):
        van_lelystad = queries.aanbieder(Wie(land.lelystad), land.de_brug.id)
        van_dronten = queries.aanbieder(Wie(land.dronten), land.de_brug.id)
    assert [beeld.contract.nummer for beeld in van_lelystad.contracten] == ["C-1"]
    (prijs,) = van_lelystad.contracten[0].prijzen
    assert prijs.nu is not None
    assert prijs.nu.centen == 9500
    assert [tarief.centen for tarief in prijs.anders] == [9000]
    assert van_dronten.contracten == ()


def test_een_aanbieder_ziet_geen_contract_of_prijs_van_een_ander(land: Landschap) -> None:
    eigen = queries.aanbieder(Wie(land.de_brug), land.de_brug.id)
    ander = queries.aanbieder(Wie(land.het_anker), land.de_brug.id)
    assert (len(eigen.contracten), eigen.met_prijzen) == (1, True)
    assert (len(ander.contracten), ander.met_prijzen) == (0, False)


def test_zoeken_op_naam_agb_perceel_en_product(land: Landschap) -> None:
    wie = Wie(land.lelystad)
    with klok.op(date(2026, 9, 10)):
        assert [r.aanbieder.naam for r in queries.aanbieders(wie)] == ["De Brug", "Het Anker"]
        assert [r.aanbieder.naam for r in queries.aanbieders(wie, "anker")] == ["Het Anker"]
        assert [r.aanbieder.naam for r in queries.aanbieders(wie, "4242")] == ["De Brug"]
        assert [r.aanbieder.naam for r in queries.aanbieders(wie, "ambulant")] == ["De Brug"]
        (met_product,) = queries.aanbieders(wie, product="45A04")
        assert queries.aanbieders(wie, product="55A11") == []
    assert (met_product.percelen, met_product.producten) == (("Ambulant",), 1)


def test_de_lijst_doet_evenveel_vragen_bij_meer_aanbieders(land: Landschap) -> None:
    with CaptureQueriesContext(connection) as bij_twee:
        queries.aanbieders(Wie(land.lelystad))
    Organisatie.objects.bulk_create(
        Organisatie(naam=f"Aanbieder {n}", soort=Soort.AANBIEDER, code=f"{n:08}") for n in range(50)
    )
    with CaptureQueriesContext(connection) as bij_veel:
        assert len(queries.aanbieders(Wie(land.lelystad))) == 52
    assert len(bij_twee) == len(bij_veel)


def test_contactpunten_staan_op_de_pagina(land: Landschap) -> None:
    Contactpunt.objects.create(
        organisatie=land.de_brug, onderwerp="contract", naam="Accountmanager", bereikbaar="ma-vr 9-17",
        gecontroleerd_op=date(2026, 9, 1),
    )  # fmt: skip
    assert [c.naam for c in queries.aanbieder(Wie(land.lelystad), land.de_brug.id).contactpunten] == ["Accountmanager"]


def test_een_gemeente_is_geen_aanbieder(land: Landschap) -> None:
    with pytest.raises(NietGevonden):
        queries.aanbieder(Wie(land.lelystad), land.dronten.id)
