"""Dates, money and numbers as Dutch text. Pure functions; the template filters are thin."""

from datetime import date, datetime

from jeugdregio.basis.klok import AMSTERDAM

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
GEEN = "–"


def _dag(waarde: date) -> date:
    """Return the calendar day in Amsterdam of a date or a moment."""
    if isinstance(waarde, datetime):
        return (waarde.astimezone(AMSTERDAM) if waarde.tzinfo else waarde).date()
    return waarde


def datum(waarde: date | None) -> str:
    """Return "20 november 2026"."""
    if waarde is None:
        return GEEN
    dag = _dag(waarde)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_lang(waarde: date | None) -> str:
    """Return "vrijdag 20 november 2026"."""
    return GEEN if waarde is None else f"{DAGEN[_dag(waarde).weekday()]} {datum(waarde)}"


def datum_nl(waarde: date | None, vandaag: date) -> str:
    """Return "vr 20 november", with the year when it is not this year."""
    if waarde is None:
        return GEEN
    dag = _dag(waarde)
    jaar = "" if dag.year == vandaag.year else f" {dag.year}"
    return f"{DAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN[dag.month - 1]}{jaar}"


def maand(waarde: date | None) -> str:
    """Return "november 2026"."""
    return GEEN if waarde is None else f"{MAANDEN[_dag(waarde).month - 1]} {_dag(waarde).year}"


def tijdstip(waarde: datetime | None) -> str:
    """Return "20 november 2026, 14:05" in Amsterdam."""
    if waarde is None:
        return GEEN
    hier = waarde.astimezone(AMSTERDAM) if waarde.tzinfo else waarde
    return f"{datum(hier)}, {hier:%H:%M}"


def aantal(waarde: float | None) -> str:
    """Return 12345 as "12.345" and 0.5 as "0,5"."""
    if waarde is None:
        return GEEN
    tekst = f"{waarde:,}" if isinstance(waarde, int) else f"{waarde:,.2f}".rstrip("0").rstrip(".")
    return tekst.translate(str.maketrans(",.", ".,"))


def dagen(waarde: int) -> str:
    """Return "1 dag" or "3 dagen"."""
    return f"{aantal(waarde)} {'dag' if abs(waarde) == 1 else 'dagen'}"


def termijn(waarde: date, vandaag: date) -> tuple[str, str]:
    """Return how a deadline stands, as text and tone: late is danger, within a week is attention."""
    verschil = (_dag(waarde) - vandaag).days
    if verschil < 0:
        return f"{dagen(-verschil)} te laat", "gevaar"
    if verschil == 0:
        return "vandaag", "let-op"
    if verschil == 1:
        return "morgen", "let-op"
    return f"over {dagen(verschil)}", "let-op" if verschil <= 7 else "neutraal"
