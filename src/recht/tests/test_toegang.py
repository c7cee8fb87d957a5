"""Access: nobody tests the need twice."""

from datetime import date

import pytest

from recht.besluit import weigering
from recht.toegang import ARTSEN, JUSTITIE, Toets, Verwijzer, acht_weken, afwijzing, kader


@pytest.mark.parametrize("verwijzer", sorted(ARTSEN | JUSTITIE))
def test_na_een_verwijzing_wordt_de_noodzaak_nooit_getoetst(verwijzer: Verwijzer) -> None:
    assert Toets.NOODZAAK in kader(verwijzer).mag_niet
    assert {Toets.WOONPLAATS, Toets.CONTRACT} <= set(kader(verwijzer).mag)
    assert afwijzing(verwijzer, "7").waarde == "mag niet"


@pytest.mark.parametrize("verwijzer", list(Verwijzer))
def test_geld_is_bij_niemand_een_grond(verwijzer: Verwijzer) -> None:
    assert afwijzing(verwijzer, "2").waarde == "mag niet"


def test_afwijzen_op_woonplaats_noemt_de_gemeente() -> None:
    zonder = afwijzing(Verwijzer.RECHTER, "8")
    assert not zonder.volledig
    met = afwijzing(Verwijzer.RECHTER, "8", "0034")
    assert met.volledig
    assert "0034" in met.uitleg()


def test_onbekende_reden_noemt_de_keuzes() -> None:
    with pytest.raises(ValueError, match="Kies uit: 1, 2"):
        afwijzing(Verwijzer.HUISARTS, "99")


def test_lokale_acht_weken_noemen_de_wettelijke_termijn() -> None:
    assert "Awb 4:13" in str(acht_weken(date(2026, 2, 8)).als_dict())


def test_weigering_met_alleen_een_code_mag_niet() -> None:
    uitkomst = weigering("")
    assert any("Awb 3:46" in wat for wat in uitkomst.ontbreekt)
