"""Write messages: from typed object to XML that the official schema accepts."""

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.sax.saxutils import escape

from ijw.berichten import Bericht
from ijw.formaat.lexicaal import Ongeldig
from ijw.formaat.schema import BASIS_NS, BERICHTTYPEN, BerichtType, GroepType, Veld, WaardeType

_GEEN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEKENS = {"\r": "&#13;"}  # a reader would turn a bare carriage return into a line feed
_BERICHTTYPE: dict[type, BerichtType] = {b.groep.klas: b for b in BERICHTTYPEN.values() if b.groep.klas}


class OngeldigeWaarde(ValueError):
    """A value does not fit the standard. `pad` is the element, `melding` says in Dutch what is wrong."""

    def __init__(self, pad: str, melding: str) -> None:
        super().__init__(f"{pad}: {melding}")
        self.pad = pad
        self.melding = melding


def schrijf(bericht: Bericht) -> bytes:
    """The message as UTF-8 XML, lines ending in CR LF as OP192 asks, valid against the official schema.

    Raises `OngeldigeWaarde` with the path of the first value that does not fit.
    """
    soort = _BERICHTTYPE[type(bericht)]
    begin = f'<{soort.prefix}:Bericht xmlns:ijw="{BASIS_NS}" xmlns:{soort.prefix}="{soort.ns}">'
    prefixen = {BASIS_NS: "ijw", soort.ns: soort.prefix}
    regels = _Schrijver(prefixen).groep(bericht, soort.groep, "/Bericht", 1)
    return "\r\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', begin, *regels, f"</{soort.prefix}:Bericht>", ""]
    ).encode()


class _Schrijver:
    def __init__(self, prefixen: dict[str, str]) -> None:
        self._prefixen = prefixen

    def _naam(self, veld: Veld) -> str:
        ns = veld.tag[1:].partition("}")[0]
        return f"{self._prefixen[ns]}:{veld.naam}"

    def groep(self, waarde: Any, groep: GroepType, pad: str, diepte: int) -> Iterator[str]:
        if groep.klas is None:
            yield from self._lijst(waarde, groep.velden[0], pad, diepte)
            return
        if type(waarde) is not groep.klas:
            raise OngeldigeWaarde(pad, f"hier hoort een {groep.klas.__name__}, geen {type(waarde).__name__}.")
        for veld in groep.velden:
            inhoud = getattr(waarde, veld.veld)
            veld_pad = f"{pad}/{veld.naam}"
            if inhoud is None or inhoud == ():
                if veld.verplicht:
                    raise OngeldigeWaarde(veld_pad, "dit gegeven is verplicht.")
                continue
            yield from self._element(inhoud, veld, veld_pad, diepte)

    def _lijst(self, waarden: Any, veld: Veld, pad: str, diepte: int) -> Iterator[str]:
        if not isinstance(waarden, tuple):
            raise OngeldigeWaarde(pad, f"hier hoort een tuple, geen {type(waarden).__name__}.")
        for nummer, waarde in enumerate(waarden, 1):
            yield from self._element(waarde, veld, f"{pad}/{veld.naam}[{nummer}]", diepte)

    def _element(self, waarde: Any, veld: Veld, pad: str, diepte: int) -> Iterator[str]:
        inspring, naam = "\t" * diepte, self._naam(veld)
        if isinstance(veld.soort, WaardeType):
            yield f"{inspring}<{naam}>{_waardetekst(waarde, veld.soort, pad)}</{naam}>"
            return
        yield f"{inspring}<{naam}>"
        yield from self.groep(waarde, veld.soort, pad, diepte + 1)
        yield f"{inspring}</{naam}>"


_TEKST: dict[type, Callable[[Any], str]] = {
    str: str,
    int: str,
    datetime.date: datetime.date.isoformat,
    datetime.time: datetime.time.isoformat,
}


def _waardetekst(waarde: Any, soort: WaardeType, pad: str) -> str:
    """The value as escaped text. It must read back as the same value."""
    if type(waarde) not in _TEKST:
        raise OngeldigeWaarde(pad, f"een waarde van soort {type(waarde).__name__} kan hier niet staan.")
    tekst = _TEKST[type(waarde)](waarde)
    if _GEEN_XML.search(tekst):
        raise OngeldigeWaarde(pad, "de tekst bevat een teken dat in XML niet mag, zoals een stuurteken.")
    try:
        gelezen = soort.lees(tekst)
    except Ongeldig as fout:
        raise OngeldigeWaarde(pad, fout.melding) from fout
    if gelezen != waarde:
        raise OngeldigeWaarde(pad, f"hier hoort een {type(gelezen).__name__}, geen {type(waarde).__name__}.")
    return escape(tekst, _TEKENS)
