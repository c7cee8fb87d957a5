"""Dates, money, numbers and deadlines read as Dutch text."""

from datetime import UTC, date, datetime

import pytest

from jeugdregio.web import weergave

VRIJDAG = date(2026, 11, 20)


def test_datums() -> None:
    assert weergave.datum(VRIJDAG) == "20 november 2026"
    assert weergave.datum_lang(VRIJDAG) == "vrijdag 20 november 2026"
    assert weergave.maand(VRIJDAG) == "november 2026"
    assert weergave.datum(None) == weergave.datum_lang(None) == "–"


def test_korte_datum_noemt_het_jaar_alleen_als_het_een_ander_jaar_is() -> None:
    assert weergave.datum_nl(VRIJDAG, date(2026, 1, 1)) == "vr 20 november"
    assert weergave.datum_nl(VRIJDAG, date(2027, 1, 1)) == "vr 20 november 2026"


def test_een_moment_in_utc_staat_op_het_scherm_in_amsterdam() -> None:
    moment = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert weergave.tijdstip(moment) == "2 juli 2026, 00:30"
    assert weergave.datum(moment) == "2 juli 2026"


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(0, "0"), (999, "999"), (12345, "12.345"), (1234567, "1.234.567"), (0.5, "0,5"), (1234.5, "1.234,5"), (None, "–")],
)
def test_aantallen(waarde: float | None, tekst: str) -> None:
    assert weergave.aantal(waarde) == tekst


@pytest.mark.parametrize(
    ("dag", "tekst", "toon"),
    [
        (18, "2 dagen te laat", "gevaar"),
        (19, "1 dag te laat", "gevaar"),
        (20, "vandaag", "let-op"),
        (21, "morgen", "let-op"),
        (22, "over 2 dagen", "let-op"),
        (27, "over 7 dagen", "let-op"),
        (28, "over 8 dagen", "neutraal"),
    ],
)
def test_termijn_zegt_hoe_lang_nog(dag: int, tekst: str, toon: str) -> None:
    assert weergave.termijn(date(2026, 11, dag), VRIJDAG) == (tekst, toon)
