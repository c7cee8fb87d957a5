"""Fixtures for all tests."""

import pytest

from tests.mensen import Regiomensen, maak_regio


@pytest.fixture
def regio(db: None) -> Regiomensen:
    """The region of the tests, with everybody in it."""
    return maak_regio()
