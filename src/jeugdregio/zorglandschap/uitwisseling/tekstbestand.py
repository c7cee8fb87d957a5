"""Reading a text file (.csv) in the ways Dutch and English spreadsheets write it."""

import csv
import io
from collections.abc import Iterator

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.zorglandschap.uitwisseling.koprij import MAX_KOLOMMEN, Bladlezer
from jeugdregio.zorglandschap.uitwisseling.vorm import (
    BLADEN,
    MAX_BEVINDINGEN,
    MAX_RIJEN,
    ONBRUIKBAAR,
    Bevinding,
    Blad,
    Ruwe,
)

_SCHEIDERS = (";", ",", "\t")


def lees_tekstbestand(inhoud: bytes) -> tuple[dict[str, list[Ruwe]], list[Bevinding], str]:
    """Return the rows of the one sheet, what is wrong with the file as such, and its decimal sign.

    UTF-8 with or without mark, UTF-16 with mark, or Windows (cp1252). Which sheet it is, the heading tells.
    Raises Geweigerd when it is no text.
    """
    tekst = _ontcijfer(inhoud)
    eerste, _, rest = tekst.partition("\n")
    if eerste.strip().lower().startswith("sep=") and len(eerste.strip()) == 5:
        scheider, tekst = eerste.strip()[4], rest
        overgeslagen = 1
    else:
        scheider = max(_SCHEIDERS, key=eerste.count)
        overgeslagen = 0
    bevindingen: list[Bevinding] = []
    blad = _welk_blad(tekst.partition("\n")[0], scheider)
    lezer = Bladlezer(blad)
    try:
        rijen = lezer.lees(_rijen(tekst, scheider, overgeslagen, blad, bevindingen))
    except csv.Error as fout:
        raise Geweigerd("Dit CSV-bestand is niet te lezen. Bewaar het opnieuw vanuit je rekenblad.") from fout
    decimaal = "." if scheider == "," else ","
    return {blad.naam: rijen}, [*bevindingen, *lezer.bevindingen], decimaal


def _ontcijfer(inhoud: bytes) -> str:
    breed = inhoud.startswith((b"\xff\xfe", b"\xfe\xff"))
    soorten = ["utf-16"] if breed else ["utf-8-sig", "cp1252"]
    for soort in soorten:
        try:
            tekst = inhoud.decode(soort)
        except UnicodeDecodeError:
            continue
        if "\x00" in tekst:
            break
        return tekst.replace("\r\n", "\n").replace("\r", "\n")
    raise Geweigerd("Dit is geen tekstbestand. Bewaar het als CSV (UTF-8) en kies het opnieuw.")


def _welk_blad(kop: str, scheider: str) -> Blad:
    """Return the sheet whose headings are nearest to those of the file."""
    koppen = {deel.strip().strip('"').casefold() for deel in kop.split(scheider)}
    return max(BLADEN, key=lambda blad: len(koppen & {k.casefold() for k in blad.koppen}) / len(blad.koppen))


def _rijen(
    tekst: str, scheider: str, overgeslagen: int, blad: Blad, bevindingen: list[Bevinding]
) -> Iterator[tuple[int, list[object]]]:
    for nummer, rij in enumerate(csv.reader(io.StringIO(tekst), delimiter=scheider, strict=True), start=1):
        if nummer > MAX_RIJEN + 2 or len(bevindingen) > MAX_BEVINDINGEN:
            return
        cellen: list[object] = []
        for plek, waarde in enumerate(rij[:MAX_KOLOMMEN]):
            if waarde.startswith("="):
                melding = "Hier staat een formule. Zet er de uitkomst neer."
                bevindingen.append(Bevinding(blad.naam, f"{chr(ord('A') + min(plek, 25))}{nummer}", melding))
                cellen.append(ONBRUIKBAAR)
                continue
            cellen.append(waarde or None)
        yield nummer + overgeslagen, cellen
