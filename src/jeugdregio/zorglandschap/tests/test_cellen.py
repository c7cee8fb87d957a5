"""Cells: what people type becomes one value, or a sentence that says how to mend it."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jeugdregio.zorglandschap.uitwisseling import cellen, vorm
from jeugdregio.zorglandschap.uitwisseling.cellen import Celfout

# A spreadsheet gives a day as a moment without zone.
EXCELDAG, OUDJAAR, MIDDAG = (
    datetime.fromisoformat(dag) for dag in ("2026-01-01T00:00", "2026-12-31T00:00", "2026-01-01T12:00")
)


@pytest.mark.parametrize(
    ("waarde", "decimaal", "centen"),
    [
        (128.4, "", 12840), (128, "", 12800), (0.1 + 0.2, "", 30), ("128,40", "", 12840), ("128.40", "", 12840),
        ("€ 1.234,50", "", 123450), ("1,234.50", "", 123450), ("1.234", ",", 123400), ("1,234", ".", 123400),
        ("1.234.567,89", "", 123456789), ("12,-", "", 1200), ("1234,5", ",", 123450), ("0", "", 0),
    ],
)  # fmt: skip
def test_bedragen_zoals_mensen_ze_schrijven(waarde: object, decimaal: str, centen: int) -> None:
    assert cellen.bedrag(waarde, decimaal) == centen


@pytest.mark.parametrize(
    ("waarde", "wat"),
    [
        ("1.234", "duizendtallen of decimalen"), ("12,345", "duizendtallen of decimalen"), ("veel", "geen bedrag"),
        (1.005, "meer dan twee cijfers"), ("-5", "kan niet"), (float("inf"), "geen bedrag"), (True, "WAAR of ONWAAR"),
        ("1.23,456", "geen bedrag"), (float("nan"), "geen bedrag"), (EXCELDAG, "datum of tijd"),
    ],
)  # fmt: skip
def test_een_onduidelijk_bedrag_zegt_hoe_het_moet(waarde: object, wat: str) -> None:
    with pytest.raises(Celfout, match=wat):
        cellen.bedrag(waarde)


@pytest.mark.parametrize("waarde", ["31-12-2026", "2026-12-31", date(2026, 12, 31), OUDJAAR])
def test_een_datum_op_vier_manieren(waarde: object) -> None:
    assert cellen.datum(waarde) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("waarde", "wat"),
    [
        ("02/03/2026", "op meer manieren"), ("31-02-2026", "bestaat niet"), (46387, "een getal, geen datum"),
        ("morgen", "geen datum"), (MIDDAG, "ook een tijd"), ("01-01-1900", "kan niet kloppen"),
    ],
)  # fmt: skip
def test_een_onduidelijke_datum_wordt_niet_geraden(waarde: object, wat: str) -> None:
    with pytest.raises(Celfout, match=wat):
        cellen.datum(waarde)


def test_een_code_krijgt_haar_nullen_terug() -> None:
    assert cellen.code(34, 4, cijfers=True) == "0034"
    assert cellen.code(1012345.0, 8, cijfers=True) == "01012345"
    assert cellen.code("45a04", 5, cijfers=False) == "45A04"
    with pytest.raises(Celfout, match="heeft geen 8 cijfers"):
        cellen.code("1234567X", 8, cijfers=True)


def test_gemeenten_zonder_dubbele() -> None:
    assert cellen.lijst("995; 0303,34") == ["0034", "0303", "0995"]
    with pytest.raises(Celfout, match="twee keer"):
        cellen.lijst("0995 995")


CELLEN = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=40), st.dates(), st.datetimes(), st.times()
)


@given(waarde=CELLEN, kolom=st.sampled_from([k for blad in vorm.BLADEN for k in blad.kolommen]))
def test_geen_cel_laat_het_lezen_stoppen(waarde: object, kolom: vorm.Kolom) -> None:
    with suppress(Celfout):
        cellen.lees(kolom, waarde, "")


@given(st.integers(min_value=0, max_value=10**9))
def test_een_bedrag_komt_terug_zoals_het_ging(centen: int) -> None:
    heel, rest = divmod(centen, 100)
    assert cellen.bedrag(f"{heel},{rest:02d}", ",") == centen
    assert cellen.bedrag(f"{heel}.{rest:02d}", ".") == centen
    assert cellen.bedrag(f"€ {heel:,}".replace(",", ".") + f",{rest:02d}") == centen
