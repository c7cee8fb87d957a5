"""Authority: parents by law, others by a ruling, never more than two, and no minors."""

from datetime import date

import pytest

from recht.gezag import BW_ONBEVOEGD, EERST_NAKIJKEN, KAN, KAN_NIET, kan_gezag


@pytest.mark.parametrize("relatie", ["oma", "tante", "buurman", "partner van moeder", "pleegouder", "Voogd"])
def test_wie_geen_ouder_is_heeft_een_uitspraak_of_het_register_nodig(relatie: str) -> None:
    uitkomst = kan_gezag(relatie)
    assert uitkomst.waarde == EERST_NAKIJKEN
    assert uitkomst.ontbreekt
    assert kan_gezag(relatie, "akte").waarde == EERST_NAKIJKEN
    assert kan_gezag(relatie, "register").waarde == KAN


def test_een_uitspraak_maakt_een_minderjarige_moeder_bevoegd() -> None:
    geboren, op = date(2009, 5, 1), date(2026, 3, 2)
    zonder = kan_gezag("moeder", "akte", 0, geboren, op)
    assert (zonder.waarde, zonder.stappen[0].grondslag) == (KAN_NIET, BW_ONBEVOEGD)
    assert kan_gezag("moeder", "uitspraak", 0, geboren, op).waarde == KAN


def test_hoogstens_twee_ook_met_een_uitspraak() -> None:
    assert kan_gezag("stiefmoeder", "uitspraak", 2).waarde == KAN_NIET
