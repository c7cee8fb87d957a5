"""The code lists of iJw 3.2 as facts: what each code means, in Dutch."""

from ijw.codelijsten.gemeenten import GEMEENTEN
from ijw.codelijsten.kort import KORT
from ijw.codelijsten.landen import LANDEN
from ijw.codelijsten.retourcodes import RETOURCODES

CODELIJSTEN: dict[str, dict[str, str]] = {
    **KORT,
    "CBS": GEMEENTEN,
    "COD032": LANDEN,
    "WJ001": RETOURCODES,
}
"""Meaning by list and code. "CBS" holds the municipalities of 2026."""


def omschrijving(lijst: str, code: str) -> str:
    """What `code` means in `lijst`, such as `omschrijving("COD046", "1")`.

    A code that is not in the list gives "onbekende code X", since screens must show what was sent. Raises
    KeyError for a list that does not exist.
    """
    return CODELIJSTEN[lijst].get(code, f"onbekende code {code}")
