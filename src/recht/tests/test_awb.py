"""Decision terms of the Awb: the cases that need more than one date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recht.aanvulling import Aanvulling, Uitstel
from recht.awb import Dwangsom, beslistermijn, dwangsom
from recht.bezwaar import beslissing_op_bezwaar, bezwaar_op_tijd, bezwaartermijn
from recht.invoer import InvoerError

DATA = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def test_aanvulling_van_verhaal_2_legt_elke_stap_uit() -> None:
    vraag = Aanvulling(date(2026, 3, 13), date(2026, 3, 27), date(2026, 3, 26))
    uitkomst = beslistermijn(date(2026, 3, 2), (vraag,))
    assert uitkomst.datum == date(2026, 5, 11)
    assert uitkomst.volledig
    tekst = uitkomst.uitleg()
    assert "van 14 maart 2026 tot 26 maart 2026" in tekst
    assert "12 dagen" in tekst
    assert "9 mei 2026 is een zaterdag" in tekst


def test_open_aanvulling_geeft_een_voorlopige_datum() -> None:
    uitkomst = beslistermijn(date(2026, 3, 2), (Aanvulling(date(2026, 3, 13), date(2026, 3, 26)),))
    assert uitkomst.datum == date(2026, 5, 11)
    assert "gevraagd" in uitkomst.ontbreekt[0]


def test_aanvulling_na_de_uiterste_datum_rekt_de_opschorting_niet() -> None:
    laat = Aanvulling(date(2026, 3, 13), date(2026, 3, 20), date(2026, 4, 2))
    op_tijd = Aanvulling(date(2026, 3, 13), date(2026, 3, 20), date(2026, 3, 20))
    assert beslistermijn(date(2026, 3, 2), (laat,)).datum == beslistermijn(date(2026, 3, 2), (op_tijd,)).datum


def test_twee_keer_aanvullen_telt_op() -> None:
    een = Aanvulling(date(2026, 3, 13), date(2026, 3, 27), date(2026, 3, 26))
    twee = Aanvulling(date(2026, 4, 1), date(2026, 4, 15), date(2026, 4, 8))
    assert beslistermijn(date(2026, 3, 2), (een, twee)).datum == date(2026, 5, 18)


def test_aanvulling_voor_de_vraag_is_een_fout() -> None:
    with pytest.raises(InvoerError, match="ligt voor de vraag"):
        Aanvulling(date(2026, 3, 13), None, date(2026, 3, 12))


def test_verdaging_na_het_einde_telt_niet() -> None:
    uitkomst = beslistermijn(date(2026, 3, 2), verdaagd_tot=date(2026, 5, 26), verdaging_bekend_op=date(2026, 4, 29))
    assert uitkomst.datum == date(2026, 4, 28)
    assert "verandert niets" in uitkomst.uitleg()


def test_verdaging_zonder_melding_is_onvolledig() -> None:
    uitkomst = beslistermijn(date(2026, 3, 2), verdaagd_tot=date(2026, 5, 26))
    assert uitkomst.datum == date(2026, 4, 28)
    assert not uitkomst.volledig


def test_verdaging_naar_een_eerdere_dag_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="ligt niet na"):
        beslistermijn(date(2026, 3, 2), verdaagd_tot=date(2026, 4, 28))


@pytest.mark.parametrize(
    ("op", "dagen", "centen"),
    [
        (date(2026, 5, 14), 0, 0),
        (date(2026, 5, 15), 1, 2300),
        (date(2026, 5, 28), 14, 32200),
        (date(2026, 6, 12), 29, 32200 + 49000 + 4500),
        (date(2027, 1, 1), 42, 144200),
    ],
)
def test_dwangsom_per_schijf_en_hoogstens_1442_euro(op: date, dagen: int, centen: int) -> None:
    uitkomst = dwangsom(date(2026, 4, 28), date(2026, 4, 29), op)
    assert uitkomst.datum == date(2026, 5, 14)
    assert uitkomst.waarde == Dwangsom(dagen, centen)


def test_te_laat_bezwaar_vraagt_een_mens() -> None:
    uitkomst = bezwaar_op_tijd(date(2026, 3, 12), date(2026, 5, 4))
    assert uitkomst.waarde == "te laat"
    assert "6:11" in uitkomst.ontbreekt[0]


def test_beslissing_op_bezwaar_telt_niet_vanaf_ontvangst() -> None:
    assert "niet vanaf de ontvangst" in beslissing_op_bezwaar(date(2026, 5, 7)).uitleg()


@given(DATA, st.integers(1, 50), st.integers(0, 40), st.integers(0, 40))
def test_aanvulling_en_uitstel_verkorten_de_termijn_nooit(ontvangen: date, na: int, duur: int, extra: int) -> None:
    kaal = beslistermijn(ontvangen).datum
    gevraagd = ontvangen + timedelta(days=na)
    vraag = Aanvulling(gevraagd, gevraagd + timedelta(days=duur))
    uitstel = Uitstel(gevraagd, gevraagd + timedelta(days=extra))
    met_vraag = beslistermijn(ontvangen, (vraag,)).datum
    met_beide = beslistermijn(ontvangen, (vraag,), (uitstel,)).datum
    assert kaal is not None
    assert met_vraag is not None
    assert met_beide is not None
    assert kaal <= met_vraag <= met_beide


def test_verdaging_zonder_nieuwe_datum_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="Noem ook de nieuwe datum"):
        beslistermijn(date(2026, 3, 2), verdaging_bekend_op=date(2026, 4, 20))


def test_bezwaar_van_voor_het_besluit_is_een_fout() -> None:
    with pytest.raises(ValueError, match="controleer de datums"):
        bezwaar_op_tijd(date(2026, 5, 7), date(2026, 5, 6))
    with pytest.raises(ValueError, match="controleer de datums"):
        bezwaar_op_tijd(date(2026, 5, 7), date(2026, 6, 18), date(2026, 6, 19))


@given(DATA, st.integers(0, 90))
def test_bezwaar_maken_duurt_minstens_zes_weken_en_later_is_nooit_eerder(bekend: date, later: int) -> None:
    einde = bezwaartermijn(bekend).datum
    volgend = bezwaartermijn(bekend + timedelta(days=later)).datum
    assert einde is not None
    assert volgend is not None
    assert bekend + timedelta(weeks=6) <= einde <= volgend
