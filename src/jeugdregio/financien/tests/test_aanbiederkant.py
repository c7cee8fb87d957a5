"""A provider that works here declares to a municipality elsewhere: handed in, answered, refused as a whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.mensen import Regiomensen

import ijw
from ijw import Bevinding
from ijw.declaratie import maak_antwoord
from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.financien import actions
from jeugdregio.financien.messages import Declaratieregel, maak_jw323
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.financien.tests import bouw
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht

pytestmark = pytest.mark.django_db
DAG = date(2026, 10, 5)
REGEL = "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]"


@pytest.fixture(autouse=True)
def elders(regio: Regiomensen, settings: Any, tmp_path: Path) -> Iterator[None]:
    """Lelystad has a system of its own; De Brug works here."""
    settings.POSTBUS_MAP = str(tmp_path)
    regio.lelystad.bezorging = "map"
    regio.lelystad.save()
    with klok.op(DAG):
        yield


@pytest.fixture
def regels(regio: Regiomensen) -> list[Declaratieregel]:
    kind = bouw.kind(regio.lelystad)
    een, twee = (bouw.toewijzing(kind, regio.de_brug, nummer) for nummer in (11, 12))
    return [bouw.regel(een, "P1", 8), bouw.regel(twee, "P2", 5)]


def dien_in(regio: Regiomensen, regels: list[Declaratieregel], nummer: str = "D1", bericht: str = "M1") -> Any:
    """Offer a JW323; return the stored message and what it says."""
    inhoud = maak_jw323(
        regels, aanbieder="42420001", gemeente="0995", maand=bouw.SEPTEMBER[0], nummer=nummer, dagtekening=DAG
    )
    inhoud.header.bericht_identificatie.identificatie = bericht
    opgeslagen = postbus.ontvang_en_verwerk(ijw.schrijf(inhoud), kanaal="scherm", aangeboden_door=regio.de_brug)
    return opgeslagen, inhoud


def beantwoord(inhoud: Any, *bevindingen: Bevinding, te_weinig: int = 0) -> Bericht:
    antwoord = maak_antwoord(inhoud, bevindingen, identificatie="A1", dagtekening=DAG)
    if te_weinig and antwoord.declaratie_antwoord is not None:
        antwoord.declaratie_antwoord.totaal_toegekend_bedrag.totaal_bedrag -= te_weinig
    return postbus.ontvang_en_verwerk(ijw.schrijf(antwoord), kanaal="map")


def test_ingediend_wacht_op_de_gemeente(regio: Regiomensen, regels: list[Declaratieregel]) -> None:
    opgeslagen, _ = dien_in(regio, regels)
    declaratie = Declaratie.objects.get()
    assert (opgeslagen.richting, declaratie.staat, declaratie.toegekend) == ("uit", Declaratie.Staat.INGEDIEND, 0)
    beurt = Beurt.objects.get(titel="Declaratie beantwoorden")
    assert (beurt.organisatie, beurt.wachtende, beurt.uiterlijk) == (regio.lelystad, regio.de_brug, date(2026, 10, 19))


def test_deels_toegekend(regio: Regiomensen, regels: list[Declaratieregel]) -> None:
    _, inhoud = dien_in(regio, regels)
    beantwoord(inhoud, Bevinding(3, "TR321", REGEL, "Te veel.", "9321"))
    declaratie = Declaratie.objects.get()
    assert (declaratie.staat, declaratie.toegekend) == (Declaratie.Staat.BEANTWOORD, 8 * bouw.TARIEF)
    assert dict(Prestatie.objects.values_list("referentie", "retourcodes")) == {"P1": [], "P2": ["9321"]}
    assert Beurt.objects.get(titel="Declaratie beantwoorden").staat == Beurt.Staat.GEDAAN
    herstel = Beurt.objects.get(titel="Afgewezen declaratieregels herstellen")
    assert (herstel.organisatie, herstel.staat) == (regio.de_brug, Beurt.Staat.OPEN)


def test_geheel_afgewezen_geldt_als_niet_ingediend(regio: Regiomensen, regels: list[Declaratieregel]) -> None:
    _, inhoud = dien_in(regio, regels)
    beantwoord(inhoud, Bevinding(3, "TR333", "/Bericht/Declaratie", "Al gebruikt.", "9333"))
    assert not Declaratie.objects.exists()
    assert Beurt.objects.filter(soort="bericht_herstellen", organisatie=regio.de_brug).exists()
    assert dien_in(regio, regels, bericht="M2")[0].richting == "uit"


def test_een_antwoord_dat_niet_optelt_verandert_niets(regio: Regiomensen, regels: list[Declaratieregel]) -> None:
    _, inhoud = dien_in(regio, regels)
    gedaan = beantwoord(inhoud, te_weinig=1)
    assert gedaan.staat == Bericht.Staat.AFGEKEURD
    assert Declaratie.objects.get().staat == Declaratie.Staat.INGEDIEND
    beurt = Beurt.objects.get(soort="antwoord_onbruikbaar")
    assert (beurt.organisatie, beurt.rol) == (regio.de_brug, "aanbieder")


def test_een_nummer_gaat_niet_twee_keer_weg(regio: Regiomensen, regels: list[Declaratieregel]) -> None:
    dien_in(regio, regels)
    tweede, _ = dien_in(regio, regels, bericht="M2")
    assert (tweede.staat, tweede.richting) == (Bericht.Staat.AFGEKEURD, "in")
    assert Declaratie.objects.count() == 1


def test_wat_de_gemeente_zou_weigeren_blijft_hier_langs_elke_weg(
    regio: Regiomensen, regels: list[Declaratieregel]
) -> None:
    """A line above the assigned volume (level 3) or with another price (level 4) does not leave (OP192)."""
    for nummer, fout in enumerate((replace(regels[0], volume=80, bedrag=80 * bouw.TARIEF),
                                   replace(regels[0], tarief=1, bedrag=8))):  # fmt: skip
        opgeslagen, _ = dien_in(regio, [fout, regels[1]], f"F{nummer}", f"F{nummer}")
        assert (opgeslagen.staat, opgeslagen.richting) == (Bericht.Staat.AFGEKEURD, "in")
        assert {b.niveau for b in postbus.bevindingen_van(opgeslagen)} <= {3, 4}
    assert not Declaratie.objects.exists()


def test_naar_een_gemeente_elders_gaat_niets_weg_omdat_de_aanbieder_aandringt(
    regio: Regiomensen, regels: list[Declaratieregel]
) -> None:
    concept = actions.concept(regio.noor, regio.lelystad.pk, bouw.SEPTEMBER[0])
    te_veel = {regel.sleutel: actions.Ingevuld(volume=900) for regel in concept.alle}
    with pytest.raises(actions.Geweigerd) as fout:
        actions.dien_in(regio.noor, regio.lelystad.pk, bouw.SEPTEMBER[0], te_veel, toch=True)
    assert set(fout.value.velden) == set(te_veel)
    assert not Bericht.objects.filter(richting="uit").exists()
