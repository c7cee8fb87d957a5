"""What a norm touches: rooms above count their running cases and money per question and municipality here.

This room knows no children and no money. `registreer` is called from `AppConfig.ready()` of the room that does.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Telling:
    """Running cases of one municipality under a question: how many, of how many children, with how much money.

    `kinderen` decides whether the rest may be shown. `centen` is None when the counting room knows no money.
    """

    zaken: int
    kinderen: int
    centen: int | None = None


@dataclass(frozen=True)
class Bereik:
    """For what is counted: a day, municipalities, and the products a norm is limited to (none: all)."""

    datum: date
    gemeente_ids: Collection[UUID]
    producten: Collection[str] = ()


Teller = Callable[[Bereik], Mapping[UUID, Telling]]
_tellers: dict[str, dict[str, Teller]] = defaultdict(dict)


def registreer(vraag: str, naam: str, teller: Teller) -> None:
    """Say how running cases under a question are counted; `naam` tells people what ("lopende toewijzingen").

    The same name again replaces it. A teller does a fixed number of queries.
    """
    _tellers[vraag][naam] = teller


def tel(vraag: str, bereik: Bereik) -> dict[str, Mapping[UUID, Telling]]:
    """Return the counts by name; empty when no room counts anything for this question."""
    return {naam: teller(bereik) for naam, teller in _tellers.get(vraag, {}).items()}
