"""Which return codes refuse an own message."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

GEEN_OPMERKING, NIET_BEOORDEELD = "0200", "0233"


def codes_van(deel: Any) -> list[str]:
    """Return every return code that says something is wrong, anywhere in a return message, each once."""
    return sorted(set(_codes(deel)) - {GEEN_OPMERKING, NIET_BEOORDEELD})


def _codes(deel: Any) -> Iterator[str]:
    if isinstance(deel, tuple):
        for lid in deel:
            yield from _codes(lid)
    elif is_dataclass(deel):
        for veld in fields(deel):
            waarde = getattr(deel, veld.name)
            yield from waarde if veld.name == "retour_codes" else _codes(waarde)
