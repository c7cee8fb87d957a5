"""What the rooms above know of a message: the act that repairs it, and the other messages of the same road.

This room knows no requests, assignments or declarations, so those rooms register here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht


@dataclass(frozen=True)
class Weg:
    """A road to repair: what to do, and the screen where; without `adres` somebody else does it."""

    label: str
    uitleg: str
    adres: str = ""


Wegwijzer = Callable[[Wie, Bericht], Iterable[Weg]]
Verwantzoeker = Callable[[Bericht], Iterable[tuple[str, UUID]]]
"""Gives (how it belongs, key) of the messages on the same road; who may see them is for this room to judge."""

_wegwijzers: list[Wegwijzer] = []
_verwantzoekers: list[Verwantzoeker] = []


def registreer_wegen(wegwijzer: Wegwijzer, verwanten: Verwantzoeker) -> None:
    """Register a room's roads and relations; called from `AppConfig.ready()`, again changes nothing."""
    if wegwijzer not in _wegwijzers:
        _wegwijzers.append(wegwijzer)
    if verwanten not in _verwantzoekers:
        _verwantzoekers.append(verwanten)


def wegen(wie: Wie, bericht: Bericht) -> list[Weg]:
    """Return the roads to repair this message, for this reader."""
    return [weg for wegwijzer in _wegwijzers for weg in wegwijzer(wie, bericht)]


def verwanten(bericht: Bericht) -> dict[UUID, str]:
    """Return the messages of the same road with how they belong, in the order of the road."""
    return {pk: label for zoeker in _verwantzoekers for label, pk in zoeker(bericht) if pk != bericht.pk}
