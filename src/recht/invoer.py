"""Reading inputs written as text: dates, yes or no, choices, lists and small records."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin

JA = {"ja", "j", "waar", "true", "1"}
NEE = {"nee", "n", "onwaar", "false", "0"}
NEDERLANDSE_DATUM = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


class InvoerError(ValueError):
    """A value that cannot be read; the message says which one and how to write it."""


def lees_datum(tekst: str) -> date:
    """Read 2026-04-27 or 27-4-2026. Raises InvoerError."""
    nederlands = NEDERLANDSE_DATUM.fullmatch(tekst)
    try:
        if nederlands:
            dag, maand, jaar = map(int, nederlands.groups())
            return date(jaar, maand, dag)
        return date.fromisoformat(tekst)
    except ValueError:
        raise InvoerError(
            f"'{tekst}' is geen datum. Schrijf jjjj-mm-dd (2026-04-27) of d-m-jjjj (27-4-2026)."
        ) from None


def lees_datum_of_leeg(tekst: str) -> date | None:
    """Read a date; an empty text is no date."""
    return lees_datum(tekst) if tekst else None


def delen(tekst: str, vorm: str, minimaal: int, maximaal: int) -> list[str]:
    """Cut a small record at its slashes and pad it. Raises InvoerError with the expected form."""
    stukken = [stuk.strip() for stuk in tekst.split("/")]
    if not minimaal <= len(stukken) <= maximaal:
        raise InvoerError(f"'{tekst}' heeft niet de vorm {vorm}.")
    return stukken + [""] * (maximaal - len(stukken))


def lees(tekst: str, soort: Any, naam: str = "waarde") -> Any:
    """Read a text as a value of a type. Raises InvoerError that names the input.

    Types: date, datetime, bool, int, str, Enum, tuple[X, ...] (comma between), X | None and any
    class with a class method `lees(tekst)`.
    """
    try:
        return _lees(tekst.strip(), soort)
    except ValueError as fout:
        raise InvoerError(f"{naam}: {fout}") from None


def _lees(tekst: str, soort: Any) -> Any:
    oorsprong = get_origin(soort)
    if oorsprong in (types.UnionType, Union):
        return None if tekst == "" else _lees(tekst, _zonder_leeg(soort))
    if oorsprong is tuple:
        binnen = get_args(soort)[0]
        return tuple(_lees(deel.strip(), binnen) for deel in tekst.split(",") if deel.strip())
    if hasattr(soort, "lees"):
        return soort.lees(tekst)
    if soort in EENVOUDIG:
        return EENVOUDIG[soort](tekst)
    return _lees_keuze(tekst, soort) if issubclass(soort, Enum) else tekst


def _zonder_leeg(soort: Any) -> Any:
    """The X of "X | None"."""
    return next(deel for deel in get_args(soort) if deel is not type(None))


def _lees_ja_nee(tekst: str) -> bool:
    if tekst.lower() in JA:
        return True
    if tekst.lower() in NEE:
        return False
    raise InvoerError(f"'{tekst}' is geen ja of nee.")


def _lees_getal(tekst: str) -> int:
    try:
        return int(tekst)
    except ValueError:
        raise InvoerError(f"'{tekst}' is geen heel getal.") from None


def _lees_tijdstip(tekst: str) -> datetime:
    try:
        return datetime.fromisoformat(tekst)
    except ValueError:
        raise InvoerError(f"'{tekst}' is geen tijdstip. Schrijf jjjj-mm-ddTuu:mm.") from None


def _lees_keuze(tekst: str, soort: type[Enum]) -> Enum:
    try:
        return soort(tekst.lower())
    except ValueError:
        keuzes = ", ".join(str(keuze.value) for keuze in soort)
        raise InvoerError(f"'{tekst}' is geen keuze. Kies uit: {keuzes}.") from None


EENVOUDIG: dict[type, Callable[[str], Any]] = {
    bool: _lees_ja_nee,
    int: _lees_getal,
    datetime: _lees_tijdstip,
    date: lees_datum,
}


def soort_in_woorden(soort: Any) -> str:
    """How a value of this type is written, in Dutch."""
    oorsprong = get_origin(soort)
    if oorsprong in (types.UnionType, Union):
        return soort_in_woorden(_zonder_leeg(soort))
    if oorsprong is tuple:
        return f"lijst met komma's van {soort_in_woorden(get_args(soort)[0])}"
    vorm = getattr(soort, "VORM", None)
    if vorm:
        return str(vorm)
    if isinstance(soort, type) and issubclass(soort, Enum):
        return " | ".join(str(keuze.value) for keuze in soort)
    return {bool: "ja of nee", int: "getal", datetime: "tijdstip", date: "datum"}.get(soort, "tekst")
