"""A municipality and a provider that both run this software, on instances of their own, exchange folders for a year."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.tweesystemen.inrichting import AANBIEDER, GEMEENTE
from tests.tweesystemen.tijd import Tijd, Uitslag, draai, verschillen

ROLLEN = (GEMEENTE, AANBIEDER)


@pytest.fixture
def databases(transactional_db: None, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Two databases with the tables of this one, and nothing in them: making them anew takes longer than the year."""
    if connection.vendor == "sqlite":
        # Not inside the transaction of a test: a copy would wait for that without end.
        yield {rol: f"sqlite:///{_kopie(tmp_path / f'{rol}.sqlite3')}" for rol in ROLLEN}
        return
    namen = {rol: f"twee_{os.getpid()}_{rol}" for rol in ROLLEN}
    ingesteld = settings.DATABASES["default"]
    try:
        for naam in namen.values():
            connection.close()  # a template may not be in use
            _sql(f'CREATE DATABASE "{naam}" TEMPLATE "{ingesteld["NAME"]}"')
        plek = f"{ingesteld['USER']}:{ingesteld['PASSWORD']}@{ingesteld['HOST']}:{ingesteld['PORT']}"
        yield {rol: f"postgresql://{plek}/{naam}" for rol, naam in namen.items()}
    finally:
        for naam in namen.values():
            _sql(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')


def _kopie(bestand: Path) -> Path:
    doel = sqlite3.connect(bestand)
    connection.ensure_connection()
    connection.connection.backup(doel)
    doel.close()
    return bestand


def _sql(opdracht: str) -> None:
    db = settings.DATABASES["default"]
    with psycopg.connect(
        host=db["HOST"], port=db["PORT"], user=db["USER"], password=db["PASSWORD"], dbname="postgres", autocommit=True
    ) as verbinding:
        verbinding.execute(opdracht)


def loop(tijd: Tijd, databases: dict[str, str], map_: Path) -> Uitslag:
    print(f"zaad {tijd.zaad}")  # noqa: T201
    return draai(tijd, databases, map_)


def zaad() -> int:
    """The suite walks one year, always the same; the long run (and JEUGDREGIO_ZAAD) walks others."""
    return int(os.environ.get("JEUGDREGIO_ZAAD", "848500"))


def test_na_een_rommelig_jaar_staat_bij_beide_hetzelfde_in_de_boeken(databases: dict[str, str], tmp_path: Path) -> None:
    uitslag = loop(Tijd(zaad(), kinderen=4, stap=26, storing=0.25), databases, tmp_path)
    assert uitslag.gemeente["onderweg"] == uitslag.aanbieder["onderweg"] == []
    assert verschillen(uitslag.gemeente["boeken"], uitslag.aanbieder["boeken"]) == []
    assert all(uitslag.gemeente["boeken"].values())
    assert sum(uitslag.storingen.values()) > 5


def test_wat_wij_sturen_keurt_de_ander_niet_af(databases: dict[str, str], tmp_path: Path) -> None:
    """With a punctual messenger and people who declare what is right, no check on any level finds anything."""
    tijd = Tijd(zaad(), dagen=80, kinderen=4, stap=11, storing=0.0, fouten=False)
    uitslag = loop(tijd, databases, tmp_path)
    assert uitslag.gemeente["bevonden"] == uitslag.aanbieder["bevonden"] == []
    assert verschillen(uitslag.gemeente["boeken"], uitslag.aanbieder["boeken"]) == []
    assert all(uitslag.gemeente["boeken"].values()), "anders is er niets beproefd"
