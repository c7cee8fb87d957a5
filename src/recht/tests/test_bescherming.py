"""Measures and closed care: what the explanation must also say."""

from datetime import date

from recht.bescherming import Machtiging, Verzoeker, einde, laatste_dag_met_verlenging, opname, verzoeker
from recht.kalender import is_werkdag


def test_ots_van_verhaal_3_eindigt_op_zaterdag_en_schuift_niet() -> None:
    uitkomst = einde(Machtiging.OTS, date(2026, 4, 24))
    assert uitkomst.datum == date(2027, 4, 24)
    assert not is_werkdag(date(2027, 4, 24))
    assert "schuift niet op" in uitkomst.uitleg()


def test_spoedmachtiging_noemt_het_horen_binnen_twee_weken() -> None:
    assert "24 maart 2026" in einde(Machtiging.GESLOTEN_SPOED, date(2026, 3, 10)).uitleg()


def test_uithuisplaatsing_noemt_het_verval_na_drie_maanden() -> None:
    assert "vervalt zij op woensdag 10 juni 2026" in einde(Machtiging.UITHUISPLAATSING, date(2026, 3, 10)).uitleg()


def test_opname_wordt_binnen_vier_dagen_gemeld_ook_met_pasen() -> None:
    uitkomst = opname(date(2026, 4, 2), date(2026, 9, 10), date(2010, 1, 1))
    assert "uiterlijk maandag 6 april 2026" in uitkomst.uitleg()


def test_spoed_zonder_onderzoek_mag_als_dat_onmogelijk_is() -> None:
    assert verzoeker(Verzoeker.COLLEGE, onderzoek_onmogelijk=True).waarde == "mag"


def test_verlenging_wordt_vooraf_opgepakt() -> None:
    assert laatste_dag_met_verlenging(date(2027, 4, 24), 8) == date(2027, 2, 27)
