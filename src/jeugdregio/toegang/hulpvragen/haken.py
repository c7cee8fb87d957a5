"""What rooms above do when a question for help opens: they register in `AppConfig.ready()`, this room knows none."""

from collections.abc import Callable

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag

Haak = Callable[[Wie, Hulpvraag], None]
_bij_openen: dict[str, Haak] = {}
_bij_sluiten: dict[str, Haak] = {}


def bij_openen(haak: Haak) -> None:
    """Add work that belongs to opening a question, in the same transaction; the same function again changes nothing."""
    _bij_openen[f"{haak.__module__}.{haak.__qualname__}"] = haak


def bij_sluiten(haak: Haak) -> None:
    """Add work that belongs to closing a question, in the same transaction; the same function again changes nothing."""
    _bij_sluiten[f"{haak.__module__}.{haak.__qualname__}"] = haak


def gesloten(wie: Wie, hulpvraag: Hulpvraag) -> None:
    """Do what the rooms above registered for a question that closed."""
    for haak in _bij_sluiten.values():
        haak(wie, hulpvraag)


def geopend(wie: Wie, hulpvraag: Hulpvraag) -> None:
    """Do what the rooms above registered."""
    for haak in _bij_openen.values():
        haak(wie, hulpvraag)
