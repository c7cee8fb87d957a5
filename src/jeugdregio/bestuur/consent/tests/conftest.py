"""The table, and a figure that a test can read."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.bestuur import cijfers
from jeugdregio.bestuur.cijfers import Cijfer
from jeugdregio.bestuur.consent.tests.tafel import Tafel, maak_tafel
from jeugdregio.organisaties.models import Organisatie


def _kinderen(datum: date, gemeente: Organisatie | None) -> Cijfer:
    return Cijfer(f"{datum:%Y} {gemeente.naam if gemeente else 'regio'}", datum, "testcijfer")


@pytest.fixture(autouse=True)
def _testcijfer() -> Iterator[None]:
    bewaard = dict(cijfers._reeksen)
    cijfers.registreer("test:kinderen", "Kinderen met hulp", _kinderen)
    yield
    cijfers._reeksen.clear()
    cijfers._reeksen.update(bewaard)


@pytest.fixture
def tafel(regio: Regiomensen) -> Tafel:
    """Five municipalities around the table."""
    return maak_tafel(regio)
