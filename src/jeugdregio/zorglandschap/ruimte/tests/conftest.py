"""Who and what the tests of this room need beside the region."""

import pytest
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie


@pytest.fixture
def cees(regio: Regiomensen) -> Wie:
    """Contract manager of the region office."""
    return maak_mens("Cees", regio.regiokantoor, Rol.CONTRACT)
