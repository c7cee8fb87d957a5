"""The command `ijw`."""

import json
from pathlib import Path

import pytest

from ijw import schrijf
from ijw.bench import start
from ijw.cli import main


@pytest.fixture
def goed(tmp_path: Path) -> Path:
    bestand = tmp_path / "goed.xml"
    bestand.write_bytes(schrijf(start(1)))
    return bestand


@pytest.fixture
def fout(tmp_path: Path, goed: Path) -> Path:
    bestand = tmp_path / "fout.xml"
    bestand.write_bytes(goed.read_bytes().replace(b"2015-06-01", b"2015-06-31"))
    return bestand


def test_geldig_bestand(goed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(goed)]) == 0
    assert capsys.readouterr().out == f"{goed}: JW305, geldig\n"


def test_ongeldig_bestand_in_woorden(goed: Path, fout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(goed), str(fout)]) == 1
    uit = capsys.readouterr().out
    assert "niet geldig, 1 bevinding\n" in uit
    assert "31 juni bestaat niet; gebruik een bestaande datum als 2015-06-30. [F-DATUM]" in uit


def test_json_per_bestand_een_regel(goed: Path, fout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", "--niveau", "1", str(goed), str(fout)]) == 1
    eerste, tweede = map(json.loads, capsys.readouterr().out.splitlines())
    assert eerste == {"bestand": str(goed), "bericht": "JW305", "geldig": True, "bevindingen": []}
    assert tweede["bevindingen"] == [
        {
            "niveau": 1,
            "regel": "F-DATUM",
            "pad": "/Bericht/Client/Geboortedatum/Datum",
            "retourcode": None,
            "melding": "31 juni bestaat niet; gebruik een bestaande datum als 2015-06-30.",
        }
    ]


def test_bestand_dat_er_niet_is_wordt_genoemd_en_de_rest_gecontroleerd(
    goed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "weg.xml"), str(tmp_path), str(goed)]) == 2
    gezien = capsys.readouterr()
    assert "weg.xml: kan het bestand niet lezen: het bestaat niet." in gezien.err
    assert "het is een map" in gezien.err
    assert "JW305, geldig" in gezien.out


@pytest.mark.parametrize("argumenten", [[], ["check"], ["toon"], ["check", "--niveau", "9", "x"], ["dans"]])
def test_verkeerd_gebruik(argumenten: list[str]) -> None:
    with pytest.raises(SystemExit) as uitgang:
        main(argumenten)
    assert uitgang.value.code == 2


def test_toon(goed: Path, fout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["toon", str(goed)]) == 0
    assert "Afzender: 99990001" in capsys.readouterr().out
    assert main(["toon", str(fout)]) == 1
    assert "31 juni bestaat niet" in capsys.readouterr().err
