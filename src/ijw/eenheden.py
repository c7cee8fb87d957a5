"""Units and frequencies of the standard (WJ756, WMO757) and how amounts and dates read in Dutch."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

MINUUT = "01"
UUR = "04"
STUKS_OUTPUT = "82"
EURO = "83"

PER_DAG = "1"
PER_WEEK = "2"
PER_MAAND = "4"
TOTAAL = "6"

OUTPUTGERICHT = frozenset({STUKS_OUTPUT, EURO})

_EENHEDEN: dict[str, tuple[str, str]] = {
    MINUUT: ("minuut", "minuten"),
    UUR: ("uur", "uur"),
    "14": ("etmaal", "etmalen"),
    "16": ("dagdeel", "dagdelen"),
    STUKS_OUTPUT: ("stuk", "stuks"),
    EURO: ("eurocent", "eurocent"),
    "84": ("stuk", "stuks"),
}

_FREQUENTIES: dict[str, str] = {
    PER_DAG: "per dag",
    PER_WEEK: "per week",
    PER_MAAND: "per maand",
    TOTAAL: "in totaal",
}

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def hoeveelheid(aantal: int, eenheid: str) -> str:
    """An amount with its unit in Dutch: "1 etmaal", "12 uur"; euros (counted in cents) as "€ 1.234,56"."""
    if eenheid == EURO:
        return bedrag(aantal)
    enkel, meer = eenheid_naam(eenheid)
    return f"{aantal} {enkel if aantal == 1 else meer}"


def bedrag(centen: int) -> str:
    """Cents in Dutch form: 123456 becomes "€ 1.234,56", a negative amount "€ -1,00"."""
    teken = "-" if centen < 0 else ""
    heel, rest = divmod(abs(centen), 100)
    return f"€ {teken}{heel:,}".replace(",", ".") + f",{rest:02d}"


def datum(dag: date) -> str:
    """A date in Dutch words: "5 oktober 2026"."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def omschrijving(volume: int, eenheid: str, frequentie: str) -> str:
    """The size of an assignment in Dutch: "8 uur per maand". Raises ValueError for an unknown code."""
    return f"{hoeveelheid(volume, eenheid)} {frequentie_naam(frequentie)}"


@lru_cache(maxsize=4096)
def laatste_dag(dag: date) -> date:
    """The last day of the calendar month of `dag`."""
    volgende = date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)
    return volgende - timedelta(days=1)


def eenheid_naam(code: str) -> tuple[str, str]:
    """Singular and plural of a unit: ("etmaal", "etmalen"). Raises ValueError for an unknown code."""
    if code not in _EENHEDEN:
        raise ValueError(f"Onbekende eenheid: {code} (codelijst WJ756).")
    return _EENHEDEN[code]


def frequentie_naam(code: str) -> str:
    """A frequency in words: "per week". Raises ValueError for an unknown code."""
    if code not in _FREQUENTIES:
        raise ValueError(f"Onbekende frequentie: {code} (codelijst WMO757).")
    return _FREQUENTIES[code]
