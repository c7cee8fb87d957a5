"""From bytes to an XML tree, or one clear finding. No entities, no DTD, no network."""

import re
import xml.parsers.expat
from dataclasses import dataclass

from lxml import etree

from ijw.bevinding import Bevinding

MAX_BYTES = 250_000_000
KORT = 1_000
UTF8_BOM = b"\xef\xbb\xbf"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_CODERING = {
    etree.ErrorTypes.ERR_INVALID_CHAR,
    etree.ErrorTypes.ERR_INVALID_ENCODING,
    etree.ErrorTypes.ERR_UNKNOWN_ENCODING,
    etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING,
    etree.ErrorTypes.ERR_ENCODING_NAME,
    etree.ErrorTypes.I18N_CONV_FAILED,
    etree.ErrorTypes.I18N_NO_OUTPUT,
}
_GENOEMDE_CODERING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_DIEPTE = re.compile(r"[Ee]xcessive depth|[Mm]aximum depth|too deep")


@dataclass(frozen=True, slots=True)
class Boom:
    """A well-formed document.

    `kaal`: white space between elements is already gone and every value is one piece of text. Then, and only
    then, the fast road may be tried.
    """

    wortel: etree._Element
    codering: str
    kaal: bool


def _bevinding(regel: str, melding: str, regelnummer: int | None = None) -> Bevinding:
    return Bevinding(1, regel, "/", melding, regelnummer=regelnummer)


def ontleed(data: bytes, max_bytes: int = MAX_BYTES) -> Boom | Bevinding:
    """The tree of `data`, or the finding that says why there is none."""
    fout = herken_ander_bestand(data, max_bytes)
    if fout is not None:
        return fout
    kaal = is_kaal(data)
    try:
        wortel = etree.fromstring(data, _lezer(kaal))
    except etree.XMLSyntaxError as syntaxfout:
        return _syntaxfout(syntaxfout)
    info = wortel.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        return _doctype()
    return Boom(wortel, (info.encoding or "UTF-8").upper(), kaal)


def is_kaal(data: bytes) -> bool:
    """UTF-8 without comments, CDATA or processing instructions, so that every value is one piece of text."""
    if not data.startswith(b"<") or data[1:2] == b"\0" or _bevat(data, b"<!"):
        return False
    genoemd = _GENOEMDE_CODERING.match(data[:200])
    if genoemd is not None and genoemd[1].upper() != b"UTF-8":
        return False
    na_declaratie = einde_declaratie(data)
    return data.find(b"?", na_declaratie) < 0 or data.find(b"<?", na_declaratie) < 0


def einde_declaratie(data: bytes) -> int:
    """Where the XML declaration ends, 0 without one."""
    return data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0


def _lezer(kaal: bool) -> etree.XMLParser:
    """Parser without entities and network. Blanks may go only when no comment or CDATA can touch a value."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=kaal)


def herken_ander_bestand(data: bytes, max_bytes: int = MAX_BYTES) -> Bevinding | None:
    """The finding when this is plainly no message: empty, too large, zipped or with a DOCTYPE."""
    if not data[:KORT].strip() and not data.strip():
        return _bevinding("XML01", "Het bestand is leeg. Stuur het bericht opnieuw.")
    if len(data) > max_bytes:
        groot, mag = len(data) // 1_000_000, max_bytes // 1_000_000
        melding = f"Het bestand is {groot} MB en mag {mag} MB zijn. Verdeel het over meer berichten."
        return _bevinding("XML07", melding)
    if data.startswith(ZIP):
        return _bevinding("XML02", "Dit is een zip-bestand. Pak het uit en stuur het XML-bericht zelf.")
    if any(_bevat(data, teken) for teken in _DOCTYPE) and _heeft_doctype(data):
        return _doctype()
    return None


def _bevat(data: bytes, teken: bytes) -> bool:
    """`teken in data`, fast where every message is full of "<" and few hold a "!"."""
    return b"!" in data and teken in data


def _doctype() -> Bevinding:
    melding = "Het bericht bevat een DOCTYPE. Dat is om veiligheidsredenen niet toegestaan: haal de DOCTYPE weg."
    return _bevinding("XML06", melding)


class _DoctypeGevonden(Exception):
    """Stops the scan."""


def _heeft_doctype(data: bytes) -> bool:
    """Whether a DOCTYPE stands before the root element, not just its name in a comment."""

    def stop(*_: object) -> None:
        raise _DoctypeGevonden

    scan = xml.parsers.expat.ParserCreate()
    scan.StartDoctypeDeclHandler = stop
    try:
        scan.Parse(data, True)
    except _DoctypeGevonden:
        return True
    except (xml.parsers.expat.ExpatError, ValueError, LookupError):
        return False  # not well-formed: the real parser says where
    return False


def _syntaxfout(fout: etree.XMLSyntaxError) -> Bevinding:
    tekst = fout.msg or ""
    regelnummer = fout.lineno or None
    waar = f" op regel {regelnummer}" if regelnummer else ""
    if _DIEPTE.search(tekst):
        melding = f"De elementen staan te diep in elkaar{waar}. Dit is geen iJw-bericht: stuur het bericht zelf."
        return _bevinding("XML08", melding, regelnummer)
    if fout.code in _CODERING:
        melding = f"De tekens{waar} kloppen niet met de codering van het bestand. Sla het bericht op als UTF-8."
        return _bevinding("XML05", melding, regelnummer)
    if fout.code in (etree.ErrorTypes.ERR_DOCUMENT_EMPTY, etree.ErrorTypes.ERR_DOCUMENT_START):
        return _bevinding("XML03", "Dit bestand is geen XML. Stuur een iJw-bericht in XML.")
    melding = f"De XML is niet goed gevormd{waar}: {tekst}. Laat de software het bericht opnieuw maken."
    return _bevinding("XML04", melding, regelnummer)
