"""Messages in readable Dutch."""

import datetime
from typing import get_args

import pytest
from tests.shared import BERICHTEN as VOORBEELDEN
from tests.shared import heeft_shared

from ijw import BERICHTEN, lees
from ijw.bench import declaratie, start, toewijzing
from ijw.berichten import typen
from ijw.codelijsten import CODELIJSTEN, omschrijving
from ijw.formaat.waarden import Keuze
from ijw.tests.generator.schema import SOORTEN
from ijw.toon import TITELS, datum_in_woorden, euro, label, regels, toon

KEUZES = [
    meta
    for alias in vars(typen).values()
    for meta in getattr(alias, "__metadata__", ())
    if isinstance(meta, Keuze) and get_args(alias)
]


@pytest.mark.parametrize("keuze", KEUZES, ids=lambda keuze: keuze.naam)
def test_elke_code_van_het_schema_heeft_een_omschrijving(keuze: Keuze) -> None:
    assert set(keuze.codes) == set(CODELIJSTEN[keuze.lijst])


def test_gemeenten_van_2026() -> None:
    assert len(CODELIJSTEN["CBS"]) == 342
    flevoland = ["Almere", "Urk", "Dronten", "Lelystad", "Noordoostpolder", "Zeewolde"]
    assert [omschrijving("CBS", code) for code in ("0034", "0184", "0303", "0995", "0171", "0050")] == flevoland


def test_onbekende_code_is_zichtbaar() -> None:
    assert omschrijving("CBS", "9999") == "onbekende code 9999"
    with pytest.raises(KeyError):
        omschrijving("COD999", "1")


def test_toewijzing_in_gewone_taal() -> None:
    tekst = toon(toewijzing(2))
    assert tekst.startswith("JW301 Toewijzing\n")
    for verwacht in (
        "  Afzender: Almere (0034)",
        "Jeugdige",
        "  Geslacht: Mannelijk (1)",
        "    Datum: 1 juni 2015",
        "    Toegewezen product 2",
        "      Toewijzingstijd: 09.30 uur",
        "        Categorie: Jeugdhulp ambulant (45)",
        "        Frequentie: Per week (2)",
    ):
        assert verwacht in tekst.splitlines()


def test_bedragen_in_euro() -> None:
    assert "Totaalbedrag: € 500,00" in toon(declaratie(10))
    assert euro(123456) == "€ 1.234,56"
    assert euro(5) == "€ 0,05"
    assert datum_in_woorden(datetime.date(2026, 4, 1)) == "1 april 2026"


def test_regels_dragen_het_pad_van_de_bevindingen() -> None:
    paden = [pad for _, _, _, pad in regels(start(2))]
    assert "/Bericht/Client/StartProducten/StartProduct[2]/Begindatum" in paden
    assert len(paden) == len(set(paden))


def test_labels_zijn_woorden() -> None:
    assert label("ToewijzingNummer") == "Toewijzingsnummer"
    assert label("GeleverdVolume") == "Geleverd volume"
    assert set(TITELS) == set(BERICHTEN)


@heeft_shared
@pytest.mark.parametrize("soort", [soort for soort in SOORTEN if soort != "318"])
def test_elk_voorbeeld_is_te_tonen(soort: str) -> None:
    data = (VOORBEELDEN / f"JW{soort}.xml").read_bytes().replace(b"2027-06-31", b"2027-06-30")
    bericht = lees(data).bericht
    assert bericht is not None
    assert "onbekende code" not in toon(bericht)
