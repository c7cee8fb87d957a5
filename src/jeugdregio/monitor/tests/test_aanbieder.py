"""The figures of a provider: counted right, protected, explained, and put on the agenda as questions."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from docx import Document as Word
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, NietGevonden
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.financien.models import Declaratie
from jeugdregio.monitor.aanbieder import queries
from jeugdregio.monitor.aanbieder.bevindingen import bevindingen
from jeugdregio.monitor.aanbieder.tellen import tel
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Afkeuring, Bericht
from jeugdregio.toegang.models import Kind, Levering, Toewijzing
from jeugdregio.zorglandschap.gesprekken import actions
from jeugdregio.zorglandschap.gesprekken.actions import NieuwGesprek
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal
from jeugdregio.zorglandschap.models import Kwaliteitseis, Locatie, Plafond, Product
from jeugdregio.zorglandschap.ruimte.models import Opgave, Plek

DAG = date(2026, 10, 20)
DERDE = Kwartaal(2026, 3)


@pytest.fixture
def rob(regio: Regiomensen) -> Wie:
    """Contract manager of the region office."""
    return maak_mens("Rob", regio.regiokantoor, Rol.CONTRACT)


def hulp(
    regio: Regiomensen, gemeente: Organisatie, aantal: int, *, dagen: int | None, op: date = date(2026, 8, 3),
    tot: date = date(2026, 12, 31), reden: str = "", eind: date | None = None,
) -> None:  # fmt: skip
    """Give children an assignment on a day, with help that began so many days later (None: not)."""
    for _ in range(aantal):
        nummer = Kind.objects.count() + 1
        kind = Kind.objects.create(
            kenmerk=f"K-2026-{nummer:05}", geboortedatum=date(2012, 1, 1), geslacht="1", achternaam="Test",
            gemeente=gemeente,
        )  # fmt: skip
        toewijzing = Toewijzing.objects.create(
            nummer=str(200000 + nummer), kind=kind, gemeente=gemeente, aanbieder=regio.de_brug, categorie="45",
            toegewezen_op=datetime(op.year, op.month, op.day, 12, tzinfo=AMSTERDAM), ingangsdatum=op, einddatum=tot,
        )  # fmt: skip
        if dagen is not None:
            Levering.objects.create(
                toewijzing=toewijzing, begindatum=op + timedelta(days=dagen), einddatum=eind, reden_beeindiging=reden
            )


def eis_van_veertien_dagen(regio: Regiomensen) -> None:
    regio.contract.kwaliteitseisen.add(
        Kwaliteitseis.objects.create(
            code="K1", eis="Binnen 14 dagen.", bron="Handvest", kpi=queries.STARTEIS, richting="hoogstens", norm=14,
            eenheid="dagen", van=date(2025, 1, 1),
        )
    )  # fmt: skip


def geld(regio: Regiomensen, begin: date, centen: int) -> None:
    nummer = Declaratie.objects.count() + 1
    bericht = Bericht.objects.create(
        richting="in", staat="verwerkt", kanaal="scherm", soort="JW323", afzender=regio.de_brug,
        ontvanger=regio.lelystad, aangeboden_door=regio.de_brug, identificatie=f"G{nummer}", inhoud=b"<x/>", omvang=4,
        afzender_code="42420001", ontvanger_code="0995", dagtekening=begin, vingerafdruk="0" * 64,
    )  # fmt: skip
    Declaratie.objects.create(
        bericht=bericht, aanbieder=regio.de_brug, gemeente=regio.lelystad, nummer=f"G{nummer}", begindatum=begin,
        einddatum=begin + timedelta(days=27), ontvangen_op=begin, antwoord_uiterlijk=begin, ingediend=centen,
        toegekend=centen,
    )  # fmt: skip


def test_start_op_tijd_telt_ook_wie_nog_wacht(regio: Regiomensen, rob: Wie) -> None:
    eis_van_veertien_dagen(regio)
    hulp(regio, regio.lelystad, 40, dagen=10)
    hulp(regio, regio.lelystad, 10, dagen=30)
    hulp(regio, regio.dronten, 10, dagen=None)
    hulp(regio, regio.dronten, 2, dagen=None, op=date(2026, 9, 30), tot=date(2026, 12, 31))
    with klok.op(DAG):
        beeld = queries.beeld(rob, regio.de_brug.pk)
    assert (beeld.kwartaal, beeld.startnorm) == (DERDE, 14)
    # 40 of 62: the last two were assigned 20 days ago, so they are late as well.
    assert beeld.nu.op_tijd.procent == round(100 * 40 / 62)
    assert beeld.nu.kinderen.waarde == 50
    assert beeld.wachtend.waarde == 10
    assert [punt.onderwerp for punt in bevindingen(beeld)] == ["Start van de hulp", "Wachten"]


def test_een_vervolg_is_geen_nieuwe_start_maar_een_verlenging(regio: Regiomensen) -> None:
    hulp(regio, regio.lelystad, 1, dagen=0, op=date(2026, 4, 1), tot=date(2026, 7, 31))
    eerste = Toewijzing.objects.get()
    Toewijzing.objects.create(
        nummer="300001", kind=eerste.kind, gemeente=regio.lelystad, aanbieder=regio.de_brug, categorie="45",
        toegewezen_op=datetime(2026, 7, 20, tzinfo=AMSTERDAM), ingangsdatum=date(2026, 8, 1),
        einddatum=date(2026, 12, 31),
    )  # fmt: skip
    derde = tel(regio.de_brug, [Kwartaal(2026, 2), DERDE], DAG, 14).van(["0995"], [DERDE])[0]
    assert (derde.toegewezen, derde.eindigend, derde.verlengd) == (0, 1, 1)


def test_kleine_aantallen_zijn_verborgen_en_niet_uit_te_rekenen(regio: Regiomensen, rob: Wie) -> None:
    hulp(regio, regio.lelystad, 21, dagen=0, reden="31", eind=date(2026, 9, 1))
    hulp(regio, regio.dronten, 3, dagen=0, reden="32", eind=date(2026, 9, 1))
    with klok.op(DAG):
        samen = queries.beeld(rob, regio.de_brug.pk)
        hier = queries.beeld(rob, regio.de_brug.pk, gebied="0995")
        daar = queries.beeld(rob, regio.de_brug.pk, gebied="0303")
    assert daar.nu.kinderen.waarde is None
    assert hier.nu.kinderen.waarde == 20
    assert samen.nu.kinderen.waarde in {None, 25}
    assert {reden.code: reden.aantal.waarde for reden in daar.redenen} == {"31": None, "32": None}
    assert samen.nu.volgens_plan.procent is None
    assert samen.nu.volgens_plan.tekst == "te klein"


@pytest.mark.parametrize(
    ("teller", "noemer", "procent"), [(0, 60, 0), (60, 60, 100), (30, 60, 50), (7, 60, None), (53, 60, None),
                                      (20, 49, None), (8, 50, 16)]
)  # fmt: skip
def test_een_aandeel_gaat_over_minstens_50_met_aan_beide_kanten_8(
    teller: int, noemer: int, procent: int | None
) -> None:
    assert queries.aandeel(teller, noemer).procent == procent


def test_het_plafond_met_een_verwachting(regio: Regiomensen, rob: Wie) -> None:
    for maand in (1, 4, 7):
        geld(regio, date(2026, maand, 1), 3_000_000)
    Plafond.objects.create(contract=regio.contract, jaar=2026, centen=10_000_000)
    with klok.op(DAG):
        beeld = queries.beeld(rob, regio.de_brug.pk)
        punt = bevindingen(beeld)[0]
    stand = beeld.plafond
    assert stand
    assert (stand.procent, stand.verwacht, stand.toon) == (90, 12_000_000, "let-op")
    assert "90% toegekend; zo doorgaand wordt het € 120.000,00" in punt.cijfer
    assert [regel.toegekend for regel in beeld.regels] == [0, 0, 3_000_000, 3_000_000, 3_000_000]


def test_afkeuringen_per_retourcode(regio: Regiomensen, rob: Wie) -> None:
    geld(regio, date(2026, 7, 1), 1)
    bericht = Bericht.objects.get()
    for code, soort, aantal in (("8001", "JW323", 6), ("8001", "JW325", 50)):
        Afkeuring.objects.create(
            bericht=bericht, op=date(2026, 7, 2), gemeente=regio.lelystad, aanbieder=regio.de_brug, soort=soort,
            niveau=2, regel=soort, retourcode=code, aantal=aantal,
        )  # fmt: skip
    with klok.op(DAG):
        beeld = queries.beeld(rob, regio.de_brug.pk)
        assert [(regel.code, regel.kwartaal, regel.jaar) for regel in beeld.afkeuringen] == [("8001", 6, 6)]
        assert bevindingen(beeld)[-1].onderwerp == "Afgekeurde regels in berichten"


def test_wat_de_aanbieder_zelf_van_wachten_zegt(regio: Regiomensen, rob: Wie) -> None:
    locatie = Locatie.objects.create(
        aanbieder=regio.de_brug, naam="Kantoor", plaats="Lelystad", ambulant=True, van=date(2025, 1, 1)
    )
    for code, dagen in (("45A04", 90), ("45A05", None)):
        plek = Plek.objects.create(locatie=locatie, product=Product.objects.get(code=code))
        Opgave.objects.create(plek=plek, wachtdagen=dagen, nagekeken_op=DAG, door="Noor", namens=regio.de_brug)
    with klok.op(DAG):
        beeld = queries.beeld(rob, regio.de_brug.pk)
    assert [(opgave.wachtdagen, opgave.vrij) for opgave in beeld.opgaven] == [(90, None), (None, None)]
    assert [punt.cijfer for punt in bevindingen(beeld)] == ["Ambulante behandeling, Kantoor: 90 dagen."]


def test_wie_welk_gebied_kiest(regio: Regiomensen, rob: Wie) -> None:
    with klok.op(DAG):
        assert queries.beeld(regio.contract_lelystad, regio.de_brug.pk, gebied="0303").gebied == "regio"
        assert queries.beeld(regio.contract_lelystad, regio.de_brug.pk, gebied="0995").gebied == "0995"
        assert queries.beeld(rob, regio.de_brug.pk, "2099-9", "0303").gebied_naam == "Dronten"
        with pytest.raises(NietGevonden):
            queries.beeld(regio.iris, regio.de_brug.pk)
        with pytest.raises(GeenRecht):
            queries.beeld(regio.fatima, regio.de_brug.pk)


def test_de_pagina_kost_altijd_even_veel_vragen(
    regio: Regiomensen, rob: Wie, client: Client, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    assert rob.gebruiker
    client.force_login(rob.gebruiker)
    weg = reverse("monitor:aanbieder", args=[regio.de_brug.pk])
    for aantal in (3, 30):
        hulp(regio, regio.lelystad, aantal, dagen=5)
        cache.clear()
        with klok.op(DAG), django_assert_max_num_queries(20):
            assert client.get(weg).status_code == 200


def test_de_agenda_en_het_rapport_komen_uit_de_cijfers(regio: Regiomensen, rob: Wie, client: Client) -> None:
    eis_van_veertien_dagen(regio)
    hulp(regio, regio.lelystad, 60, dagen=40)
    with klok.op(DAG):
        gesprek = actions.plan(rob, NieuwGesprek(aanbieder_id=regio.de_brug.pk, kwartaal=DERDE, op=date(2026, 10, 21)))
        actions.bereid_voor(rob, gesprek.pk, versie=1)
        punt = gesprek.punten.get(onderwerp="Start van de hulp")
        assert (punt.cijfer, punt.bron) == (
            "0% van de hulp begon binnen 14 dagen na toewijzing (contracteis).", "Cijfers van het kwartaal",
        )  # fmt: skip
        client.force_login(regio.gebruiker("noor"))
        pdf = client.get(reverse("monitor:rapport-pdf", args=[gesprek.pk]))
        word = client.get(reverse("monitor:rapport-word", args=[gesprek.pk]))
    assert pdf.content.startswith(b"%PDF")
    tekst = "\n".join(alinea.text for alinea in Word(BytesIO(word.content)).paragraphs)
    assert "Wat houdt de start tegen, en wat krijgt een gezin in de tussentijd?" in tekst
    assert "De Brug" not in pdf["Content-Disposition"]
