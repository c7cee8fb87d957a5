"""What brings turns with time: rooms register their work here, the daily command runs it all."""

from collections.abc import Callable
from datetime import date

Dagwerk = Callable[[date], int]
_dagwerk: dict[str, Dagwerk] = {}


def registreer_dagwerk(naam: str, doe: Dagwerk) -> None:
    """Add work for every day: it takes the day and returns how many turns there are. Again changes nothing."""
    _dagwerk[naam] = doe


def dagwerk() -> list[tuple[str, Dagwerk]]:
    """Return the work of all rooms, by name."""
    return sorted(_dagwerk.items())
