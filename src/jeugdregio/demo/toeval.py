"""Chance with a seed: the same seed and part give the same draws, whatever else is drawn elsewhere."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


def toeval(zaad: int, deel: str) -> Random:
    """Return the source of chance for one part of the demonstration."""
    return Random(f"{zaad}:{deel}")  # noqa: S311  (made-up data, no secrets)


def uuid_uit(bron: Random, volgnummer: int) -> UUID:
    """Return a key that is the same at every load with the same seed.

    The front counts up, so that a million rows are added at the end of an index instead of all over it.
    """
    return UUID(int=volgnummer << 80 | bron.getrandbits(80), version=4)


def kies(bron: Random, kansen: Sequence[tuple[T, float]]) -> T:
    """Draw one of the values by weight."""
    gewichten = [gewicht for _, gewicht in kansen]
    return bron.choices([waarde for waarde, _ in kansen], gewichten)[0]


def dag_tussen(bron: Random, van: date, tot: date) -> date:
    """Draw a day from `van` until and including `tot`."""
    return van + timedelta(days=bron.randint(0, (tot - van).days))
