"""The glossary keeps up with the code: every table and every room stands in it."""

import re
from pathlib import Path

import pytest
from django.apps import apps

WORTEL = Path(__file__).parents[1]
WOORDENLIJST = (WORTEL / "docs/woordenlijst.md").read_text(encoding="utf-8")
NAMEN = set(re.findall(r"`([^`]+)`", WOORDENLIJST))
TABELLEN = sorted(
    f"{config.label}.{model.__name__}"
    for config in apps.get_app_configs()
    if config.name.startswith("jeugdregio.")
    for model in config.get_models()
)
KAMERS = sorted(map_.parent.name for map_ in (WORTEL / "src/jeugdregio").glob("*/__init__.py"))
BIBLIOTHEKEN = ["ijw", "recht", "corv"]


@pytest.mark.parametrize("tabel", TABELLEN)
def test_elke_tabel_staat_in_de_woordenlijst(tabel: str) -> None:
    assert tabel in NAMEN, f"Zet `{tabel}` in docs/woordenlijst.md, met woord, betekenis en bron."


@pytest.mark.parametrize("kamer", [*KAMERS, *BIBLIOTHEKEN])
def test_elke_kamer_staat_in_de_woordenlijst(kamer: str) -> None:
    assert kamer in NAMEN, f"Zet `{kamer}` bij de kamers in docs/woordenlijst.md."


def test_een_tabel_in_de_woordenlijst_bestaat() -> None:
    labels = {config.label for config in apps.get_app_configs()}
    genoemd = {naam for naam in NAMEN if re.fullmatch(r"[a-z]+\.[A-Z]\w+", naam) and naam.split(".")[0] in labels}
    assert genoemd <= set(TABELLEN)
