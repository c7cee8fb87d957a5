"""What happens to each rule of the standard: CD, CS, RS and the TR that hold inside one message."""

from dataclasses import dataclass
from typing import Literal

from ijw.regels.formaatregels import FORMAATREGELS
from ijw.regels.register import REGELS

Staat = Literal["gedaan", "niveau 1", "niet door software te toetsen", "niet van toepassing"]

IN_SCHEMA = "Het officiële schema dwingt dit af; niveau 1 meldt het."


@dataclass(frozen=True, slots=True)
class Stand:
    """One rule of the standard: for which messages it holds, on which level we check it, and its state."""

    code: str
    berichten: tuple[str, ...]
    niveau: int
    staat: Staat
    teksten: tuple[str, ...]
    reden: str = ""


def overzicht() -> list[Stand]:
    """Every rule of levels 1 and 2 that the standard names, sorted by code."""
    return sorted([*_gedaan(), *_in_schema()], key=lambda stand: stand.code)


def _gedaan() -> list[Stand]:
    per_code: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for regel in REGELS.values():
        berichten, teksten = per_code.setdefault(regel.code, ({}, {}))
        berichten[regel.bericht] = None
        teksten[regel.melding] = None
    return [
        Stand(code, tuple(sorted(berichten)), 2, "gedaan", tuple(sorted(teksten)))
        for code, (berichten, teksten) in per_code.items()
    ]


def _in_schema() -> list[Stand]:
    return [
        Stand(code, tuple(sorted(berichten.split())), 1, "niveau 1", (tekst,), IN_SCHEMA)
        for code, (tekst, berichten) in FORMAATREGELS.items()
    ]
