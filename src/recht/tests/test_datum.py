"""Dutch dates and ages."""

from datetime import date

import pytest

from recht import datum_nl, leeftijd
from recht.datum import maanden_erbij, verjaardag


def test_datum_in_het_nederlands() -> None:
    assert datum_nl(date(2026, 4, 27)) == "maandag 27 april 2026"


def test_leeftijd_op_en_rond_de_verjaardag() -> None:
    geboren = date(2014, 9, 16)
    assert leeftijd(geboren, date(2026, 9, 15)) == 11
    assert leeftijd(geboren, date(2026, 9, 16)) == 12


def test_schrikkelkind_verjaart_op_1_maart() -> None:
    geboren = date(2012, 2, 29)
    assert leeftijd(geboren, date(2025, 2, 28)) == 12
    assert leeftijd(geboren, date(2025, 3, 1)) == 13
    assert verjaardag(geboren, 13) == date(2025, 3, 1)
    assert verjaardag(geboren, 16) == date(2028, 2, 29)


def test_leeftijd_voor_de_geboorte_is_een_fout() -> None:
    with pytest.raises(ValueError, match="voor de geboortedatum"):
        leeftijd(date(2026, 3, 1), date(2026, 2, 28))


def test_maanden_tellen_over_het_jaar_en_terug() -> None:
    assert maanden_erbij(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert maanden_erbij(date(2026, 5, 1), -3) == date(2026, 2, 1)
