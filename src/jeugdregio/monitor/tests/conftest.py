"""Figures are kept for a quarter of an hour; a test starts without them."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _vers() -> None:
    cache.clear()
