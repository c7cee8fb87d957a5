"""What rooms above do when a fact of this room changes: they register in `AppConfig.ready()`, this room knows none.

Both run in the transaction of the act or handler that made the change.
"""

from collections.abc import Callable

from jeugdregio.toegang.models import Kind, Verzoek

_bij_verzoek: dict[str, Callable[[Verzoek], None]] = {}
_bij_kind: dict[str, Callable[[Kind], None]] = {}


def bij_verzoek(haak: Callable[[Verzoek], None]) -> None:
    """Add work for a request for assignment that came in; the same function again changes nothing."""
    _bij_verzoek[f"{haak.__module__}.{haak.__qualname__}"] = haak


def bij_kind(haak: Callable[[Kind], None]) -> None:
    """Add work for a child whose facts changed: residence, consent, BSN, an assignment."""
    _bij_kind[f"{haak.__module__}.{haak.__qualname__}"] = haak


def verzoek_ontvangen(verzoek: Verzoek) -> None:
    """Do what the rooms above registered for a new request."""
    for haak in _bij_verzoek.values():
        haak(verzoek)


def kind_gewijzigd(kind: Kind) -> None:
    """Do what the rooms above registered for a child whose facts changed."""
    for haak in _bij_kind.values():
        haak(kind)
