"""Help that is paid as a task: one amount for a stretch of time, no price per unit, and still a build-up."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap import catalogusdaden, contractdaden, queries, taakdaden
from jeugdregio.zorglandschap.models import Contract, Product, Taakbedrag
from jeugdregio.zorglandschap.ruimte import zoeken
from jeugdregio.zorglandschap.tests.test_daden import GOED

DAG, IN_2027 = date(2026, 11, 22), date(2027, 3, 1)


@pytest.fixture(autouse=True)
def _dag() -> Iterator[None]:
    with klok.op(DAG):
        yield


@pytest.fixture
def contract(cees: Wie, regio: Regiomensen) -> Contract:
    """A contract for 2027 with Het Anker, and a product that is paid as a task."""
    catalogusdaden.maak_product(
        cees, code="45T01", categorie="45", naam="Jeugdteam in de wijk", eenheid="04", verblijf=False,
        beschrijving=catalogusdaden.Beschrijving(
            van=date(2026, 1, 1), niveau="lokaal", variant="taak", wat="Team", voor_wie="Wijk", niet_voor="",
            grondslag="Besluit",
        ),
    )  # fmt: skip
    nieuw = contractdaden.NieuwContract(
        nummer="N-1", aanbieder_id=regio.het_anker.pk, perceel="Wijkteams", van=date(2027, 1, 1),
        tot=date(2027, 12, 31), gemeenten=[regio.lelystad.pk, regio.dronten.pk],
    )  # fmt: skip
    return contractdaden.maak_contract(cees, nieuw)


def _taak(wie: Wie, contract: Contract, gemeente: Organisatie | None = None, **anders: Any) -> Taakbedrag:
    velden: dict[str, Any] = {
        "product_code": "45T01", "gemeente_id": gemeente.pk if gemeente else None, "per": "maand", "van": contract.van,
        "tot": None, "centen": 10000, "elementen": GOED,
    } | anders  # fmt: skip
    contract.refresh_from_db()
    nieuw = taakdaden.NieuwTaakbedrag(**velden)
    return taakdaden.voeg_taakbedrag_toe(wie, contract.pk, nieuw, besluit="Besluit", versie=contract.versie)


def test_een_taak_geldt_zonder_tarief_voor_wie_hem_betaalt(cees: Wie, regio: Regiomensen, contract: Contract) -> None:
    taak = _taak(cees, contract, regio.lelystad)
    Contract.objects.filter(pk=contract.pk).update(staat=Contract.Staat.GETEKEND)
    hier = queries.contract_voor(regio.het_anker, regio.lelystad, "45T01", IN_2027)
    assert (hier.gecontracteerd, hier.goed, hier.tarief_centen) == (True, False, None)
    assert "Een toewijzing per kind is niet nodig." in hier.uitleg
    daar = queries.contract_voor(regio.het_anker, regio.dronten, "45T01", IN_2027)
    assert (daar.gecontracteerd, "staat daar op 01-03-2027 niet in" in daar.uitleg) == (False, True)
    with klok.op(IN_2027):
        (optie,) = zoeken.zoek(regio.fatima, zoeken.Vraag(product="45T01"))
    assert (optie.aanbieder, optie.beletsels) == (regio.het_anker, ())
    wijziging = contract.wijzigingen.get()
    assert wijziging.wat == [
        "Taak 45T01 voor Lelystad: € 100,00 per maand, 01-01-2027 tot en met 31-12-2027."
    ]  # fmt: skip
    assert (taak.tot, taak.opbouw) == (contract.tot, GOED)


def test_alleen_een_taakgericht_product_en_met_de_hele_opbouw(cees: Wie, contract: Contract) -> None:
    with pytest.raises(Geweigerd) as fout:
        _taak(cees, contract, product_code="45A04")
    assert "kan alleen voor een taakgericht product" in fout.value.velden["product"]
    with pytest.raises(Geweigerd) as fout:
        _taak(cees, contract, elementen=GOED | {"overhead": None}, van=date(2026, 12, 1))
    assert "Overhead ontbreekt" in fout.value.velden["overhead"]
    assert "buiten het contract" in fout.value.velden["van"]
    with pytest.raises(Geweigerd) as fout:
        _taak(cees, contract, centen=9999)
    assert "0,01 verschil" in fout.value.velden["centen"]
    assert not Taakbedrag.objects.exists()


def test_geen_twee_bedragen_op_een_dag_ook_niet_via_alle_gemeenten_samen(
    cees: Wie, regio: Regiomensen, contract: Contract
) -> None:
    eerste = _taak(cees, contract, regio.lelystad)
    _taak(cees, contract, regio.dronten)
    for gemeente in (regio.lelystad, None):
        with pytest.raises(Geweigerd, match="Dit tarief kan zo niet"):
            _taak(cees, contract, gemeente, van=date(2027, 6, 1))
    with pytest.raises(Geweigerd, match="niet mee aan het contract"):
        _taak(cees, contract, regio.urk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Taakbedrag.objects.create(
            contract=contract,
            product=eerste.product,
            gemeente=regio.urk,
            per="maand",
            centen=1,
            van=contract.van,
            **GOED,
        )
    contract.refresh_from_db()
    taakdaden.beeindig_taakbedrag(
        cees, contract.pk, taak_id=eerste.pk, tot=date(2027, 5, 31), besluit="B", versie=contract.versie
    )
    assert _taak(cees, contract, regio.lelystad, van=date(2027, 6, 1), per="jaar").per == "jaar"


def test_op_het_scherm_vastleggen_zien_en_beeindigen(
    cees: Wie, regio: Regiomensen, contract: Contract, client: Client
) -> None:
    assert cees.gebruiker is not None
    client.force_login(cees.gebruiker)
    weg = reverse("zorglandschap:contract-daad", args=[contract.pk, "taak"])
    invoer = {
        "product": "45T01", "gemeente": "", "per": "kwartaal", "van": "2027-01-01", "tot": "",
        "centen": "1.000.000,00",
        "beroepskracht_client": "600.000,00", "beroepskracht_overig": "150.000,00", "client_overig": "30.000,00",
        "overhead": "180.000,00", "indexering": "", "toelichting": "", "besluit": "Collegebesluit", "versie": "1",
    }  # fmt: skip
    fout = client.post(weg, invoer)
    assert (fout.status_code, "Indexering ontbreekt" in fout.content.decode()) == (422, True)
    assert "600.000,00" in fout.content.decode()
    assert client.post(weg, {**invoer, "indexering": "40.000,00"}).status_code == 302
    for pagina in (reverse("zorglandschap:contract", args=[contract.pk]),
                   reverse("zorglandschap:aanbieder", args=[regio.het_anker.pk])):  # fmt: skip
        tekst = client.get(pagina).content.decode()
        assert "1.000.000,00" in tekst
        assert "per kwartaal" in tekst
    taak = Taakbedrag.objects.get()
    einde = reverse("zorglandschap:contract-deel", args=[contract.pk, "taak-einde", taak.pk])
    assert client.post(einde, {"tot": "2027-06-30", "besluit": "B", "versie": "2"}).status_code == 302
    taak.refresh_from_db()
    assert taak.tot == date(2027, 6, 30)
    assert Product.objects.get(code="45T01").tarieven.count() == 0
