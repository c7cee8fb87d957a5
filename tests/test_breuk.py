"""Killed at any statement, started again: the same end state, nothing lost, nothing twice."""

import pytest
from django.db import connection, transaction

from tests.breuk import STAPPEN, BreekBij, Gebroken, eindstand
from tests.mensen import Regiomensen


class TerugDraaien(Exception):
    """Undo a trial."""


def doe(breekpunt: int, stap: str) -> int:
    """Run a step that breaks before a statement; return how many statements it got to."""

    def breek() -> None:
        raise Gebroken

    teller = BreekBij(breekpunt, breek)
    try:
        with connection.execute_wrapper(teller):
            STAPPEN[stap]()
    except Gebroken:
        pass
    return teller.geteld


# One transaction of a person: looking at every fourth statement is enough. Message handling: at every one.
OM_DE = {"wijs_toe": 4}


@pytest.mark.parametrize("stap", [naam for naam in STAPPEN if naam != "bereid_voor"])
def test_gebroken_bij_elke_opdracht_aan_de_database(regio: Regiomensen, stap: str) -> None:
    namen = list(STAPPEN)
    for eerder in namen[: namen.index(stap)]:
        STAPPEN[eerder]()
    verwacht, aantal = _zonder_breuk(stap)
    assert aantal > 5
    for breekpunt in range(1, aantal + 1, OM_DE.get(stap, 1)):
        with pytest.raises(TerugDraaien), transaction.atomic():
            doe(breekpunt, stap)
            _rond_af(stap)
            assert eindstand() == verwacht, f"gebroken bij opdracht {breekpunt} van {aantal}"
            raise TerugDraaien


def _zonder_breuk(stap: str) -> tuple[dict[str, object], int]:
    uitkomst: tuple[dict[str, object], int] | None = None
    with pytest.raises(TerugDraaien), transaction.atomic():
        aantal = doe(0, stap)
        _rond_af(stap)
        uitkomst = eindstand(), aantal
        raise TerugDraaien
    assert uitkomst is not None
    return uitkomst


def _rond_af(stap: str) -> None:
    STAPPEN["werk"]()
    STAPPEN[stap]()
    STAPPEN["werk"]()
