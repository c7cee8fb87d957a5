"""Killed at any statement, started again: the same end state, nothing lost, nothing twice."""

import pytest
from django.db import connection, transaction

from tests.breuk import STAPPEN, BreekBij, Gebroken, eindstand
from tests.mensen import Regiomensen


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
    verwacht, aantal = probeer(0, stap)
    assert aantal > 5
    for breekpunt in range(1, aantal + 1, OM_DE.get(stap, 1)):
        stand, _ = probeer(breekpunt, stap)
        assert stand == verwacht, f"gebroken bij opdracht {breekpunt} van {aantal}"


def probeer(breekpunt: int, stap: str) -> tuple[dict[str, object], int]:
    """Run a step that breaks, go on after the restart, and undo it all; return the end state and the statements."""
    with transaction.atomic():
        aantal = doe(breekpunt, stap)
        _rond_af(stap)
        stand = eindstand()
        transaction.set_rollback(True)
    return stand, aantal


def _rond_af(stap: str) -> None:
    STAPPEN["werk"]()
    STAPPEN[stap]()
    STAPPEN["werk"]()
