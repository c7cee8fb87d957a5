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
    """Let a test with real transactions be cleaned up on SQLite, where the log itself refuses to be emptied."""
    origineel: Callable[..., list[str]] = _OPERATIES.sql_flush

    def met_trekker(self: Any, style: Any, tables: Any, **kwargs: Any) -> list[str]:
        opdrachten = origineel(self, style, tables, **kwargs)
        if "audit_regel" not in tables:
            return opdrachten
        trigger = (
            "CREATE TRIGGER audit_regel_geen_delete BEFORE DELETE ON audit_regel "
            "BEGIN SELECT RAISE(ABORT, 'Een regel van het logboek verandert nooit.'); END"
        )
        return ["DROP TRIGGER IF EXISTS audit_regel_geen_delete", *opdrachten, trigger]

    _OPERATIES.sql_flush = met_trekker  # type: ignore[method-assign]
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
