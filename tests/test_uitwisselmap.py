"""The folder exchange: what is right, what is refused, what was left half done."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from ijw import lees
from jeugdregio.basis import klok
from jeugdregio.postbus import uitwisselmap
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Verzoek
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen


@pytest.fixture(autouse=True)
def _klok():
    with klok.op(date(2026, 9, 10)):
        yield


def verwerk(map_: Path, *meer: str) -> str:
    uit = StringIO()
    call_command("postbus", "verwerk", str(map_), *meer, stdout=uit)
    return uit.getvalue()


def namen(map_: Path) -> set[str]:
    return {p.name for p in map_.iterdir()} if map_.exists() else set()


def test_map_verwerken_schrijft_het_antwoord(regio: Regiomensen, tmp_path: Path) -> None:
    (tmp_path / "vraag.xml").write_bytes(jw315_xml())
    (tmp_path / "half.xml.deel").write_bytes(b"<half")
    assert "vraag.xml: verwerkt" in verwerk(tmp_path)
    (antwoord,) = (tmp_path / "uit").iterdir()
    assert antwoord.name == "JW316-0995-JR0000000001.xml"
    assert lees(antwoord.read_bytes()).geldig
    assert namen(tmp_path / "verwerkt") == {"vraag.xml"}
    assert (tmp_path / "half.xml.deel").exists()
    assert Bericht.objects.get(soort="JW316").staat == Bericht.Staat.BEZORGD


def test_onleesbaar_gaat_naar_afgekeurd_met_de_reden(regio: Regiomensen, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"PK\x03\x04 een zip")
    (tmp_path / "b.xml").write_bytes(jw315_xml())
    verwerk(tmp_path)
    assert namen(tmp_path / "afgekeurd") == {"a.xml", "a.xml.reden.txt"}
    assert "zip" in (tmp_path / "afgekeurd" / "a.xml.reden.txt").read_text()
    assert (tmp_path / "afgekeurd" / "a.xml").read_bytes() == b"PK\x03\x04 een zip"
    assert namen(tmp_path / "verwerkt") == {"b.xml"}


def test_te_groot_bestand_wordt_apart_gelegd(regio: Regiomensen, tmp_path: Path) -> None:
    (tmp_path / "groot.xml").write_bytes(jw315_xml())
    with override_settings(BERICHT_MAX_BYTES=10):
        verwerk(tmp_path)
    assert "mag 0 MB" in (tmp_path / "afgekeurd" / "groot.xml.reden.txt").read_text()
    assert not Bericht.objects.exists()


@pytest.mark.parametrize("stap", ["ontvang", "verwerk", "schrijf_bestand", "meld_opgehaald", "_verplaats"])
def test_na_een_breuk_bij_elke_stap_dezelfde_eindstand(
    regio: Regiomensen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    class Gestopt(BaseException):
        pass

    def stop(*_args: object, **_kwargs: object) -> None:
        raise Gestopt

    (tmp_path / "vraag.xml").write_bytes(jw315_xml())
    with monkeypatch.context() as kapot:
        kapot.setattr(uitwisselmap, stap, stop)
        with pytest.raises(Gestopt):
            verwerk(tmp_path)
    verwerk(tmp_path)
    assert namen(tmp_path / "bezig") == set()
    assert namen(tmp_path / "verwerkt") == {"vraag.xml"}
    assert len(namen(tmp_path / "uit")) == 1
    assert Verzoek.objects.count() == 1
    assert Bericht.objects.filter(richting="in").count() == 1
    assert Bericht.objects.filter(richting="uit").count() == 1


def test_map_van_een_andere_gemeente(regio: Regiomensen, tmp_path: Path) -> None:
    (tmp_path / "vraag.xml").write_bytes(jw315_xml())
    verwerk(tmp_path, "--voor", "0303")
    assert "niet voor Dronten" in (tmp_path / "afgekeurd" / "vraag.xml.reden.txt").read_text()


def test_map_die_er_niet_is(regio: Regiomensen, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Maak hem aan"):
        verwerk(tmp_path / "nee")
    with pytest.raises(CommandError, match="code 9999"):
        verwerk(tmp_path, "--voor", "9999")
