"""Matching: every option stays, its reasons are named, the order is the one on the screen, queries do not grow."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.organisaties.models import Contactpunt, Organisatie, Soort
from jeugdregio.zorglandschap.models import Contract, Contractdeelname, Locatie, Product, Tarief
from jeugdregio.zorglandschap.queries import contract_voor, contracten_voor
from jeugdregio.zorglandschap.ruimte import zoeken
from jeugdregio.zorglandschap.ruimte.afstand import afstand_km
from jeugdregio.zorglandschap.ruimte.models import Opgave, Plaats, Plek
from jeugdregio.zorglandschap.ruimte.zoeken import Vraag

DAG = date(2026, 10, 5)
LELYSTAD, ALMERE = (52.508, 5.475), (52.371, 5.222)


def _plek(aanbieder: Organisatie, naam: str, vrij: int | None, wacht: int | None, **velden: Any) -> Plek:
    punt = velden.pop("punt", None)
    locatie = Locatie.objects.create(
        aanbieder=aanbieder, naam=naam, plaats="Almere", ambulant=True, van=date(2025, 1, 1),
        breedte=punt and Decimal(str(punt[0])), lengte=punt and Decimal(str(punt[1])),
    )  # fmt: skip
    plek = Plek.objects.create(locatie=locatie, product=Product.objects.get(code="45A04"), **velden)
    Opgave.objects.create(plek=plek, vrij=vrij, wachtdagen=wacht, nagekeken_op=DAG, door="Noor", namens=aanbieder)
    return plek


@pytest.fixture
def plaats(db: None) -> Plaats:
    """Where the child lives."""
    return Plaats.objects.create(naam="Lelystad", breedte=Decimal("52.508"), lengte=Decimal("5.475"), bron="proef")


def test_de_afstand_klopt_met_een_bekende() -> None:
    """One degree of latitude is 111.2 km; from Lelystad to Almere it is about 23 km."""
    assert afstand_km((52.0, 5.0), (53.0, 5.0)) == pytest.approx(111.2, abs=0.1)
    assert afstand_km(LELYSTAD, ALMERE) == pytest.approx(22.9, abs=0.2)


def test_volgorde_redenen_en_niets_verborgen(regio: Regiomensen, plaats: Plaats) -> None:
    brug = regio.de_brug
    _plek(brug, "Vol", 0, 40, punt=LELYSTAD)
    _plek(brug, "Ver", 2, 10, punt=ALMERE)
    _plek(brug, "Dichtbij", 2, 10, punt=LELYSTAD)
    _plek(brug, "Weet niet", None, None, punt=LELYSTAD)
    _plek(brug, "Alleen klein", 5, 0, punt=LELYSTAD, leeftijd_tot=11)
    _plek(regio.het_anker, "Zonder contract", 9, 0, punt=LELYSTAD)
    with klok.op(DAG):
        opties = zoeken.zoek(regio.fatima, Vraag(product="45A04", plaats="Lelystad", leeftijd=14))
    volgorde = [optie.locatie.naam if optie.locatie else "" for optie in opties]
    assert volgorde == ["Dichtbij", "Ver", "Vol", "Weet niet", "Alleen klein", "Zonder contract"]
    assert [optie.km_tekst for optie in opties[:2]] == ["in de plaats zelf", "23 km"]
    assert opties[3].wacht_tekst == "onbekend"
    assert opties[4].beletsels == ("Alleen tot en met 11 jaar.",)
    assert opties[5].beletsels == ("Lelystad heeft geen contract met Het Anker.",)


def test_een_aanbieder_zonder_opgave_of_locatie_blijft_erbij(regio: Regiomensen) -> None:
    with klok.op(DAG):
        optie, *_ = zoeken.zoek(regio.fatima, Vraag(categorie="45"))
        assert (optie.aanbieder, optie.locatie, optie.stand, optie.km_tekst) == (regio.de_brug, None, None, "onbekend")
        (met,) = zoeken.zoek(regio.fatima, Vraag(product="45A04", verblijf=True, niveau="regionaal"))
        assert met.beletsels == ("Dit product is zonder verblijf.", "Niveau: niet bekend.")


def test_veel_tegelijk_zegt_hetzelfde_als_een_voor_een(regio: Regiomensen) -> None:
    """The bulk answer on contracts is that of `contract_voor`, also where there is none, an end, or a concept."""
    product = Product.objects.create(code="45A99", categorie="45", naam="Ander", eenheid="04")
    perceel = regio.contract.perceel
    concept = Contract.objects.create(
        aanbieder=regio.het_anker, nummer="C", perceel=perceel, van=date(2026, 1, 1), staat=Contract.Staat.CONCEPT
    )
    uit = Contract.objects.create(aanbieder=regio.gi, nummer="U", perceel=perceel, van=date(2024, 1, 1))
    Contractdeelname.objects.create(contract=concept, gemeente=regio.lelystad)
    Contractdeelname.objects.create(contract=uit, gemeente=regio.lelystad, tot=date(2026, 6, 30))
    Tarief.objects.create(contract=uit, product=product, eenheid="04", centen=100, van=date(2024, 1, 1))
    aanbieders, codes = [regio.de_brug, regio.het_anker, regio.gi], ["45A04", "45A99", "00000"]
    for dag in (date(2020, 1, 1), date(2026, 6, 30), DAG):
        samen = contracten_voor(aanbieders, regio.lelystad, codes, dag)
        for aanbieder in aanbieders:
            for code in codes:
                assert samen[aanbieder.pk, code] == contract_voor(aanbieder, regio.lelystad, code, dag)


def _vul(regio: Regiomensen, aantal: int) -> None:
    begin = Organisatie.objects.count()
    for nummer in range(aantal):
        aanbieder = Organisatie.objects.create(naam=f"Aanbieder {begin + nummer}", soort=Soort.AANBIEDER)
        contract = Contract.objects.create(
            aanbieder=aanbieder, nummer=f"N{begin + nummer}", perceel=regio.contract.perceel, van=date(2025, 1, 1)
        )
        Contractdeelname.objects.create(contract=contract, gemeente=regio.lelystad)
        product = Product.objects.get(code="45A04")
        Tarief.objects.create(contract=contract, product=product, eenheid="04", centen=100, van=date(2025, 1, 1))
        _plek(aanbieder, "Huis", nummer % 3, nummer, punt=ALMERE)
        Contactpunt.objects.create(organisatie=aanbieder, onderwerp="toewijzing", naam="Bureau", gecontroleerd_op=DAG)


def test_evenveel_vragen_bij_weinig_en_veel_aanbieders(
    regio: Regiomensen, plaats: Plaats, client: Client, django_assert_max_num_queries: Any
) -> None:
    client.force_login(regio.gebruiker("fatima"))
    vraag = {"hulp": "p:45A04", "plaats": "Lelystad", "leeftijd": "14"}
    with klok.overal_op(DAG):
        antwoord = client.post(reverse("ruimte:zoeken"), vraag)
        assert (antwoord.status_code, antwoord["Location"]) == (302, "/plek/zoeken/")
        for erbij in (3, 40):
            _vul(regio, erbij)
            with django_assert_max_num_queries(23):
                blad = client.get(reverse("ruimte:zoeken"))
            assert blad.status_code == 200
    assert "44 mogelijkheden" in blad.content.decode()


def test_zoeken_vanuit_een_verzoek_en_reserveren(regio: Regiomensen, plaats: Plaats, client: Client) -> None:
    plek = _plek(regio.de_brug, "Kantoor", 1, 0, punt=LELYSTAD)
    client.force_login(regio.gebruiker("fatima"))
    with klok.overal_op(DAG):
        uit_verzoek = {"kenmerk": "K-2026-07001", "hulp": "p:45A04", "leeftijd": "14", "plaats": "Nergenshuizen"}
        blad = client.post(reverse("ruimte:zoeken"), uit_verzoek, follow=True).content.decode()
        assert "Je zoekt voor dossier K-2026-07001" in blad
        assert "Contract" in blad
        assert "K-2026-07001" in client.get(reverse("ruimte:plek", args=[plek.pk])).content.decode()
        weg = reverse("ruimte:reserveren", args=[plek.pk])
        mis = client.post(weg, {"kenmerk": "Mirthe Visser", "aantal": 1, "toelichting": "Bel na drieën"})
        assert mis.status_code == 422
        assert "Bel na drieën" in mis.content.decode()
        assert client.post(weg, {"kenmerk": "K-2026-07001", "aantal": 1}).status_code == 302
        te_laat = client.post(weg, {"kenmerk": "K-2026-07002", "aantal": 1})
        assert te_laat.status_code == 409
        assert "K-2026-07002" in te_laat.content.decode()
        leeg = client.post(reverse("ruimte:zoeken"), {"leeftijd": "99"})
        assert leeg.status_code == 422
        assert 'value="99"' in leeg.content.decode()
    client.force_login(regio.gebruiker("bram"))
    with klok.overal_op(DAG):
        ander = client.get(reverse("ruimte:plek", args=[plek.pk])).content.decode()
    assert "K-2026-07" not in ander
    assert "1 gereserveerd" in ander


def test_de_aanbieder_werkt_een_rij_bij(regio: Regiomensen, client: Client) -> None:
    plek = _plek(regio.de_brug, "Kantoor", 1, 5)
    client.force_login(regio.gebruiker("noor"))
    weg = reverse("ruimte:opgave", args=[plek.pk])
    oud = plek.opgaven.get()
    with klok.overal_op(DAG + timedelta(days=20)):
        assert "verouderd" in client.get(reverse("ruimte:eigen")).content.decode()
        rij = {"vrij": "1", "wachtdagen": "5", "bron": "rooster", "opgave": str(oud.pk)}
        assert client.post(weg, rij | {"klopt": "ja"}).status_code == 302
        ingehaald = client.post(weg, rij | {"vrij": "7"})
        assert ingehaald.status_code == 409
        assert 'value="7"' in ingehaald.content.decode()
        geldend = plek.opgaven.get(vervangen_op__isnull=True)
        assert f'value="{geldend.pk}"' in ingehaald.content.decode()
        mis = client.post(weg, rij | {"vrij": "veel", "opgave": str(geldend.pk)})
        assert mis.status_code == 422
        assert 'value="veel"' in mis.content.decode()
        assert (
            client.post(weg, {"vrij": "", "wachtdagen": "", "bron": "telefoon", "opgave": str(geldend.pk)}).status_code
            == 302
        )
    nieuwste = plek.opgaven.get(vervangen_op__isnull=True)
    assert (nieuwste.vrij, nieuwste.wachtdagen, nieuwste.bron) == (None, None, "telefoon")
    assert plek.opgaven.count() == 3
