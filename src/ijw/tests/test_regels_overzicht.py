"""The overview knows every rule of the standard, and the page in the reference says the same."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from tests.shared import REGELS, heeft_shared

from ijw.naslag import als_pagina, lijst
from ijw.regels import overzicht

PAGINA = Path(__file__).resolve().parents[3] / "docs" / "naslag" / "ijw-regels.md"
RETOURBERICHTEN = ("JW302", "JW306", "JW308", "JW316", "JW318", "JW320")


def _in_tabel() -> set[tuple[str, str]]:
    with (REGELS / "condities-constraints-restricties.tsv").open(encoding="utf-8") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter="\t"))
    paren = set()
    for rij in rijen:
        soorten = RETOURBERICHTEN if rij["bericht"] == "JW Retour" else (rij["bericht"],)
        paren |= {(rij["regelcode"], soort) for soort in soorten}
    return paren


def _technische_regels() -> set[tuple[str, str]]:
    paren = set()
    for bestand in (REGELS / "technische-regels" / "xslt").glob("TR*.md"):
        tekst = bestand.read_text(encoding="utf-8")
        assert "| Retourcode | 0001 |" in tekst
        # The source names the Wmo twin of each message.
        paren |= {(bestand.stem, f"JW{nummer}") for nummer in re.findall(r"^- (?:WMO|JW)(\d{3})$", tekst, re.M)}
    return paren


def _in_overzicht() -> set[tuple[str, str]]:
    return {(stand.code, bericht) for stand in overzicht() for bericht in stand.berichten}


@heeft_shared
def test_elke_regel_van_de_standaard_staat_bij_elk_bericht_in_het_overzicht() -> None:
    bekend = _in_overzicht()
    assert len(_in_tabel()) > 200
    assert len(_technische_regels()) > 30
    assert sorted(_in_tabel() - bekend) == []
    assert sorted(_technische_regels() - bekend) == []


@heeft_shared
def test_overzicht_verzint_geen_regels() -> None:
    assert sorted(_in_overzicht() - _in_tabel() - _technische_regels()) == []


def test_elke_regel_staat_er_een_keer_met_stand_en_uitleg() -> None:
    standen = overzicht()
    codes = [stand.code for stand in standen]
    assert codes == sorted(set(codes))
    assert {stand.staat for stand in standen} == {"gedaan", "niveau 1"}
    assert all(stand.teksten and all(stand.teksten) for stand in standen)
    assert all(stand.niveau == (1 if stand.staat == "niveau 1" else 2) for stand in standen)


@heeft_shared
def test_elke_regel_van_de_standaard_staat_precies_een_keer_op_de_pagina() -> None:
    """Whatever file the standard has in its folder of rules: conditions, technical and business rules, and the rest."""
    verwacht = Counter({code for code, _ in _in_tabel()})
    for map_ in ("technische-regels", "bedrijfsregels", "invulinstructies", "uitgangspunten"):
        bestanden = [pad for pad in (REGELS / map_).rglob("*") if pad.is_file()]
        assert bestanden, map_
        for pad in bestanden:
            code = re.search(r"(?:TR|OP|IV|UP)\d{3}(?:x\d)?", pad.name)
            if code is not None:  # the folder of principles also holds a table of contents
                verwacht[code[0]] = 1
    op_pagina = Counter(rij.code for rij in lijst())
    assert op_pagina == verwacht


def test_elke_regel_op_de_pagina_zegt_stand_en_waar() -> None:
    standen = {"gedaan", "deels gedaan", "niet door software te toetsen", "niet van toepassing"}
    for rij in lijst():
        assert rij.stand in standen, rij
        assert rij.tekst.endswith("."), rij
        assert (rij.niveau is None) == (rij.soort in {"bedrijfsregel", "invulinstructie", "uitgangspunt"}), rij
        assert rij.niveau is None or rij.berichten, rij


def test_pagina_is_bij() -> None:
    if PAGINA.read_text(encoding="utf-8") != als_pagina(lijst()):
        pytest.fail("Draai: python -m ijw.regels > docs/naslag/ijw-regels.md")
