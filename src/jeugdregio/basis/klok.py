"""The one clock. Everything that needs "now" or "today" asks here, so tests and the demonstration can set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_gezet: ContextVar[datetime | None] = ContextVar("klok_gezet", default=None)
_vast: list[datetime] = []


def nu() -> datetime:
    """Return the present moment in Amsterdam, with its zone."""
    return _gezet.get() or (_vast[-1] if _vast else datetime.now(AMSTERDAM))


def vandaag() -> date:
    """Return today's date in Amsterdam."""
    return nu().date()


@contextmanager
def op(moment: datetime | date) -> Iterator[None]:
    """Set the clock for the duration of a block; a date stands for nine in the morning."""
    vorige = _gezet.set(_moment(moment))
    try:
        yield
    finally:
        _gezet.reset(vorige)


@contextmanager
def overal_op(moment: datetime | date) -> Iterator[None]:
    """Set the clock for all threads of the process: for a test whose server runs in a thread of its own."""
    _vast.append(_moment(moment))
    try:
        yield
    finally:
        _vast.pop()


def _moment(moment: datetime | date) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(9))
    return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
