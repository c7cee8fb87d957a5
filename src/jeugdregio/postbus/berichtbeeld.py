"""One page of one message: the lines of text and of XML on it, the findings above them, and whom they are about.

A declaration holds a thousand children and a page some twenty: only those are looked at, so only those are logged.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page, Paginator

from ijw import Bericht as IjwBericht
from ijw import Bevinding
from ijw.berichten import jw323, jw325
from jeugdregio.postbus.leesbaar import Regel, Tekst
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.xmlbeeld import XmlRegel

REGELS_PER_PAGINA = 250
BEVINDINGEN_BOVENAAN = 50
_CLIENT = re.compile(r"/Client(?:\[(\d+)\])?(?=/|$)")


@dataclass(frozen=True)
class BerichtBeeld:
    """One message with its findings, the messages that answer it, and the message it answers or repeats.

    `inhoud` is the parsed message, None when it cannot be read or is too large to show; `tekst` and `xml` are its
    lines, `tekstblad` and `xmlblad` those of this page.
    """

    bericht: Bericht
    inhoud: IjwBericht | None
    bevindingen: tuple[Bevinding, ...]
    tekst: Tekst
    xml: tuple[XmlRegel, ...]
    tekstblad: Page[Regel]
    xmlblad: Page[XmlRegel]
    antwoorden: tuple[Bericht, ...]
    antwoord_op: Bericht | None
    herhaling_van: Bericht | None
    verwant: tuple[tuple[str, Bericht], ...] = ()

    @property
    def bovenaan(self) -> tuple[Bevinding, ...]:
        """The findings that the page lists above the message."""
        return self.bevindingen[:BEVINDINGEN_BOVENAAN]

    @property
    def getoond(self) -> IjwBericht | None:
        """The message with only those youths of whom something is on this page."""
        return beperk(self.inhoud, self._paden()) if self.inhoud else None

    def _paden(self) -> Iterator[str]:
        yield from (regel.pad for regel in self.tekstblad)
        yield from (regel.pad for regel in self.xmlblad)
        yield from (bevinding.pad for bevinding in self.bovenaan)


def blad(regels: Any, nummer: str) -> Page[Any]:
    """Return one page of lines (a Tekst, or lines of XML); a number that is no page gives the nearest."""
    return Paginator(regels, REGELS_PER_PAGINA).get_page(nummer)


def beperk(inhoud: IjwBericht, paden: Iterable[str]) -> IjwBericht:
    """Return a declaration (or its answer) with only the youths that `paden` point into; any other message as it is."""
    nummers = {int(gevonden[1] or 1) for pad in paden if (gevonden := _CLIENT.search(pad))}
    match inhoud:
        case jw323.Bericht(declaratie=declaratie):
            clienten = _genoemd(declaratie.clienten, nummers)
            return replace(inhoud, declaratie=replace(declaratie, clienten=clienten))
        case jw325.Bericht(declaratie_antwoord=jw325.DeclaratieAntwoord() as antwoord):
            terug = _genoemd(antwoord.clienten, nummers)
            return replace(inhoud, declaratie_antwoord=replace(antwoord, clienten=terug))
    return inhoud


def _genoemd(clienten: Sequence[Any], nummers: set[int]) -> tuple[Any, ...]:
    return tuple(client for nummer, client in enumerate(clienten, start=1) if nummer in nummers)
