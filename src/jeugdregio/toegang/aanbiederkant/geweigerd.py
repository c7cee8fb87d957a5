"""Which parts of an own message a return message refuses."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

T = TypeVar("T")

GEEN_OPMERKING, NIET_BEOORDEELD = "0200", "0233"


def codes_van(deel: Any) -> list[str]:
    """Return every return code that says something is wrong, anywhere in a return message, each once."""
    return sorted(set(_codes(deel)) - {GEEN_OPMERKING, NIET_BEOORDEELD})


def geheel_geweigerd(header: Any) -> bool:
    """Tell whether the header refuses the whole message: then its parts do not come back (IV028)."""
    return bool(set(header.retour_codes) - {GEEN_OPMERKING})


def geweigerde_delen(heen: Sequence[T], terug: Sequence[Any], *, alles: bool) -> list[T]:
    """Return the parts of the own message that were not taken in.

    `terug` are the same parts of the return message, in the same order; none when nothing is wrong.
    """
    if alles:
        return list(heen)
    return [deel for deel, antwoord in zip(heen, terug, strict=False) if set(antwoord.retour_codes) - {GEEN_OPMERKING}]


def _codes(deel: Any) -> Iterator[str]:
    if isinstance(deel, tuple):
        for lid in deel:
            yield from _codes(lid)
    elif is_dataclass(deel):
        for veld in fields(deel):
            waarde = getattr(deel, veld.name)
            yield from waarde if veld.name == "retour_codes" else _codes(waarde)
