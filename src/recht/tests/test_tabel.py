"""Every row of the rule table is a rule with its example, or says where else it lives."""

import pytest

from recht.register import zoek
from recht.tests.tabel import TABEL, Rij


def test_alle_92_rijen_staan_erin() -> None:
    assert [rij.nummer for rij in TABEL] == list(range(1, 93))


@pytest.mark.parametrize("rij", TABEL, ids=lambda rij: f"{rij.nummer} {rij.onderwerp}")
def test_rij(rij: Rij) -> None:
    assert rij.regels or rij.elders, "een rij is een regel, of zegt waarom niet"
    for code in rij.regels:
        assert zoek(code).voorbeelden
    for nummer, (reken, uitkomst) in enumerate(rij.voorbeelden, 1):
        assert reken() == uitkomst, f"voorbeeld {nummer}"
