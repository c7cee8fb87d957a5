"""Messages are written so that the official schema accepts them, and wrong values are refused by name."""

import dataclasses
import datetime
from typing import Any

import pytest
from tests.shared import heeft_shared

from ijw import BERICHTEN, OngeldigeWaarde, lees, schrijf
from ijw.bench import declaratie, start, toewijzing
from ijw.berichten.basis import Achternaam, VerkorteNaam
from ijw.formaat.schema import BERICHTTYPEN, GroepType
from ijw.tests.generator.schema import SOORTEN, Element, schema


def test_er_zijn_veertien_berichten() -> None:
    assert sorted(BERICHTEN) == [f"JW{soort}" for soort in SOORTEN]
    assert len({klas.CODE for klas in BERICHTEN.values()}) == len(BERICHTEN)


@heeft_shared
@pytest.mark.parametrize("soort", SOORTEN)
def test_klassen_volgen_het_schema(soort: str) -> None:
    """Same elements, same order, same obligations as the XSD."""

    def verwacht(soort: Any) -> Any:
        if not isinstance(soort, list):
            return "waarde"
        return [(e.tag, e.verplicht, e.herhaald, verwacht(e.soort)) for e in soort]

    def onze(soort: Any) -> Any:
        if not isinstance(soort, GroepType):
            return "waarde"
        return [(v.tag, v.verplicht, v.herhaald, onze(v.soort)) for v in soort.velden]

    wortel: Element = schema(soort).wortel
    assert onze(BERICHTTYPEN[wortel.tag].groep) == verwacht(wortel.soort)


@heeft_shared
def test_benchberichten_zijn_geldig() -> None:
    for soort, bericht in (("301", toewijzing(12)), ("305", start(12)), ("323", declaratie(12))):
        data = schrijf(bericht)
        assert schema(soort).keurt_goed(data)
        assert lees(data).bevindingen == ()
        assert lees(data).bericht == bericht


def test_regeleinden_en_leestekens_komen_heel_terug() -> None:
    bericht = declaratie(1)
    regel = bericht.declaratie.clienten[0].prestaties[0]
    for tekst in ("a<b>&c", "]]>", '"aanhaling"', " spaties ", "\r\n", "\t", "€ 😀"):
        regel.product_referentie.referentie_nummer = tekst
        terug = lees(schrijf(bericht)).bericht
        assert terug == bericht


def test_schrijven_gebruikt_utf8_en_crlf() -> None:
    data = schrijf(start(1))
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\r\n<jw305:Bericht xmlns:ijw=')
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("bsn", "12345", "9 cijfers"),
        ("bsn", 999900006, "kan hier niet staan|hier hoort een str|geen int"),
        ("bsn", None, "verplicht"),
        ("geslacht", "3", "COD046"),
        ("naam", "Wit", "hier hoort een VerkorteNaam"),
        ("start_producten", (), "verplicht"),
        ("start_producten", [], "hier hoort een tuple"),
    ],
)
def test_een_waarde_die_niet_past_wordt_bij_naam_geweigerd(veld: str, waarde: object, melding: str) -> None:
    bericht = start(1)
    bericht = dataclasses.replace(bericht, client=dataclasses.replace(bericht.client, **{veld: waarde}))
    with pytest.raises(OngeldigeWaarde, match=melding) as fout:
        schrijf(bericht)
    assert fout.value.pad.startswith("/Bericht/Client/")


@pytest.mark.parametrize(
    "waarde",
    [
        "2026-04-01",
        datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC),
        20260401,
        True,
        None,
    ],
)
def test_een_datum_moet_een_datum_zijn(waarde: Any) -> None:
    bericht = start(1)
    bericht.client.start_producten[0].begindatum = waarde
    with pytest.raises(OngeldigeWaarde) as fout:
        schrijf(bericht)
    assert fout.value.pad == "/Bericht/Client/StartProducten/StartProduct[1]/Begindatum"


@pytest.mark.parametrize("waarde", [-1, 1_000_000_000, True, "5", 1.0])
def test_een_nummer_buiten_de_grenzen_wordt_geweigerd(waarde: Any) -> None:
    bericht = start(1)
    bericht.client.start_producten[0].toewijzing_nummer = waarde
    with pytest.raises(OngeldigeWaarde):
        schrijf(bericht)


def test_een_stuurteken_wordt_geweigerd() -> None:
    bericht = start(1)
    bericht.client.naam = VerkorteNaam(geslachtsnaam=Achternaam(achternaam="Wit\x07"))
    with pytest.raises(OngeldigeWaarde, match="stuurteken"):
        schrijf(bericht)
