"""The check of one value: what Python gets, and what the message says when it cannot be."""

import datetime

import pytest

from ijw.berichten import typen
from ijw.formaat.lexicaal import BuitenBereik, Ongeldig, lees_datum, lees_tijd, lezer
from ijw.formaat.waarden import Geheel, Tekst


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("2026-04-01", datetime.date(2026, 4, 1)),
        (" \n2024-02-29\t", datetime.date(2024, 2, 29)),
        ("0001-01-01", datetime.date(1, 1, 1)),
        ("9999-12-31", datetime.date(9999, 12, 31)),
    ],
)
def test_datum(tekst: str, dag: datetime.date) -> None:
    assert lees_datum(tekst) == dag


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("2027-06-31", "31 juni bestaat niet; gebruik een bestaande datum als 2027-06-30."),
        ("2026-02-29", "29 februari 2026 bestaat niet; gebruik een bestaande datum als 2026-02-28."),
        ("2026-13-01", "Maand 13 bestaat niet"),
        ("01-04-2026", "Schrijf jaar-maand-dag, zoals 2027-06-30."),
        ("2026-04-01Z", "zonder tijdzone"),
        ("2026-04-01T00:00:00", "zonder tijdzone"),
        ("0000-01-01", "bestaat niet"),
        ("", "is geen datum"),
    ],
)
def test_datum_die_niet_kan(tekst: str, melding: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        lees_datum(tekst)
    assert melding in fout.value.melding


@pytest.mark.parametrize("tekst", ["10000-01-01", "-0001-01-01"])
def test_datum_buiten_de_kalender(tekst: str) -> None:
    with pytest.raises(BuitenBereik):
        lees_datum(tekst)


@pytest.mark.parametrize(
    ("tekst", "tijd"),
    [
        ("09:30:00", datetime.time(9, 30)),
        ("24:00:00", datetime.time(0)),
        ("23:59:59.1234567", datetime.time(23, 59, 59, 123456)),
    ],
)
def test_tijd(tekst: str, tijd: datetime.time) -> None:
    assert lees_tijd(tekst) == tijd


@pytest.mark.parametrize("tekst", ["9:30:00", "09:30", "24:00:01", "12:00:60", "12:00:00Z", ""])
def test_tijd_die_niet_kan(tekst: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        lees_tijd(tekst)
    assert fout.value.regel == "F-TIJD"


def test_heel_lang_getal_wordt_niet_uitgerekend() -> None:
    lees = lezer(Geheel("Nummer", 999_999_999))
    with pytest.raises(Ongeldig, match="te groot"):
        lees("9" * 100_000)
    assert lees("0" * 100_000 + "7") == 7


def test_lengte_telt_in_tekens() -> None:
    lees = lezer(Tekst("Straatnaam", 1, 24, "iets_zichtbaars"))
    assert lees("😀" * 24) == "😀" * 24
    with pytest.raises(Ongeldig, match="25 tekens; maak er hoogstens 24 van"):
        lees("😀" * 25)


def test_code_met_spatie_wordt_uitgelegd() -> None:
    lees = lezer(typen.Geslacht.__metadata__[0])
    with pytest.raises(Ongeldig, match="Haal de spaties"):
        lees("1 ")


def test_melding_herhaalt_geen_lap_tekst() -> None:
    with pytest.raises(Ongeldig) as fout:
        lezer(typen.Datum.__metadata__[0])("x" * 10_000)
    assert len(fout.value.melding) < 150
