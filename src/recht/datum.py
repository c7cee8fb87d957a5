"""Dutch dates and ages, independent of the locale of the machine."""

from __future__ import annotations

import calendar
from datetime import date

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def datum_kort(datum: date) -> str:
    """Write a date as "27 april 2026"."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def datum_nl(datum: date) -> str:
    """Write a date with its weekday as "maandag 27 april 2026"."""
    return f"{WEEKDAGEN[datum.weekday()]} {datum_kort(datum)}"


def maanden_erbij(datum: date, aantal: int) -> date:
    """Add (or with a negative number subtract) calendar months.

    When the target month is too short the last day of that month holds: 31 January plus one
    month is 28 or 29 February.
    """
    maand = datum.year * 12 + datum.month - 1 + aantal
    jaar, index = divmod(maand, 12)
    laatste = calendar.monthrange(jaar, index + 1)[1]
    return date(jaar, index + 1, min(datum.day, laatste))


def jaren_erbij(datum: date, aantal: int) -> date:
    """Add calendar years; 29 February becomes 28 February in an ordinary year."""
    return maanden_erbij(datum, 12 * aantal)


def leeftijd(geboortedatum: date, op: date) -> int:
    """Age in whole years on a day.

    A child born on 29 February has its birthday on 1 March in an ordinary year.
    Raises ValueError when the day lies before the birth.
    """
    if op < geboortedatum:
        raise ValueError(f"{datum_kort(op)} ligt voor de geboortedatum {datum_kort(geboortedatum)}.")
    al_jarig = (op.month, op.day) >= (geboortedatum.month, geboortedatum.day)
    return op.year - geboortedatum.year - (0 if al_jarig else 1)


def verjaardag(geboortedatum: date, jaren: int) -> date:
    """The day on which somebody reaches an age; 29 February moves to 1 March when needed."""
    try:
        return geboortedatum.replace(year=geboortedatum.year + jaren)
    except ValueError:
        return date(geboortedatum.year + jaren, 3, 1)
