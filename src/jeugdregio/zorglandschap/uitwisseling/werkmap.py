"""Reading a workbook (.xlsx) safely: limits first, no entities, row by row. Faults are named by sheet and cell."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

import openpyxl
from defusedxml import DefusedXmlException
from defusedxml.sax import parse
from openpyxl.utils import get_column_letter

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.zorglandschap.uitwisseling.koprij import MAX_KOLOMMEN, Bladlezer, te_veel
from jeugdregio.zorglandschap.uitwisseling.vorm import (
    BLADEN,
    MAX_BEVINDINGEN,
    MAX_RIJEN,
    ONBRUIKBAAR,
    PER_NAAM,
    Bevinding,
    Ruwe,
)

MAX_UITGEPAKT = 80 * 1024 * 1024
MAX_DELEN = 200
_FOUTCELLEN = "e"
_FORMULE = "f"
_GEVULD = frozenset({"v", "is", "f"})


class _Opzoeker(ContentHandler):
    """Gathers the merged ranges of a part and the first filled row beyond the limit, without building a tree."""

    def __init__(self) -> None:
        super().__init__()
        self.samengevoegd: list[str] = []
        self.te_veel_op = 0
        self._rij = 0

    def startElement(self, name: str, attrs: Any) -> None:
        """Note a merged range, the row, and a value too far down."""
        soort = name.rpartition(":")[2]
        if soort == "row":
            nummer = str(attrs.get("r", ""))
            self._rij = int(nummer) if nummer.isdecimal() else self._rij + 1
        elif soort in _GEVULD and self._rij > MAX_RIJEN + 1 and not self.te_veel_op:
            self.te_veel_op = self._rij
        elif soort == "mergeCell" and len(self.samengevoegd) < 50:
            self.samengevoegd.append(attrs.get("ref", "?"))


def lees_werkmap(inhoud: bytes) -> tuple[dict[str, list[Ruwe]], list[Bevinding]]:
    """Return the rows of each known sheet and what is wrong with the workbook as such.

    Raises Geweigerd when the file is no workbook, too large once unpacked, or holds what no spreadsheet makes.
    """
    gekeurd = _keur_pakket(inhoud)
    try:
        werkmap = openpyxl.load_workbook(io.BytesIO(inhoud), read_only=True, data_only=False, keep_links=False)
    except Exception as fout:
        raise Geweigerd("Dit bestand is beschadigd. Open het in Excel en bewaar het opnieuw als .xlsx.") from fout
    try:
        return _bladen(werkmap, gekeurd)
    finally:
        werkmap.close()


def _keur_pakket(inhoud: bytes) -> dict[str, _Opzoeker]:
    """Check size and parts before anything is built in memory; return what was found per part."""
    try:
        pakket = zipfile.ZipFile(io.BytesIO(inhoud))
    except zipfile.BadZipFile as fout:
        raise Geweigerd("Dit is geen Excel-bestand. Bewaar het als .xlsx of .csv en kies het opnieuw.") from fout
    with pakket:
        delen = pakket.infolist()
        if len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
            raise Geweigerd("Dit bestand is uitgepakt te groot. Haal plaatjes en lege rijen weg, of verdeel het.")
        if "[Content_Types].xml" not in {deel.filename for deel in delen}:
            raise Geweigerd("Dit is geen Excel-bestand. Bewaar het als .xlsx of .csv en kies het opnieuw.")
        return {deel.filename: _keur_deel(pakket, deel) for deel in delen if deel.filename.endswith((".xml", ".rels"))}


def _keur_deel(pakket: zipfile.ZipFile, deel: zipfile.ZipInfo) -> _Opzoeker:
    opzoeker = _Opzoeker()
    try:
        with pakket.open(deel) as stroom:
            parse(stroom, opzoeker, forbid_dtd=True)
    except (DefusedXmlException, SAXException, zipfile.BadZipFile, RuntimeError, ValueError) as fout:
        raise Geweigerd(
            "Dit bestand is beschadigd of bevat iets wat Excel niet maakt. Bewaar het opnieuw als .xlsx."
        ) from fout
    return opzoeker


def _bladen(werkmap: Any, gekeurd: dict[str, _Opzoeker]) -> tuple[dict[str, list[Ruwe]], list[Bevinding]]:
    rijen: dict[str, list[Ruwe]] = {}
    bevindingen: list[Bevinding] = []
    for blad in werkmap.worksheets:
        if blad.title == "Uitleg":
            continue
        deel = gekeurd.get(str(getattr(blad, "_worksheet_path", "")).lstrip("/"), _Opzoeker())
        bevindingen += _keur_blad(blad, deel)
        if blad.title in PER_NAAM:
            rijen[blad.title] = []
            # What is too large is not read at all.
            if not deel.te_veel_op:
                lezer = Bladlezer(PER_NAAM[blad.title])
                rijen[blad.title] = lezer.lees(_rijen(blad, bevindingen))
                bevindingen += lezer.bevindingen
    if not rijen:
        namen = ", ".join(blad.naam for blad in BLADEN)
        bevindingen.append(Bevinding("Bestand", "", f"Er is geen blad dat {namen} heet. Gebruik het sjabloon."))
    return rijen, bevindingen


def _keur_blad(blad: Any, deel: _Opzoeker) -> Iterator[Bevinding]:
    if blad.sheet_state != "visible":
        yield Bevinding(blad.title, "", "Dit blad is verborgen. Maak het zichtbaar of verwijder het.")
    if blad.title not in PER_NAAM:
        namen = ", ".join(PER_NAAM)
        yield Bevinding(blad.title, "", f"Dit blad ken ik niet. Noem het {namen}, of verwijder het.")
    if deel.te_veel_op:
        yield te_veel(blad.title, deel.te_veel_op)
    for bereik in deel.samengevoegd:
        yield Bevinding(blad.title, bereik, "Deze cellen zijn samengevoegd. Splits ze en vul elke cel apart in.")


def _rijen(blad: Any, bevindingen: list[Bevinding]) -> Iterator[tuple[int, list[object]]]:
    """Give each row with its number, one more than may be, so that the reader can say it is too much."""
    grens = MAX_RIJEN + 2
    for nummer, rij in enumerate(blad.iter_rows(min_row=1, max_row=grens, max_col=MAX_KOLOMMEN), start=1):
        if len(bevindingen) > MAX_BEVINDINGEN:
            return
        yield nummer, [_waarde(blad.title, nummer, kolom, cel, bevindingen) for kolom, cel in enumerate(rij, start=1)]


def _waarde(blad: str, rij: int, kolom: int, cel: Any, bevindingen: list[Bevinding]) -> object:
    plek = f"{get_column_letter(kolom)}{rij}"
    if cel.data_type == _FORMULE:
        bevindingen.append(Bevinding(blad, plek, "Hier staat een formule. Plak de uitkomst als waarde."))
        return ONBRUIKBAAR
    if cel.data_type == _FOUTCELLEN:
        bevindingen.append(Bevinding(blad, plek, f"Hier staat een fout van Excel ({cel.value}). Vul een waarde in."))
        return ONBRUIKBAAR
    return cel.value
