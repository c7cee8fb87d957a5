"""Which children a message is about. This room knows no children: the room above registers who can tell."""

from collections.abc import Callable
from uuid import UUID

from ijw import Bericht as IjwBericht
from jeugdregio.postbus.models import Bericht

Zoeker = Callable[[IjwBericht, Bericht], list[UUID]]

_zoekers: list[Zoeker] = []


def registreer_zoeker(zoeker: Zoeker) -> None:
    """Register who can tell the children of a message; called from `AppConfig.ready()`, again changes nothing."""
    if zoeker not in _zoekers:
        _zoekers.append(zoeker)


def kinderen_van(inhoud: IjwBericht, bericht: Bericht) -> list[UUID]:
    """Return the known children a message is about, each once."""
    return list(dict.fromkeys(kind_id for zoeker in _zoekers for kind_id in zoeker(inhoud, bericht)))
