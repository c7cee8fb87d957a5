"""A message as people read it: its lines in Dutch, each with the findings that belong there."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from ijw import Bericht as IjwBericht
from ijw import Bevinding, lees
from ijw.toon import TITELS, regels
from jeugdregio.postbus.models import Bericht

# Reading a larger message takes seconds; the whole of it is in the XML.
MAX_LEESBAAR = 5_000_000
DIEPST = 7


@dataclass(frozen=True)
class Regel:
    """One line: how deep, the label, the value (empty for a heading) and the findings at this place."""

    diepte: int
    label: str
    waarde: str
    bevindingen: tuple[Bevinding, ...] = ()


def inhoud_van(bericht: Bericht) -> IjwBericht | None:
    """Return the parsed message; None when it cannot be read or is too large to show."""
    if not bericht.soort or bericht.omvang > MAX_LEESBAAR:
        return None
    return lees(bytes(bericht.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht


def titel(soort: str) -> str:
    """Return "Verzoek om toewijzing" for JW315; plain words for what could not be read."""
    return TITELS.get(soort, "Onleesbaar bericht")


def leesregels(
    inhoud: IjwBericht, bevindingen: Sequence[Bevinding]
) -> tuple[tuple[Regel, ...], tuple[Bevinding, ...]]:
    """Return the lines of a message with the findings beside them, and the findings about the message as a whole."""
    rijen = [(Regel(min(diepte, DIEPST), naam, waarde), pad) for diepte, naam, waarde, pad in regels(inhoud)]
    plaatsen = {pad: nummer for nummer, (_, pad) in reversed(list(enumerate(rijen)))}
    per_regel: dict[int, list[Bevinding]] = defaultdict(list)
    algemeen = []
    for bevinding in bevindingen:
        plaats = _plaats(bevinding.pad, plaatsen)
        if plaats is None:
            algemeen.append(bevinding)
        else:
            per_regel[plaats].append(bevinding)
    met = (replace(regel, bevindingen=tuple(per_regel[nummer])) for nummer, (regel, _) in enumerate(rijen))
    return tuple(met), tuple(algemeen)


def _plaats(pad: str, plaatsen: dict[str, int]) -> int | None:
    """The line of a path, or of the nearest part around it: an element that is missing has no line of its own."""
    while pad.count("/") > 1:
        for kandidaat in (pad, f"{pad}[1]", pad.removesuffix("[1]")):
            if kandidaat in plaatsen:
                return plaatsen[kandidaat]
        pad = pad.rpartition("/")[0]
    return None
