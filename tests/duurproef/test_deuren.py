"""Whatever anybody offers, over the API or on screen: an answer below 500, and the message is kept."""

import logging
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from jeugdregio.api.tests.test_api import sleutel
from jeugdregio.basis import klok
from jeugdregio.postbus.models import Bericht
from tests.berichten import jw315_xml
from tests.duurproef.invoer import INVOER, verknipt
from tests.duurproef.ronde import draai
from tests.mensen import Regiomensen
from tests.shared import heeft_shared

pytestmark = [heeft_shared, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(date(2026, 9, 10)):
        yield


@pytest.fixture(autouse=True)
def _stil() -> Iterator[None]:
    """Most of what is offered is refused, which Django warns of: thousands of lines that hide the one that matters."""
    logboek = logging.getLogger("django.request")
    niveau = logboek.level
    logboek.setLevel(logging.ERROR)
    yield
    logboek.setLevel(niveau)


def _terug_na(proef: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Each example finds the same database."""

    def doe(data: bytes) -> None:
        with transaction.atomic():
            proef(data)
            transaction.set_rollback(True)

    return doe


GERICHT = verknipt(INVOER | INVOER | INVOER.map(lambda _: jw315_xml()))


def test_api_geeft_nooit_500(regio: Regiomensen, client: Client) -> None:
    koppen = sleutel(regio.de_brug)

    def proef(data: bytes) -> None:
        antwoord = client.post("/api/v1/berichten", data, content_type="application/xml", headers=koppen)
        assert antwoord.status_code < 500, antwoord.content[:500]
        assert Bericht.objects.filter(richting="in", omvang=len(data)).exists()

    draai("POST /api/v1/berichten", GERICHT, _terug_na(proef))


def test_uploadpagina_geeft_nooit_500(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("berichten_lelystad"))

    def proef(data: bytes) -> None:
        bestand = SimpleUploadedFile("bericht.xml", data, content_type="application/xml")
        antwoord = client.post("/berichten/aanbieden/", {"bestand": bestand}, follow=True)
        assert antwoord.status_code < 500

    draai("/berichten/aanbieden/", GERICHT, _terug_na(proef), klein=10)
