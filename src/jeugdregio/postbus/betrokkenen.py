"""Which children a message is about. This room knows no children: the room above registers who can tell."""

from collections.abc import Callable
from uuid import UUID

from ijw import Bericht as IjwBericht
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht, Betrokkene

Zoeker = Callable[[IjwBericht, Bericht], list[UUID]]
Kindzoeker = Callable[[Wie, str], UUID | None]
"""Finds one child by a number somebody already knows (BSN, assignment), among those whose messages he may open."""
Kindnaam = Callable[[Wie, UUID], str | None]
"""Tells which child without naming it ("meisje, 14 jaar"); None for a child that is not this reader's."""

_zoekers: list[Zoeker] = []
_kindzoekers: list[tuple[Kindzoeker, Kindnaam]] = []


def registreer_zoeker(zoeker: Zoeker) -> None:
    """Register who can tell the children of a message; called from `AppConfig.ready()`, again changes nothing."""
    if zoeker not in _zoekers:
        _zoekers.append(zoeker)


def registreer_kindzoeker(zoeker: Kindzoeker, naam: Kindnaam) -> None:
    """Register who finds a child by its number; called from `AppConfig.ready()`, again replaces it."""
    _kindzoekers[:] = [(zoeker, naam)]


def kinderen_van(inhoud: IjwBericht, bericht: Bericht) -> list[UUID]:
    """Return the known children a message is about, each once."""
    return list(dict.fromkeys(kind_id for zoeker in _zoekers for kind_id in zoeker(inhoud, bericht)))


def leg_betrokkenen_vast(inhoud: IjwBericht, bericht: Bericht) -> None:
    """Tie a message to the children it is about, so that it can be found by them. Again: changes nothing."""
    rijen = [Betrokkene(bericht=bericht, kind_id=kind_id) for kind_id in kinderen_van(inhoud, bericht)]
    Betrokkene.objects.bulk_create(rijen, ignore_conflicts=True)


def zoek_kind(wie: Wie, nummer: str) -> UUID | None:
    """Return the child with this number that this reader may look for; None when there is none."""
    return next((kind_id for zoeker, _ in _kindzoekers if (kind_id := zoeker(wie, nummer))), None)


def aanduiding(wie: Wie, kind_id: UUID) -> str | None:
    """Return how this reader calls the child; None when it is not one of his."""
    return next((tekst for _, naam in _kindzoekers if (tekst := naam(wie, kind_id))), None)
