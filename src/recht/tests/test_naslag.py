"""The reference page follows the rules."""

from pathlib import Path

from recht.naslag import STANDAARD, main, naslag
from recht.register import alle_regels

PROJECT = Path(__file__).parents[3]


def test_naslag_is_bijgewerkt() -> None:
    pagina = PROJECT / STANDAARD
    assert pagina.read_text(encoding="utf-8") == naslag(), "Draai: python -m recht.naslag"


def test_elke_regel_staat_erin() -> None:
    tekst = naslag()
    assert all(f"`{regel.id}`" in tekst for regel in alle_regels())


def test_schrijft_naar_een_ander_bestand(tmp_path: Path) -> None:
    doel = tmp_path / "map" / "recht.md"
    assert main([str(doel)]) == 0
    assert doel.read_text(encoding="utf-8") == naslag()
