"""The words of a file that leaves the system: PDF, Word, or anything that is text already. Read from the file itself.

Made for the documents of `basis.document`: the fonts of a PDF have names of their own, so a name tells the font on
every page.
"""

import re
import zlib
from io import BytesIO
from zipfile import ZipFile

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.S)
_STROOM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
_LETTERTYPE = re.compile(rb"/(\S+) (\d+) 0 R")
_TOONT = re.compile(rb"/(\S+) [\d.]+ Tf|<([0-9a-fA-F]+)>|\b(ET)\b")


def bestandstekst(ruw: bytes) -> str:
    """Return the words of a file. In Word a word may be cut in pieces of its own look, so the tags go."""
    if ruw.startswith(b"%PDF"):
        return pdf_tekst(ruw)
    if ruw.startswith(b"PK"):
        with ZipFile(BytesIO(ruw)) as bestand:
            delen = [bestand.read(naam).decode("utf-8", "ignore") for naam in bestand.namelist()]
        heel = "\n".join(delen)
        return f"{heel}\n{re.sub(r'<[^>]+>', '', heel)}"
    return ruw.decode("utf-8", "ignore")


def pdf_tekst(pdf: bytes) -> str:
    """Return all text of a PDF; raise ValueError for a file that shows none, so that reading never sees nothing."""
    objecten = _objecten(pdf)
    tekens = {naam: _tekens(objecten, nummer) for naam, nummer in _lettertypen(objecten).items()}
    tekst = "".join(_van_stroom(inhoud, tekens) for inhoud in map(_uitgepakt, objecten.values()) if b" Tf" in inhoud)
    if not tekst.strip():
        raise ValueError("In deze PDF is geen tekst te lezen.")
    return tekst


def _objecten(pdf: bytes) -> dict[int, bytes]:
    """Return the objects of a file by number, also those that are packed together in a stream."""
    gevonden = {int(nummer): inhoud for nummer, inhoud in _OBJECT.findall(pdf)}
    for inhoud in list(gevonden.values()):
        if b"/ObjStm" not in inhoud:
            continue
        eerste = re.search(rb"/First (\d+)", inhoud)
        assert eerste is not None
        plat = _uitgepakt(inhoud)
        kop = [int(getal) for getal in plat[: int(eerste.group(1))].split()]
        begin = [int(eerste.group(1)) + plek for plek in kop[1::2]]
        for nummer, van, tot in zip(kop[::2], begin, [*begin[1:], len(plat)], strict=True):
            gevonden[nummer] = plat[van:tot]
    return gevonden


def _uitgepakt(inhoud: bytes) -> bytes:
    stroom = _STROOM.search(inhoud)
    if stroom is None:
        return b""
    try:
        return zlib.decompress(stroom.group(1))
    except zlib.error:
        return stroom.group(1)


def _lettertypen(objecten: dict[int, bytes]) -> dict[bytes, int]:
    """Return the number of the map to unicode by the name of its font."""
    kaart = {
        nummer: int(verwijzing.group(1))
        for nummer, inhoud in objecten.items()
        if (verwijzing := re.search(rb"/ToUnicode (\d+) 0 R", inhoud))
    }
    return {
        naam: kaart[int(nummer)]
        for inhoud in objecten.values()
        for naam, nummer in _LETTERTYPE.findall(inhoud)
        if int(nummer) in kaart
    }


def _tekens(objecten: dict[int, bytes], nummer: int) -> dict[int, str]:
    """Return what each code of a font reads as."""
    kaart = _uitgepakt(objecten[nummer])
    gevonden = {}
    for blok in re.findall(rb"beginbfchar(.*?)endbfchar", kaart, re.S):
        for code, tekst in re.findall(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", blok):
            gevonden[int(code, 16)] = bytes.fromhex(tekst.decode()).decode("utf-16-be")
    return gevonden


def _van_stroom(inhoud: bytes, tekens: dict[bytes, dict[int, str]]) -> str:
    uit, geldend = [], {}
    for naam, codes, einde in _TOONT.findall(inhoud):
        if naam:
            geldend = tekens.get(naam, {})
        elif einde:
            uit.append("\n")
        else:
            uit += [geldend.get(int(codes[plek : plek + 4], 16), "") for plek in range(0, len(codes), 4)]
    return "".join(uit)
