"""Fixtures for all tests."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper
from tests.mensen import Regiomensen, maak_regio
from tests.sjabloon import migreer_een_keer

_OPERATIES = DatabaseWrapper.ops_class


@pytest.fixture(autouse=True, scope="session")
def _logboek_leeg_tussen_tests() -> Iterator[None]:
    """Let a test with real transactions be cleaned up on SQLite, where triggers keep what may never be removed."""
    origineel: Callable[..., list[str]] = _OPERATIES.sql_flush

    def met_trekkers(self: Any, style: Any, tables: Any, **kwargs: Any) -> list[str]:
        opdrachten = origineel(self, style, tables, **kwargs)
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'")
            trekkers = cursor.fetchall()
        weg = [f"DROP TRIGGER {naam}" for naam, _ in trekkers]
        return [*weg, *opdrachten, *(sql for _, sql in trekkers)]

    _OPERATIES.sql_flush = met_trekkers  # type: ignore[method-assign]
    yield
    _OPERATIES.sql_flush = origineel  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> Iterator[None]:
    """Let the databases of the tests be made from a copy of migrated ones."""
    with migreer_een_keer():
        yield


@pytest.fixture
def regio(db: None) -> Regiomensen:
    """The region of the tests, with everybody in it."""
    return maak_regio()
