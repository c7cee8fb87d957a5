"""A large message shows how far it is, from outside the transaction that handles it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.postbus import actions, herstellen, voortgang
from jeugdregio.postbus.models import Bericht


@pytest.fixture(autouse=True)
def _klok(tmp_path: Path, settings: object) -> Iterator[None]:
    settings.CACHES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "voortgang": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path)},
    }
    with klok.op(date(2026, 9, 10)):
        yield


def test_de_stand_is_tijdens_het_werk_van_buiten_te_zien_en_daarna_weg() -> None:
    sleutel = uuid4()
    with voortgang.van_bericht(sleutel, voortgang.GROOT_BYTES):
        voortgang.meld(voortgang.BOEKEN, 500, 1000)
        gezien = voortgang.voortgang_van(sleutel)
        assert gezien is not None
        assert (gezien.naam, gezien.gedaan, gezien.totaal, gezien.procent) == ("Boeken", 500, 1000, 62)
    assert voortgang.voortgang_van(sleutel) is None


def test_een_klein_bericht_schrijft_niets(tmp_path: Path) -> None:
    with voortgang.van_bericht(uuid4(), 10):
        voortgang.meld(voortgang.TOETSEN, 1, 2)
    voortgang.meld(voortgang.TOETSEN, 1, 2)
    assert not list(tmp_path.iterdir())


def test_een_groot_bestand_wordt_bewaard_en_naast_het_verzoek_verwerkt(
    client: Client, regio: Regiomensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    gestart: list[object] = []
    monkeypatch.setattr(herstellen, "op_de_achtergrond", gestart.append)
    client.force_login(regio.gebruiker("berichten_lelystad"))
    groot = jw315_xml() + b" " * voortgang.GROOT_BYTES
    antwoord = client.post(reverse("postbus:aanbieden"), {"bestand": SimpleUploadedFile("groot.xml", groot)})
    bericht = Bericht.objects.get()
    adres = reverse("postbus:voortgang", args=[bericht.pk])
    assert (antwoord.url, gestart, bericht.staat) == (adres, [bericht.pk], "ontvangen")  # type: ignore[attr-defined]
    regels = Regel.objects.count()
    assert "wacht op verwerking" in client.get(adres).content.decode()
    caches["voortgang"].set(f"voortgang-{bericht.pk.hex}", (voortgang.BOEKEN, 4000, 10000), 60)
    pagina = client.get(adres).content.decode()
    assert "4.000 van 10.000 regels" in pagina
    assert "Ververs de stand" in pagina
    deel = client.get(adres, headers={"HX-Request": "true"}).content.decode()
    assert "hx-trigger" in deel
    assert "<html" not in deel
    assert Regel.objects.count() == regels  # nothing is written while a transaction may be running
    actions.verwerk(bericht.pk)
    klaar = client.get(adres).content.decode()
    assert "Klaar:" in klaar
    assert "hx-trigger" not in klaar


def test_wat_misgaat_op_de_achtergrond_blijft_bij_het_bericht(
    regio: Regiomensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    bericht = actions.ontvang(jw315_xml(), kanaal="upload", aangeboden_door=regio.lelystad)

    def kapot(_pk: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(herstellen, "verwerk", kapot)
    monkeypatch.setattr(herstellen.connection, "close", lambda: None)
    herstellen._verwerk_los(bericht.pk)
    bericht.refresh_from_db()
    assert bericht.staat == "ontvangen"
