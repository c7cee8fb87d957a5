"""A pytest plugin: with JEUGDREGIO_NIETS_OVERSLAAN=1 a skipped test is a failed test.

Allowed is only what runs on the other database, told by how its reason starts: each is run there.
"""

import os
from collections.abc import Generator
from typing import Any

import pytest

ANDERE_DATABASE = {"sqlite": "alleen op PostgreSQL", "postgres": "alleen op SQLite"}


def _mag(reden: str) -> bool:
    toegestaan = ANDERE_DATABASE.get(os.environ.get("JEUGDREGIO_TEST_DB", ""))
    return toegestaan is not None and reden.removeprefix("Skipped: ").startswith(toegestaan)


def _streng(verslag: Any) -> None:
    """Turn a skip that is not allowed into a failure that names its reason."""
    if os.environ.get("JEUGDREGIO_NIETS_OVERSLAAN") != "1" or not verslag.skipped or hasattr(verslag, "wasxfail"):
        return
    reden = verslag.longrepr[2] if isinstance(verslag.longrepr, tuple) else str(verslag.longrepr)
    if not _mag(reden):
        verslag.outcome = "failed"
        verslag.longrepr = f"Overgeslagen, en dat mag hier niet: {reden}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    """Judge the report of a test."""
    verslag = yield
    _streng(verslag)
    return verslag


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """Judge a module that skips itself whole."""
    verslag = yield
    _streng(verslag)
    return verslag
