"""How much somebody may send: a stranger a form, a colleague a file of a message."""

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.conf import settings as instellingen
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.berichten import jw315_xml
from tests.mensen import WACHTWOORD, Regiomensen

from jeugdregio.postbus.models import Bericht

MB = 1024 * 1024
FORMULIER, BESTAND = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"


class Onaangeroerd:
    """A body that may not be read."""

    def read(self, *_args: object) -> bytes:
        raise AssertionError("read before it was known who sends")

    readline = read


def stuur_groot(client: Client, pad: str, soort: str) -> Any:
    """Announce more than a form may hold, with a body that breaks the test when it is read."""
    lijf: dict[str, Any] = {"wsgi.input": Onaangeroerd(), "CONTENT_LENGTH": str(3 * MB + 1)}
    return client.post(pad, b"x", content_type=soort, **lijf)


@pytest.mark.parametrize("soort", [FORMULIER, BESTAND])
@pytest.mark.parametrize("naam", ["inloggen", "postbus:aanbieden"])
def test_wie_niet_is_ingelogd_stuurt_niets_groots(regio: Regiomensen, naam: str, soort: str) -> None:
    antwoord = stuur_groot(Client(enforce_csrf_checks=True), reverse(naam), soort)
    assert antwoord.status_code == 413
    assert "Log dan eerst in" in antwoord.content.decode()


def test_een_formulier_zonder_bestand_is_ook_voor_een_collega_hooguit_drie_mb(
    regio: Regiomensen, client: Client
) -> None:
    client.force_login(regio.gebruiker("berichten_lelystad"))
    assert stuur_groot(client, reverse("postbus:aanbieden"), FORMULIER).status_code == 413


def test_bo_biedt_een_groot_bestand_aan(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("berichten_lelystad"))
    inhoud = jw315_xml() + b"\n" * (6 * MB)
    bestand = SimpleUploadedFile("bericht.xml", inhoud, content_type="text/xml")
    assert client.post(reverse("postbus:aanbieden"), {"bestand": bestand}).status_code == 302
    assert Bericht.objects.get(richting="in").omvang == len(inhoud)


def test_inloggen_gaat_gewoon_door(regio: Regiomensen, client: Client) -> None:
    gegevens = {"username": regio.gebruiker("fatima").email, "password": WACHTWOORD}
    assert client.post(reverse("inloggen"), gegevens).status_code == 302


def test_een_scherm_met_dertigduizend_velden_gaat_door(regio: Regiomensen, client: Client) -> None:
    """A declaration has a field per line, with a random key and a month in its name."""
    assert instellingen.DATA_UPLOAD_MAX_NUMBER_FIELDS == 50_000
    client.force_login(regio.gebruiker("noor"))
    velden = urlencode({f"volume_{uuid4()}-2026-{nummer % 12 + 1:02}": 12345 for nummer in range(30_000)})
    antwoord = client.post(reverse("postbus:aanbieden"), velden, content_type=FORMULIER)
    assert antwoord.status_code == 422  # read, and then no file in it
