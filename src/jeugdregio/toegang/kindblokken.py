"""What the sub-rooms of access show on the page of a child: one part each, so that the road stands on one screen.

The page knows none of them. A sub-room registers a function in `AppConfig.ready()`; it takes the actor and a child this
actor may see, asks a fixed number of queries, and returns what its template needs, or None to show nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind

Maker = Callable[[Wie, Kind], Mapping[str, Any] | None]


@dataclass(frozen=True)
class Blok:
    """One part of the page: its template, and what that template shows."""

    sjabloon: str
    inhoud: Mapping[str, Any]


@dataclass(frozen=True)
class _Inschrijving:
    volgorde: int
    naam: str
    sjabloon: str
    maak: Maker
    terzijde: bool
    boven: bool


_inschrijvingen: dict[str, _Inschrijving] = {}


def registreer(
    naam: str, sjabloon: str, maak: Maker, *, volgorde: int, terzijde: bool = False, boven: bool = False
) -> None:
    """Add a part; again with the same name replaces it. `terzijde`: the narrow column; `boven`: above both columns."""
    _inschrijvingen[naam] = _Inschrijving(volgorde, naam, sjabloon, maak, terzijde, boven)


def blokken(wie: Wie, kind: Kind, *, terzijde: bool = False, boven: bool = False) -> list[Blok]:
    """Return the parts this actor sees of this child, in the order of the screen. The caller logged the look."""
    plek = (terzijde, boven)
    gevraagd = sorted((i for i in _inschrijvingen.values() if (i.terzijde, i.boven) == plek), key=lambda i: i.volgorde)
    gemaakt = ((i.sjabloon, i.maak(wie, kind)) for i in gevraagd)
    return [Blok(sjabloon, inhoud) for sjabloon, inhoud in gemaakt if inhoud is not None]
