"""A message as people read it: its lines in Dutch, each with the findings that belong there."""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings

from ijw import Bericht as IjwBericht
from ijw import Bevinding, lees
from ijw.toon import TITELS, regels
from jeugdregio.postbus.models import Bericht

# Reading a larger message takes seconds; the whole of it is in the XML.
MAX_LEESBAAR = 5_000_000
DIEPST = 7
MAX_REGELTEKST = 160
_FOUTEN = {
    "PermissionError": "geen recht om in de map te schrijven",
    "FileNotFoundError": "de map is er niet",
    "NotADirectoryError": "de map is er niet",
    "OSError": "de map of de computer is niet te bereiken",
    "ConnectionError": "de computer is niet te bereiken",
    "TimeoutError": "de computer antwoordt niet op tijd",
    "OperationalError": "de database was bezet of niet te bereiken",
}


@dataclass(frozen=True)
class Plek:
    """A finding with the line of the file it is about, when that is known and can be read as text."""

    bevinding: Bevinding
    regeltekst: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: its number, how deep, the label, the value (empty for a heading), its path and the findings there."""

    nummer: int
    diepte: int
    label: str
    waarde: str
    pad: str
    bevindingen: tuple[Bevinding, ...] = ()


def inhoud_van(bericht: Bericht) -> IjwBericht | None:
    """Return the parsed message; None when it cannot be read or is too large to show."""
    if not bericht.soort or bericht.omvang > MAX_LEESBAAR:
        return None
    return lees(bytes(bericht.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht


def titel(soort: str) -> str:
    """Return "Verzoek om toewijzing" for JW315; plain words for what could not be read."""
    return TITELS.get(soort, "Onleesbaar bericht")


def titel_van(bericht: Bericht) -> str:
    """Return the title of a message. What waits to be handled is not unreadable: nobody read it yet."""
    if not bericht.soort and bericht.staat == Bericht.Staat.ONTVANGEN:
        return "Nog niet gelezen bericht"
    return titel(bericht.soort)


def fout_in_woorden(fout: str) -> str:
    """Return what a kept fault means, with its name for who looks after the machine."""
    return f"{_FOUTEN.get(fout, 'onverwachte fout')} ({fout})" if fout else ""


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


class Tekst:
    """The lines of a message in Dutch, made when they are shown: a declaration has twenty thousand, a page 250."""

    def __init__(self, inhoud: IjwBericht | None, bevindingen: Iterable[Bevinding] = ()) -> None:
        self._rijen = regels(inhoud) if inhoud else []
        self._bij: dict[int, list[Bevinding]] = defaultdict(list)
        self._plek: dict[Bevinding, int] = {}
        eerste: dict[str, int] = {}
        for bevinding in bevindingen:
            eerste = eerste or {rij[-1]: nummer for nummer, rij in reversed(list(enumerate(self._rijen)))}
            plaats = _plaats(bevinding.pad, eerste)
            if plaats is not None:
                self._bij[plaats].append(bevinding)
                self._plek.setdefault(bevinding, plaats)

    def __len__(self) -> int:
        return len(self._rijen)

    def __getitem__(self, deel: slice) -> list[Regel]:
        """Some lines, each with the findings beside it; one about the whole message is at none of them."""
        return [
            Regel(nummer, min(diepte, DIEPST), naam, waarde, pad, tuple(self._bij.get(nummer, ())))
            for nummer, (diepte, naam, waarde, pad) in enumerate(self._rijen[deel], start=deel.start or 0)
        ]

    def plek_van(self, bevinding: Bevinding) -> int | None:
        """Return the number of the line a finding stands at; None for one about the whole message."""
        return self._plek.get(bevinding)


def _plaats(pad: str, plaatsen: dict[str, int]) -> int | None:
    """The line of a path, or of the nearest part around it: an element that is missing has no line of its own."""
    while pad.count("/") > 1:
        for kandidaat in (pad, f"{pad}[1]", pad.removesuffix("[1]")):
            if kandidaat in plaatsen:
                return plaatsen[kandidaat]
        pad = pad.rpartition("/")[0]
    return None
