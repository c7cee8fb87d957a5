"""The residence principle, step by step."""

from datetime import date

import pytest

from recht.invoer import InvoerError
from recht.woonplaats import Periode, Plek, Soort, Woonplaats, tijdlijn, verhuizing, verrekening, woonplaats

LELYSTAD, ALMERE, URK, DRONTEN = "0995", "0034", "0184", "0303"


def test_pleegkind_dat_naar_almere_gaat_blijft_van_lelystad() -> None:
    thuis = Plek(LELYSTAD, date(2018, 1, 1))
    pleeggezin = Plek(ALMERE, date(2026, 4, 1), Soort.VERBLIJF)
    uitkomst = woonplaats(date(2026, 4, 1), (pleeggezin, thuis))
    assert uitkomst.waarde == Woonplaats(LELYSTAD, "2")
    assert "direct daarvoor: in gemeente 0995" in uitkomst.uitleg()


def test_verhuizing_van_urk_naar_dronten_telt_op_de_dag_zelf() -> None:
    plekken = (Plek(URK, date(2019, 6, 1)), Plek(DRONTEN, date(2026, 5, 1)))
    assert woonplaats(date(2026, 4, 30), plekken).waarde == Woonplaats(URK, "1")
    assert woonplaats(date(2026, 5, 1), plekken).waarde == Woonplaats(DRONTEN, "1")


def test_niets_bekend_noemt_wat_ontbreekt_in_volgorde() -> None:
    uitkomst = woonplaats(date(2026, 9, 10))
    assert uitkomst.kort == "onbekend"
    assert uitkomst.ontbreekt == (
        "de inschrijving van de moeder bij de geboorte",
        "de gemeente waar de jeugdige nu echt is",
    )


def test_aantekening_bij_het_adres_leidt_naar_de_moeder() -> None:
    thuis = (Plek(LELYSTAD, date(2020, 1, 1)),)
    uitkomst = woonplaats(date(2026, 9, 10), thuis, aantekening=True, moeder_bij_geboorte=URK, feitelijk=ALMERE)
    assert uitkomst.waarde == Woonplaats(URK, "3")


def test_verblijf_na_een_adres_in_het_buitenland() -> None:
    plekken = (Plek("buitenland", date(2020, 1, 1)), Plek(ALMERE, date(2026, 4, 1), Soort.VERBLIJF))
    assert woonplaats(date(2026, 9, 10), plekken, feitelijk=ALMERE).waarde == Woonplaats(ALMERE, "4")


def test_voor_2022_gold_een_andere_regel() -> None:
    with pytest.raises(ValueError, match="andere regel"):
        woonplaats(date(2021, 12, 31), (Plek(LELYSTAD, date(2020, 1, 1)),))


def test_verhuizing_noemt_dat_de_oude_toewijzing_blijft() -> None:
    assert "pas als de nieuwe gemeente aansluit" in verhuizing(date(2026, 5, 1)).uitleg()


def test_onbekende_soort_plek_noemt_de_keuzes() -> None:
    with pytest.raises(InvoerError, match="woonadres, verblijf"):
        Plek.lees("0995/2020-01-01/logeren")


def test_inschrijving_bij_het_pleeggezin_telt_niet_zolang_het_kind_er_verblijft() -> None:
    """A foster child registered with its foster family in Almere stays Lelystad's; after it went home too."""
    perioden = (
        Periode(LELYSTAD, date(2018, 1, 1), date(2026, 4, 30)),
        Periode(ALMERE, date(2026, 4, 1), date(2026, 12, 31), Soort.VERBLIJF),
        Periode(ALMERE, date(2026, 5, 1)),
    )
    plekken = tijdlijn(perioden)
    assert woonplaats(date(2026, 9, 10), plekken).waarde == Woonplaats(LELYSTAD, "2")
    assert woonplaats(date(2027, 1, 1), plekken).waarde == Woonplaats(ALMERE, "1")


def test_een_gat_tussen_twee_adressen_is_een_onbekend_adres() -> None:
    plekken = tijdlijn((Periode(URK, date(2019, 1, 1), date(2026, 4, 30)), Periode(DRONTEN, date(2026, 5, 3))))
    assert woonplaats(date(2026, 5, 1), plekken, moeder_bij_geboorte=ALMERE).waarde == Woonplaats(ALMERE, "3")
    assert woonplaats(date(2026, 5, 3), plekken).waarde == Woonplaats(DRONTEN, "1")


def test_twee_verblijven_na_elkaar_leiden_naar_het_adres_voor_het_eerste() -> None:
    plekken = tijdlijn((
        Periode(LELYSTAD, date(2019, 1, 1), date(2024, 3, 31)),
        Periode(ALMERE, date(2024, 4, 1), date(2025, 7, 31), Soort.VERBLIJF),
        Periode(URK, date(2025, 8, 1), None, Soort.VERBLIJF),
    ))  # fmt: skip
    assert woonplaats(date(2026, 9, 10), plekken).waarde == Woonplaats(LELYSTAD, "2")


def test_de_nieuwe_gemeente_kan_niet_voor_de_verhuizing_aansluiten() -> None:
    with pytest.raises(ValueError, match="voor de dag van de verhuizing"):
        verrekening(date(2026, 5, 1), date(2026, 4, 30))
