"""Migrate once, copy after: every worker of a run, and every later run with the same migrations, starts from a copy.

A clean clone has no copy, so there the migrations really run. The key holds every migration file and the versions
of Django and SQLite; anything else that migrations use is covered by what they import (fields, the clock).
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.core import management
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

WORTEL = Path(__file__).resolve().parents[1]
MAP = WORTEL / "var" / "test"
# Set by script/test for a cluster that ends with the run: only there a template may be left behind.
WEGWERP = os.environ.get("JEUGDREGIO_TEST_WEGWERP") == "ja"


def sleutel() -> str:
    """Return the name of the copy that belongs to these migrations."""
    som = hashlib.sha256(f"{django.VERSION} {sqlite3.sqlite_version}".encode())
    for bestand in sorted((WORTEL / "src").rglob("migrations/*.py")):
        som.update(str(bestand.relative_to(WORTEL)).encode())
        som.update(bestand.read_bytes())
    return som.hexdigest()[:16]


@contextmanager
def migreer_een_keer() -> Iterator[None]:
    """Let `migrate` of a new test database take the copy when there is one, and leave one when there is none."""
    echt = management.call_command

    def opdracht(naam: str, *args: Any, **kwargs: Any) -> Any:
        # Only the making of a test database asks for run_syncdb.
        if naam != "migrate" or not kwargs.get("run_syncdb"):
            return echt(naam, *args, **kwargs)
        connection = connections[kwargs["database"]]
        kopieer = _KOPIE.get(connection.vendor)
        if kopieer is None or (connection.vendor == "postgresql" and not WEGWERP):
            return echt(naam, *args, **kwargs)
        return kopieer(connection, lambda: echt(naam, *args, **kwargs))

    management.call_command = opdracht
    try:
        yield
    finally:
        management.call_command = echt


def migreer(verbinding: BaseDatabaseWrapper) -> None:
    """Migrate the new database of a process of the tests, by the copy when there is one. Files of SQLite only."""
    sjabloon = MAP / f"{sleutel()}.sqlite3"
    if verbinding.vendor != "sqlite" or not sjabloon.exists():
        management.call_command("migrate", verbosity=0)
        return
    verbinding.ensure_connection()
    with sqlite3.connect(sjabloon) as kopie:
        kopie.backup(verbinding.connection)
    kopie.close()


@contextmanager
def _slot(naam: str) -> Iterator[None]:
    MAP.mkdir(parents=True, exist_ok=True)
    with (MAP / f"{naam}.slot").open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield


def _sqlite(connection: BaseDatabaseWrapper, migreer: Callable[[], None]) -> None:
    sjabloon = MAP / f"{sleutel()}.sqlite3"
    with _slot("sqlite"):
        if not sjabloon.exists():
            migreer()
            for oud in MAP.glob("*.sqlite3"):
                oud.unlink()
            half = sjabloon.with_suffix(".half")
            with sqlite3.connect(half) as kopie:
                connection.connection.backup(kopie)
            kopie.close()
            half.replace(sjabloon)
            return
    connection.ensure_connection()
    with sqlite3.connect(sjabloon) as kopie:
        kopie.backup(connection.connection)
    kopie.close()


def _postgresql(connection: BaseDatabaseWrapper, migreer: Callable[[], None]) -> None:
    eigen = connection.ops.quote_name(connection.settings_dict["NAME"])
    sjabloon = connection.ops.quote_name(f"sjabloon_{sleutel()}")
    with _slot(f"postgresql-{connection.settings_dict['PORT']}"):
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [sjabloon.strip('"')])
            is_er = cursor.fetchone() is not None
        if not is_er:
            migreer()
        connection.close()
        with connection._nodb_cursor() as cursor:
            if is_er:
                cursor.execute(f"DROP DATABASE {eigen}")
            van, naar = (sjabloon, eigen) if is_er else (eigen, sjabloon)
            cursor.execute(f"CREATE DATABASE {naar} TEMPLATE {van}")


_KOPIE: dict[str, Callable[[BaseDatabaseWrapper, Callable[[], None]], None]] = {
    "sqlite": _sqlite, "postgresql": _postgresql,
}  # fmt: skip
