"""The table of doors, a module per room.

A module holds `DEUREN` (route name to `Deur`), `OPEN` for the routes that ask nobody to sign in, and, when its doors
lead to things of its own, `maak(wereld)`: it makes them in Lelystad (through the tables, not acts) and returns them by
the names its doors use as keys.
"""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from tests.deuren.deur import Deur
from tests.wereld import Wereld

_modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__) if module.name != "deur"]


def alle_deuren() -> dict[str, Deur]:
    """Return every door of every room. Raises ValueError when two rooms claim one."""
    alle: dict[str, Deur] = {}
    for module in _modules:
        if dubbel := alle.keys() & module.DEUREN.keys():
            raise ValueError(f"{module.__name__}: {sorted(dubbel)} staat ook bij een andere kamer.")
        alle |= module.DEUREN
    return alle


def open_deuren() -> set[str]:
    """Return the routes of every room that anybody may use; what they show is tested in their room."""
    return {route for module in _modules for route in getattr(module, "OPEN", ())}


def maker_van(route: str) -> Callable[[Wereld], dict[str, Any]] | None:
    """Return what makes the things behind the doors of this route's room; None when the common world is enough."""
    return next((getattr(module, "maak", None) for module in _modules if route in module.DEUREN), None)
