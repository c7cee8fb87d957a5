"""A large declaration costs no more questions to the database than a small one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.mensen import Regiomensen
from tests.veel_declaraties import EEN_OP_FOUT, VANDAAG, declaratie_van, nieuwe_aanbieder

from jeugdregio.basis import klok
from jeugdregio.financien.models import Prestatie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht

GRENS = 70


def _vragen(regio: Regiomensen, volgnummer: int, regels: int) -> int:
    aanbieder = nieuwe_aanbieder(regio.contract, volgnummer)
    inhoud = declaratie_van(regio, aanbieder, regels)
    with CaptureQueriesContext(connection) as gedaan:
        bericht = postbus.ontvang_en_verwerk(inhoud, kanaal="api", aangeboden_door=aanbieder)
    assert bericht.staat == Bericht.Staat.VERWERKT
    geboekt = Prestatie.objects.filter(declaratie__bericht=bericht)
    assert geboekt.count() == regels
    assert sum(prestatie.afgewezen for prestatie in geboekt) == regels // EEN_OP_FOUT
    return len(gedaan)


@pytest.mark.django_db
def test_vijfhonderd_regels_vragen_de_database_even_vaak_als_vijftig(regio: Regiomensen) -> None:
    with klok.op(VANDAAG):
        _vragen(regio, 1, EEN_OP_FOUT)  # the first message starts the series of identifications
        weinig, veel = _vragen(regio, 2, EEN_OP_FOUT), _vragen(regio, 3, 10 * EEN_OP_FOUT)
    assert weinig == veel <= GRENS, (weinig, veel)
