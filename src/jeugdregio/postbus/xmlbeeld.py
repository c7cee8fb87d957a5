"""The XML of a message as lines that people can read, each with its place, so that a finding can point at one."""

import re
from collections import Counter
from typing import NamedTuple

from lxml import etree

from jeugdregio.postbus.models import Bericht

MAX_XML = 1_000_000  # the whole of a larger file is in the download
MAX_REGEL = 300
_EERSTE = re.compile(r"\[1\]")


class XmlRegel(NamedTuple):
    """One line: its depth, its text, the element it opens (path without "[1]") and its line in the file."""

    diepte: int
    tekst: str
    pad: str = ""
    regelnummer: int | None = None


def xmlregels(bericht: Bericht) -> tuple[XmlRegel, ...]:
    """Return the file line by line: one element a line, or as it came when it is no XML. Nothing of a large file."""
    if bericht.omvang > MAX_XML:
        return ()
    inhoud = bytes(bericht.inhoud)
    ontleder = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        wortel = etree.fromstring(inhoud, ontleder)
    except (etree.XMLSyntaxError, ValueError):
        return _als_tekst(inhoud)
    if wortel.getroottree().docinfo.doctype:
        return _als_tekst(inhoud)
    uit: list[XmlRegel] = []
    _voeg_toe(uit, wortel, f"/{_naam(wortel)}", 0)
    return tuple(uit)


def gelijk_pad(pad: str) -> str:
    """Return a path as this module writes it: the first of a kind goes without a number."""
    return _EERSTE.sub("", pad)


class Plaatsen:
    """Where findings stand in the lines of a file; made once a page, and only for a file with findings."""

    def __init__(self, regels: tuple[XmlRegel, ...]) -> None:
        self._per_pad = {regel.pad: nummer for nummer, regel in reversed(list(enumerate(regels))) if regel.pad}
        self._per_regel = {r.regelnummer: nummer for nummer, r in reversed(list(enumerate(regels))) if r.regelnummer}

    def van(self, pad: str, regelnummer: int | None) -> int | None:
        """Return the index of the line a finding is about: by its path, else what is around it, else by its line."""
        zoek = gelijk_pad(pad)
        while zoek.count("/") > 1:
            if zoek in self._per_pad:
                return self._per_pad[zoek]
            zoek = zoek.rpartition("/")[0]
        return None if regelnummer is None else self._per_regel.get(regelnummer)


def _als_tekst(inhoud: bytes) -> tuple[XmlRegel, ...]:
    tekst = inhoud.decode("utf-8", errors="replace").splitlines()
    return tuple(XmlRegel(0, _kort(regel), "", nummer) for nummer, regel in enumerate(tekst, 1))


def _voeg_toe(uit: list[XmlRegel], element: etree._Element, pad: str, diepte: int) -> None:
    """Add the lines of an element and all below it: to a list, because a large message has tens of thousands."""
    label, tekst = _label(element), (element.text or "").strip()
    regelnummer = element.sourceline or None
    kinderen = [kind for kind in element if isinstance(kind.tag, str)]
    if not kinderen:
        uit.append(XmlRegel(diepte, _kort(f"<{label}>{tekst}</{label}>" if tekst else f"<{label}/>"), pad, regelnummer))
        return
    uit.append(XmlRegel(diepte, f"<{label}>", pad, regelnummer))
    gezien: Counter[str] = Counter()
    for kind in kinderen:
        naam = _naam(kind)
        gezien[naam] += 1
        # As `gelijk_pad` writes it: the first of a kind goes without a number.
        _voeg_toe(uit, kind, f"{pad}/{naam}[{gezien[naam]}]" if gezien[naam] > 1 else f"{pad}/{naam}", diepte + 1)
    uit.append(XmlRegel(diepte, f"</{label}>"))


def _naam(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _label(element: etree._Element) -> str:
    return f"{element.prefix}:{_naam(element)}" if element.prefix else _naam(element)


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= MAX_REGEL else f"{tekst[:MAX_REGEL]} …"
