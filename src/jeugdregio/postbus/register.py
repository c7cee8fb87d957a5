"""Which room handles which kind of message. This room knows no domain: the rooms above register."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ijw import Bericht as IjwBericht
from ijw import Bevinding
from jeugdregio.postbus.models import Bericht


@dataclass(frozen=True)
class Afhandeling:
    """What a handler found and did. Without `antwoord` the standard return message is made from the findings."""

    bevindingen: Sequence[Bevinding] = ()
    antwoord: IjwBericht | None = None


Handler = Callable[[IjwBericht, Bericht], Afhandeling]
"""Judges levels 3 and 4 and takes over what is right, inside the transaction of `actions.verwerk`.

The stored message has its `afzender` and `ontvanger`. May run again after a roll-back; must not commit.
"""

Afkeur = Callable[[IjwBericht, Bericht, Sequence[Bevinding]], IjwBericht]
"""Makes the answer to a message that is refused as a whole (level 2, TR056)."""

Vooraf = Callable[[IjwBericht, Bericht], Sequence[Bevinding]]
"""Tells why an own message may not leave now; nothing to tell, and it goes."""


@dataclass(frozen=True)
class Behandeling:
    """The functions of one kind of message."""

    handler: Handler
    afkeur: Afkeur | None


_behandelingen: dict[str, Behandeling] = {}
_vooraf: dict[str, Vooraf] = {}


def registreer(soort: str, handler: Handler, *, afkeur: Afkeur | None = None) -> None:
    """Register the handler of a kind of message ("JW315"). `afkeur` replaces the standard return message.

    Called from `AppConfig.ready()`; again replaces it.
    """
    _behandelingen[soort] = Behandeling(handler, afkeur)


def behandeling(soort: str) -> Behandeling | None:
    """Return how a kind of message is handled; None when this system does not take it in."""
    return _behandelingen.get(soort)


def registreer_vooraf(soort: str, controle: Vooraf) -> None:
    """Register what is asked before an own message of this kind leaves for a municipality elsewhere.

    Called from `AppConfig.ready()`; again replaces it.
    """
    _vooraf[soort] = controle


def vooraf(soort: str) -> Vooraf | None:
    """Return what is asked before a message of this kind leaves; None when nothing is."""
    return _vooraf.get(soort)
