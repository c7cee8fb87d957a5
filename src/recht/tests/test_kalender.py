"""The legal calendar against days that are known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recht.kalender import (
    eerste_paasdag,
    feestdag,
    feestdagen,
    is_werkdag,
    koningsdag,
    rol_door,
    volgende_werkdag,
    vorige_werkdag,
    werkdagen_erbij,
    werkdagen_tussen,
)

DATA = st.dates(date(1991, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    "pasen", [date(2019, 4, 21), date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2038, 4, 25)]
)
def test_eerste_paasdag(pasen: date) -> None:
    assert eerste_paasdag(pasen.year) == pasen


def test_alle_dagen_van_2026() -> None:
    assert list(feestdagen(2026)) == [
        date(2026, 1, 1),
        date(2026, 1, 2),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 15),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


def test_koningsdag_op_zondag_gaat_naar_zaterdag() -> None:
    assert koningsdag(2025) == date(2025, 4, 26)
    assert koningsdag(2014) == date(2014, 4, 26)
    assert koningsdag(2026) == date(2026, 4, 27)
    assert koningsdag(2013) == date(2013, 4, 30)


def test_bevrijdingsdag_is_elk_jaar_vrij() -> None:
    assert all(not is_werkdag(date(jaar, 5, 5)) for jaar in range(1995, 2060))


def test_hemelvaart_op_bevrijdingsdag_houdt_beide_namen() -> None:
    assert feestdag(date(2016, 5, 5)) == "Bevrijdingsdag en Hemelvaartsdag"


def test_biddag_op_urk_is_een_gewone_dag() -> None:
    assert is_werkdag(date(2026, 3, 11))
    assert werkdagen_erbij(date(2026, 3, 9), 3) == date(2026, 3, 12)


def test_vrijdag_na_hemelvaart_is_bij_besluit_gelijkgesteld() -> None:
    assert not is_werkdag(date(2026, 5, 15))
    assert volgende_werkdag(date(2026, 5, 13)) == date(2026, 5, 18)


def test_vijf_werkdagen_over_bevrijdingsdag() -> None:
    assert werkdagen_erbij(date(2026, 4, 30), 5) == date(2026, 5, 8)


def test_tien_werkdagen_voor_een_vergadering() -> None:
    assert werkdagen_erbij(date(2026, 10, 19), 10) == date(2026, 11, 2)
    assert werkdagen_erbij(date(2026, 11, 2), -10) == date(2026, 10, 19)


def test_nul_werkdagen_rolt_alleen() -> None:
    assert werkdagen_erbij(date(2026, 4, 4), 0) == date(2026, 4, 7)


def test_voor_1990_weigert_de_kalender() -> None:
    with pytest.raises(ValueError, match="begint in 1990"):
        is_werkdag(date(1989, 12, 29))


@given(DATA)
def test_doorgerold_is_een_werkdag_en_nooit_eerder(dag: date) -> None:
    gerold = rol_door(dag)
    assert gerold >= dag
    assert is_werkdag(gerold)
    assert gerold - dag <= timedelta(days=6)


@given(DATA, st.integers(1, 40))
def test_tellen_en_terugtellen(dag: date, aantal: int) -> None:
    verder = werkdagen_erbij(dag, aantal)
    assert werkdagen_tussen(dag, verder) == aantal
    assert werkdagen_erbij(verder, -aantal) == (dag if is_werkdag(dag) else vorige_werkdag(dag))
