"""The chain of mandate: what outweighs what."""

from datetime import date

import pytest

from recht.mandaat import Gewogen, Slotsom, namens, schakel, weeg_keten


@pytest.mark.parametrize(
    ("schakels", "slotsom"),
    [
        ([], Slotsom.BEVOEGD),
        ([Gewogen(True), Gewogen(True)], Slotsom.BEVOEGD),
        ([Gewogen(True, ("alleen na overleg",)), Gewogen(True)], Slotsom.BEVOEGD_MITS),
        ([Gewogen(True, ("alleen na overleg",)), Gewogen(True, betwist=True)], Slotsom.BETWIST),
        ([Gewogen(False), Gewogen(True, betwist=True)], Slotsom.ONBEVOEGD),
    ],
)
def test_wat_een_keten_waard_is(schakels: list[Gewogen], slotsom: Slotsom) -> None:
    assert weeg_keten(schakels) is slotsom


def test_alles_wat_ontbreekt_wordt_genoemd() -> None:
    uitkomst = schakel(
        date(2026, 3, 4),
        date(2026, 1, 5),
        date(2026, 1, 5),
        tot=date(2026, 2, 1),
        schriftelijk=False,
        ondermandaat=True,
    )
    assert len(uitkomst.ontbreekt) == 4
    assert {stap.grondslag for stap in uitkomst.stappen} >= {"Awb 10:4 lid 1", "Awb 10:5 lid 2", "Awb 10:9 lid 1"}


def test_instemming_telt_vanaf_haar_eigen_dag() -> None:
    dag = date(2026, 3, 4)
    assert schakel(dag, date(2026, 1, 5), date(2026, 1, 5), ingestemd=dag).waarde == "geldig"
    assert schakel(dag, date(2026, 1, 5), date(2026, 1, 5), ingestemd=date(2026, 3, 5)).waarde == "ongeldig"


def test_namens_een_ander_is_niet_namens_deze() -> None:
    brief = "Gemeente Dronten\nNamens het college van Almere,\nde regiodirecteur"
    assert namens(brief, "Dronten").waarde == "waarschuwing"
    assert namens(brief, "Almere").waarde == "goed"
