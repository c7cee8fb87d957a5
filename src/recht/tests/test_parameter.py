"""Numbers with a date of effect."""

from datetime import date

import pytest

from recht.parameter import Parameter, ParameterOntbreektError, Waarde, parameter

OUD = Waarde(date(2020, 1, 1), 6, "oude tekst")
NIEUW = Waarde(date(2027, 1, 1), 8, "nieuwe tekst")


def test_de_waarde_van_die_dag_geldt() -> None:
    norm = Parameter("proef", "weken", (OUD, NIEUW))
    assert norm.op(date(2026, 12, 31)) == 6
    assert norm.op(date(2027, 1, 1)) == 8


def test_voor_de_eerste_waarde_faalt_het_met_de_begindatum() -> None:
    with pytest.raises(ParameterOntbreektError, match="eerste geldt vanaf 1 januari 2020"):
        Parameter("proef", "weken", (OUD,)).op(date(2019, 12, 31))


def test_verkeerde_volgorde_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="volgorde"):
        Parameter("proef", "weken", (NIEUW, OUD))


def test_een_naam_bestaat_een_keer() -> None:
    with pytest.raises(ValueError, match="bestaat al"):
        parameter("keten-retour", "werkdagen", ("2015-01-01", 3, "dubbel"))
