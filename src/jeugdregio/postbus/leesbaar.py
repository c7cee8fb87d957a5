"""A message as people read it: its lines in Dutch, each with the findings that belong there."""

import textwrap
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
MAX_REGELTEKST = 160


@dataclass(frozen=True)
class Plek:
    """A finding with the line of the file it is about, when that is known and can be read as text."""

    bevinding: Bevinding
    regeltekst: str = ""


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


def plekken(bericht: Bericht, bevindingen: Sequence[Bevinding]) -> tuple[Plek, ...]:
    """Return the findings, each with its line of the file; of a large file only the findings."""
    if bericht.omvang > MAX_LEESBAAR or not any(b.regelnummer for b in bevindingen):
        return tuple(Plek(bevinding) for bevinding in bevindingen)
    bestand = bytes(bericht.inhoud).decode("utf-8", errors="replace").splitlines()
    return tuple(Plek(bevinding, _regeltekst(bestand, bevinding.regelnummer)) for bevinding in bevindingen)


def _regeltekst(bestand: list[str], nummer: int | None) -> str:
    if nummer is None or not 0 < nummer <= len(bestand):
        return ""
    return textwrap.shorten(bestand[nummer - 1].strip(), MAX_REGELTEKST, placeholder=" …")


def leesregels(inhoud: IjwBericht, bevindingen: Sequence[Bevinding]) -> tuple[Regel, ...]:
    """Return the lines of a message with the findings beside them; one about the whole message is at none of them."""
    rijen = [(Regel(min(diepte, DIEPST), naam, waarde), pad) for diepte, naam, waarde, pad in regels(inhoud)]
    plaatsen = {pad: nummer for nummer, (_, pad) in reversed(list(enumerate(rijen)))}
    per_regel: dict[int, list[Bevinding]] = defaultdict(list)
    for bevinding in bevindingen:
        plaats = _plaats(bevinding.pad, plaatsen)
        if plaats is not None:
            per_regel[plaats].append(bevinding)
    return tuple(replace(regel, bevindingen=tuple(per_regel[nummer])) for nummer, (regel, _) in enumerate(rijen))


def plek_van(gelezen: Sequence[Regel], bevinding: Bevinding) -> int | None:
    """Return the index of the line a finding stands at; None for one about the whole message."""
    return next((nummer for nummer, regel in enumerate(gelezen) if bevinding in regel.bevindingen), None)


def _plaats(pad: str, plaatsen: dict[str, int]) -> int | None:
    """The line of a path, or of the nearest part around it: an element that is missing has no line of its own."""
    while pad.count("/") > 1:
        for kandidaat in (pad, f"{pad}[1]", pad.removesuffix("[1]")):
            if kandidaat in plaatsen:
                return plaatsen[kandidaat]
        pad = pad.rpartition("/")[0]
    return None
