"""The register of figures that reviews and letters show. `bestuur` lies below the monitor, so the monitor fills it.

A function gives the figure of a day, for one municipality or (None) the whole region, already under the privacy rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jeugdregio.organisaties.models import Organisatie


@dataclass(frozen=True)
class Cijfer:
    """A figure as it may be shown: the text, the day it is about, and where it comes from."""

    tekst: str
    peildatum: date
    bron: str


Functie = Callable[[date, Organisatie | None], Cijfer]


@dataclass(frozen=True)
class Reeks:
    """A figure that can be asked for by its code."""

    code: str
    naam: str
    functie: Functie


_reeksen: dict[str, Reeks] = {}


def registreer(code: str, naam: str, functie: Functie) -> None:
    """Add a figure; the same code again replaces it. Called from `AppConfig.ready()` of a higher room."""
    _reeksen[code] = Reeks(code, naam, functie)


def reeksen() -> list[Reeks]:
    """Return all figures by name."""
    return sorted(_reeksen.values(), key=lambda reeks: reeks.naam)


def naam_van(code: str) -> str:
    """Return the name of a figure; an unknown code stays itself, so that an old choice can still be read."""
    return _reeksen[code].naam if code in _reeksen else code


def bestaat(code: str) -> bool:
    """Tell whether a figure is known."""
    return code in _reeksen


def cijfer(code: str, datum: date, gemeente: Organisatie | None = None) -> Cijfer:
    """Return a figure on a day. Raises KeyError for a code nobody registered."""
    return _reeksen[code].functie(datum, gemeente)
