"""On which decision an assignment rests. The room of decisions knows and registers itself; this room only asks."""

from collections.abc import Callable
from dataclasses import dataclass

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Toewijzing


@dataclass(frozen=True)
class Besluitlink:
    """A decision by its reference and its page."""

    kenmerk: str
    pad: str


Bron = Callable[[Wie, Toewijzing], Besluitlink | None]
_bronnen: list[Bron] = []


def registreer(bron: Bron) -> None:
    """Name who knows (called from `AppConfig.ready()`); again replaces it."""
    _bronnen[:] = [bron]


def besluit_van(wie: Wie, toewijzing: Toewijzing) -> Besluitlink | None:
    """Return the decision behind an assignment, for who may see decisions; None for anybody else, or without one."""
    return _bronnen[0](wie, toewijzing) if _bronnen else None
