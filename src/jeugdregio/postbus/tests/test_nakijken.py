"""Checking a file before sending: the same outcome as `ijw check`, and nothing of it stays behind."""

import json
import logging
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen

from ijw.cli import main
from jeugdregio.postbus import forms
from jeugdregio.postbus.nakijken import kijk_na

BESTANDEN = {
    "goed": jw315_xml(),
    "bsn": jw315_xml(bsn="123456789"),
    "31 juni": jw315_xml().replace(b"2027-09-27", b"2027-06-31"),
    "geen xml": b"zomaar tekst",
    "leeg": b"",
    "zip": b"PK\x03\x04rest",
    "bom": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "codering": b'<?xml version="1.0" encoding="UTF-8"?><a>\xff</a>',
    "ander": b'<a xmlns="urn:iets-anders"/>',
}


@pytest.fixture
def noor(client: Client, regio: Regiomensen) -> Client:
    """Noor's browser."""
    client.force_login(regio.gebruiker("noor"))
    client.get(reverse("postbus:nakijken"))  # the session exists now
    return client


def _tabellen() -> dict[str, list[tuple[object, ...]]]:
    """Everything in the database, except the sessions."""
    modellen = [m for m in apps.get_models() if m._meta.app_label != "sessions"]
    return {m._meta.label: sorted(m.objects.values_list(), key=str) for m in modellen}  # type: ignore[attr-defined]


def stuur(client: Client, *namen: str) -> str:
    bestanden = [SimpleUploadedFile(f"{naam}.xml", BESTANDEN[naam]) for naam in namen]
    antwoord = client.post(reverse("postbus:nakijken"), {"bestanden": bestanden})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_er_blijft_niets_achter(noor: Client, caplog: pytest.LogCaptureFixture) -> None:
    voor = _tabellen()
    with caplog.at_level(logging.DEBUG):
        pagina = stuur(noor, *BESTANDEN)
    assert _tabellen() == voor
    assert "123456789" not in caplog.text
    assert "8 van de 9 bestanden kloppen niet" in pagina


@pytest.mark.parametrize("naam", BESTANDEN)
def test_dezelfde_uitkomst_als_ijw_check(naam: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "bericht.xml"
    bestand.write_bytes(BESTANDEN[naam])
    main(["check", "--json", str(bestand)])
    check = json.loads(capsys.readouterr().out)
    uit = kijk_na("bericht.xml", BESTANDEN[naam])
    assert (uit.geldig, uit.soort or None) == (check["geldig"], check["bericht"])
    gevonden = [(b.niveau, b.regel, b.pad, b.retourcode, b.melding) for b in uit.bevindingen]
    assert gevonden == [
        tuple(b[k] for k in ("niveau", "regel", "pad", "retourcode", "melding")) for b in check["bevindingen"]
    ]


def test_een_goed_bestand_mag_weg(noor: Client) -> None:
    assert "Klaar om te versturen" in stuur(noor, "goed")


def test_te_groot_te_veel_en_niets_krijgen_een_duidelijk_antwoord(
    noor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    adres = reverse("postbus:nakijken")
    assert "Kies ten minste een bestand" in noor.post(adres).content.decode()
    veel = [SimpleUploadedFile(f"{n}.xml", b"x") for n in range(forms.MAX_NAKIJKEN + 1)]
    antwoord = noor.post(adres, {"bestanden": veel})
    assert (antwoord.status_code, "ten hoogste 20" in antwoord.content.decode()) == (422, True)
    monkeypatch.setattr(forms, "MAX_NAKIJKEN_BYTES", 10)
    antwoord = noor.post(adres, {"bestanden": SimpleUploadedFile("groot.xml", b"x" * 11)})
    assert (antwoord.status_code, "ijw check" in antwoord.content.decode()) == (422, True)


def test_een_naam_met_tekens_wordt_als_tekst_getoond(noor: Client) -> None:
    bestand = SimpleUploadedFile("<b>x.xml", b"x")
    assert "<b>x.xml" not in noor.post(reverse("postbus:nakijken"), {"bestanden": bestand}).content.decode()


def test_wat_niet_meer_in_de_tabel_past_staat_per_regel_erbij(noor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """No kind of fault stays unsaid, however many others come before it."""
    data = jw315_xml(bsn="999900006").replace(b"999900006", b"abc").replace(b"2027-09-27", b"2027-06-31")
    alle = kijk_na("bericht.xml", data).bevindingen
    assert len({b.regel for b in alle}) > 1
    monkeypatch.setattr("jeugdregio.postbus.nakijken.GETOOND", 1)
    uit = kijk_na("bericht.xml", data)
    assert uit.aantal == len(alle)
    assert {b.regel for b, _ in uit.meer} == {b.regel for b in alle[1:]}
    assert sum(keer for _, keer in uit.meer) == len(alle) - 1
    pagina = noor.post(reverse("postbus:nakijken"), {"bestanden": [SimpleUploadedFile("a.xml", data)]}).content.decode()
    assert all(b.regel in pagina for b in alle)
