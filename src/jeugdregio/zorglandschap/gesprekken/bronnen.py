"""What the agenda of a talk is made from: rooms above register the figures they can bring, this room asks them all.

The figures lie in rooms above this one; so they come to us, never the other way.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jeugdregio.zorglandschap.gesprekken.models import Gesprek


@dataclass(frozen=True, slots=True)
class Voorzet:
    """Something the figures raise: what they say, put as a question. Nothing in it may point at one child."""

    onderwerp: str
    cijfer: str
    vraag: str


Bron = Callable[[Gesprek], Sequence[Voorzet]]
_bronnen: dict[str, Bron] = {}
_verwijzingen: dict[str, str] = {}


def registreer_bron(naam: str, geef: Bron) -> None:
    """Add a source of points; again with the same name replaces it."""
    _bronnen[naam] = geef


def registreer_verwijzing(label: str, url_naam: str) -> None:
    """Add a link on the page of a talk; `url_naam` takes the key of the talk."""
    _verwijzingen[url_naam] = label


def voorzetten(gesprek: Gesprek) -> list[tuple[str, Voorzet]]:
    """Return what all sources raise for this talk, with the name of the source."""
    return [(naam, punt) for naam, geef in sorted(_bronnen.items()) for punt in geef(gesprek)]


def verwijzingen() -> list[tuple[str, str]]:
    """Return the links as label and url name."""
    return [(label, url_naam) for url_naam, label in _verwijzingen.items()]
