"""The command line as a person uses it."""

import json

import pytest

from recht.cli import main

Uitvoer = pytest.CaptureFixture[str]


def test_regels_noemt_bron_en_invoer(capsys: Uitvoer) -> None:
    assert main(["regels"]) == 0
    uit = capsys.readouterr().out
    assert "keten-retour: Retourbericht sturen" in uit
    assert "bron: iJw 3.2, bedrijfsregel OP090" in uit
    assert "ontvangen (datum): dag waarop het bericht binnenkwam" in uit


def test_regels_als_json(capsys: Uitvoer) -> None:
    assert main(["regels", "--json"]) == 0
    regels = json.loads(capsys.readouterr().out)
    assert {"id", "bron", "invoer", "voorbeelden"} <= set(regels[0])


def test_reken_legt_uit(capsys: Uitvoer) -> None:
    assert main(["reken", "awb-beslistermijn", "ontvangen=2-3-2026"]) == 0
    assert capsys.readouterr().out == (
        "Uitkomst: dinsdag 28 april 2026\n"
        "1. 8 weken na 2 maart 2026 is maandag 27 april 2026.\n"
        "2. 27 april 2026 is Koningsdag; de termijn loopt door tot dinsdag 28 april 2026 "
        "(Algemene termijnenwet art. 1).\n"
        "Regel: awb-beslistermijn, versie 2026-01 (Awb 4:13, 4:14 en 4:15; Algemene termijnenwet art. 1)\n"
    )


def test_reken_als_json(capsys: Uitvoer) -> None:
    assert main(["reken", "keten-antwoord", "ontvangen=2026-09-10", "--json"]) == 0
    uitkomst = json.loads(capsys.readouterr().out)
    assert uitkomst["datum"] == "2026-09-17"
    assert uitkomst["stappen"][0]["datum"] == "2026-09-17"


@pytest.mark.parametrize(
    ("opdracht", "melding"),
    [
        (["reken", "bestaat-niet"], "geen regel 'bestaat-niet'"),
        (["reken", "keten-antwoord", "datum=2026-09-10"], "kent geen invoer 'datum'"),
        (["reken", "keten-antwoord", "ontvangen=gisteren"], "'gisteren' is geen datum"),
        (["reken", "keten-antwoord", "ontvangen"], "'ontvangen' is geen naam=waarde"),
        (["reken", "keten-antwoord"], "ontbreekt: ontvangen"),
        (["reken", "keten-antwoord", "ontvangen=2026-09-10", "ontvangen=2026-09-11"], "twee keer"),
        (["reken", "keten-antwoord", "ontvangen=1980-01-01"], "geen waarde bekend"),
    ],
)
def test_fout_is_duidelijk_en_geeft_2(opdracht: list[str], melding: str, capsys: Uitvoer) -> None:
    assert main(opdracht) == 2
    gevangen = capsys.readouterr()
    assert melding in gevangen.err
    assert gevangen.out == ""


def test_zonder_opdracht_stopt_met_2() -> None:
    with pytest.raises(SystemExit) as gestopt:
        main([])
    assert gestopt.value.code == 2
