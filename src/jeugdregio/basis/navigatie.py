"""The register of the main navigation: rooms add their entrance here, the base page shows them.

It lies at the bottom of the house because rooms may not know `web`, and `web` may not know rooms.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ingang:
    """One item of the navigation.

    `url_naam` is the name of a url without arguments; `mag` takes the actor (`organisaties.wie.Wie`).
    The item shows as current on its own page and on every page of `onder` (url namespaces;
    by default its own). Items with the same `groep` stand in the header as one, and side by side on their pages.
    `besloten` says that it is also for who has only personal roles (an expert, a guest); the rest is not.
    """

    label: str
    url_naam: str
    mag: Callable[[Any], bool]
    volgorde: int = 100
    onder: frozenset[str] = frozenset()
    groep: str = ""
    besloten: bool = False

    def is_voor(self, wie: Any) -> bool:
        """Tell whether this actor finds the item in the navigation."""
        return (self.besloten or not getattr(wie, "besloten", False)) and self.mag(wie)

    @property
    def ruimtes(self) -> frozenset[str]:
        """The url namespaces this item stands for."""
        return self.onder or frozenset({self.url_naam.partition(":")[0]})


_ingangen: dict[str, Ingang] = {}


def registreer(
    label: str,
    url_naam: str,
    *,
    mag: Callable[[Any], bool],
    volgorde: int = 100,
    onder: frozenset[str] = frozenset(),
    groep: str = "",
    besloten: bool = False,
) -> None:
    """Add an item; again with the same url name replaces it. Called from `AppConfig.ready()` of a room."""
    _ingangen[url_naam] = Ingang(label, url_naam, mag, volgorde, onder, groep, besloten)


def ingangen() -> list[Ingang]:
    """Return all items in the order of the screen."""
    return sorted(_ingangen.values(), key=lambda ingang: (ingang.volgorde, ingang.label))


_voordeuren: dict[str, str] = {}


def registreer_voordeur(label: str, url_naam: str) -> None:
    """Add a link to the page for signing in, for people who come in another way. Called from `AppConfig.ready()`."""
    _voordeuren[url_naam] = label


def voordeuren() -> list[tuple[str, str]]:
    """Return label and url name of every other way in."""
    return [(label, url_naam) for url_naam, label in _voordeuren.items()]
