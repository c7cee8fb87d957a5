"""Small typed values that views hand to the components."""

from dataclasses import dataclass
from typing import Literal

Toon = Literal["", "goed", "let-op", "gevaar", "neutraal", "info"]
TONEN: dict[str, str] = {
    "": "neutral",
    "neutraal": "neutral",
    "goed": "safe",
    "let-op": "warning",
    "gevaar": "danger",
    "info": "info",
}


@dataclass(frozen=True)
class Stap:
    """A step of the status band: what, a date or a word below it, and how far it is."""

    label: str
    toelichting: str = ""
    stand: Literal["gedaan", "nu", "straks"] = "straks"


@dataclass(frozen=True)
class Kruimel:
    """A place above this page; the last one has no url."""

    label: str
    url: str = ""


def toon_klasse(toon: str) -> str:
    """Return the NL Design System word for a tone; an unknown tone is a programming error."""
    return TONEN[toon]
