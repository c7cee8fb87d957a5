"""The calendar of the Algemene termijnenwet (Atw) articles 1 and 3: holidays and working days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

EERSTE_JAAR = 1990
"""Before 1990 the list of article 3 differed; the calendar refuses rather than guesses."""

EERSTE_KONINGSDAG_JAAR = 2014

_BESLUIT_2023 = "Besluit gelijkstelling van dagen in 2023, 2024 en 2025 (Atw art. 3 lid 3)"
_BESLUIT_2026 = "Besluit gelijkstelling van dagen in 2026, 2027 en 2028 (Atw art. 3 lid 3)"

GELIJKGESTELD: dict[date, str] = {
    date(2023, 4, 28): _BESLUIT_2023,
    date(2023, 5, 19): _BESLUIT_2023,
    date(2024, 5, 10): _BESLUIT_2023,
    date(2024, 12, 27): _BESLUIT_2023,
    date(2025, 5, 30): _BESLUIT_2023,
    date(2026, 1, 2): _BESLUIT_2026,
    date(2026, 5, 15): _BESLUIT_2026,
    date(2027, 5, 7): _BESLUIT_2026,
    date(2028, 4, 28): _BESLUIT_2026,
    date(2028, 5, 26): _BESLUIT_2026,
}
"""Days equated with a holiday by royal decree: date -> decree.

A decree names single days, usually for three years at once.
Source of the titles: sterfgeval.nl, question 70745 of 4 October 2025.
"""

GELIJKSTELLING_BEKEND = range(2023, 2029)
"""Years whose decree is in the table; outside it a term may end a day later than computed."""


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm of Meeus, Jones and Butcher)."""
    gulden = jaar % 19
    eeuw, rest = divmod(jaar, 100)
    schrikkel = (8 * eeuw + 13) // 25
    epacta = (19 * gulden + eeuw - eeuw // 4 - schrikkel + 15) % 30
    epacta -= (gulden + 11 * epacta) // 319
    weekdag = (2 * (eeuw % 4) + 2 * (rest // 4) - rest % 4 - epacta + 32) % 7
    maand = (epacta + weekdag + 90) // 25
    dag = (epacta + weekdag + maand + 19) % 32
    return date(jaar, maand, dag)


def koningsdag(jaar: int) -> date:
    """The day on which the King's birthday is celebrated; on a Sunday it moves to the Saturday before.

    Until 2013 this was Koninginnedag on 30 April, with the same rule for Sundays.
    """
    dag = date(jaar, 4, 27) if jaar >= EERSTE_KONINGSDAG_JAAR else date(jaar, 4, 30)
    return dag - timedelta(days=1) if dag.weekday() == 6 else dag


@cache
def _feestdagen(jaar: int) -> tuple[tuple[date, str], ...]:
    if jaar < EERSTE_JAAR:
        raise ValueError(f"De kalender begint in {EERSTE_JAAR}; {jaar} kan niet worden berekend.")
    pasen = eerste_paasdag(jaar)
    vast = {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen - timedelta(days=2): "Goede Vrijdag",
        pasen + timedelta(days=1): "tweede paasdag",
        koningsdag(jaar): "Koningsdag" if jaar >= EERSTE_KONINGSDAG_JAAR else "Koninginnedag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        pasen + timedelta(days=50): "tweede pinksterdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
    }
    # Ascension Day may fall on another holiday (5 May in 2016): both names are shown.
    hemelvaart = pasen + timedelta(days=39)
    vast[hemelvaart] = f"{vast[hemelvaart]} en Hemelvaartsdag" if hemelvaart in vast else "Hemelvaartsdag"
    return tuple(sorted(vast.items()))


def feestdagen(jaar: int) -> dict[date, str]:
    """All days of a year on which no term ends, other than weekends: date -> name, in order.

    Holds the general holidays (Atw art. 3 lid 1), Good Friday (lid 2) and days equated by decree
    (lid 3). Local customary days are ordinary days. Raises ValueError before 1990.
    """
    dagen = dict(_feestdagen(jaar))
    for dag in GELIJKGESTELD:
        if dag.year == jaar:
            dagen.setdefault(dag, "een bij besluit gelijkgestelde dag")
    return dict(sorted(dagen.items()))


def feestdag(datum: date) -> str | None:
    """Name of the holiday or equated day, or None on an ordinary day."""
    return feestdagen(datum.year).get(datum)


def reden_geen_werkdag(datum: date) -> str | None:
    """Why a day is no working day ("Koningsdag", "een zaterdag"), or None when it is one."""
    naam = feestdag(datum)
    if naam:
        return naam
    return {5: "een zaterdag", 6: "een zondag"}.get(datum.weekday())


def is_werkdag(datum: date) -> bool:
    """True when the day is no Saturday, Sunday, general holiday or equated day (Atw art. 1 and 3)."""
    return reden_geen_werkdag(datum) is None


def rol_door(datum: date) -> date:
    """The day itself when it is a working day, else the first working day after it (Atw art. 1)."""
    while not is_werkdag(datum):
        datum += timedelta(days=1)
    return datum


def volgende_werkdag(datum: date) -> date:
    """The first working day strictly after a day."""
    return rol_door(datum + timedelta(days=1))


def vorige_werkdag(datum: date) -> date:
    """The last working day strictly before a day."""
    datum -= timedelta(days=1)
    while not is_werkdag(datum):
        datum -= timedelta(days=1)
    return datum


def werkdagen_erbij(datum: date, aantal: int) -> date:
    """The n-th working day after a day; the day itself does not count.

    A negative number counts back. Zero gives the day itself, rolled to a working day.
    """
    if aantal == 0:
        return rol_door(datum)
    stap = volgende_werkdag if aantal > 0 else vorige_werkdag
    for _ in range(abs(aantal)):
        datum = stap(datum)
    return datum


def werkdagen_tussen(begin: date, eind: date) -> int:
    """Number of working days after `begin` up to and including `eind`; 0 when `eind` is not later."""
    dagen = (eind - begin).days
    return sum(is_werkdag(begin + timedelta(days=n)) for n in range(1, dagen + 1))
