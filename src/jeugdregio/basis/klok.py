"""The one clock. Everything that needs "now" or "today" asks here, so tests and the demonstration can set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_gezet: ContextVar[datetime | None] = ContextVar("klok_gezet", default=None)


def nu() -> datetime:
    """Return the present moment in Amsterdam, with its zone."""
    return _gezet.get() or datetime.now(AMSTERDAM)


def vandaag() -> date:
    """Return today's date in Amsterdam."""
    return nu().date()


@contextmanager
def op(moment: datetime | date) -> Iterator[None]:
    """Set the clock for the duration of a block; a date stands for nine in the morning."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(9))
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=AMSTERDAM)
    vorige = _gezet.set(moment)
    try:
        yield
    finally:
        _gezet.reset(vorige)
