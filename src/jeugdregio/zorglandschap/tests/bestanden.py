"""Files for the tests of import: made here, in the ways people's spreadsheets make them."""

import io
import zipfile
from collections.abc import Sequence

import openpyxl

from jeugdregio.zorglandschap.uitwisseling.vorm import CONTRACTEN, TARIEVEN, Blad

Rij = Sequence[object]


def werkmap(bladen: dict[Blad, Sequence[Rij]]) -> openpyxl.Workbook:
    """Return a workbook with these sheets, heading included."""
    boek = openpyxl.Workbook()
    boek.remove(boek.active)  # type: ignore[arg-type]
    for blad, rijen in bladen.items():
        vel = boek.create_sheet(blad.naam)
        vel.append(list(blad.koppen))
        for rij in rijen:
            vel.append(list(rij))
    return boek


def bytes_van(boek: openpyxl.Workbook) -> bytes:
    """Return a workbook as file."""
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def excel(bladen: dict[Blad, Sequence[Rij]]) -> bytes:
    """Return a workbook with these sheets as file."""
    return bytes_van(werkmap(bladen))


def met_deel(inhoud: bytes, naam: str, deel: bytes) -> bytes:
    """Return the package with one part replaced or added."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for info in oud.infolist():
            if info.filename != naam:
                nieuw.writestr(info.filename, oud.read(info))
        nieuw.writestr(naam, deel)
    return uit.getvalue()


def contractrij(nummer: str = "N-1", agb: object = "42420001", gemeenten: object = "0995 0303") -> list[object]:
    """Return a good row of a contract of De Brug."""
    return [nummer, agb, "De Brug", "Ambulant", "01-01-2026", "31-12-2028", gemeenten]


def tariefrij(nummer: str = "N-1", product: object = "45A04", **anders: object) -> list[object]:
    """Return a good row of a price of 100 euro with its build-up."""
    waarden: dict[str, object] = {
        "nummer": nummer, "product": product, "naam": "", "van": "01-01-2026", "tot": "", "centen": 100,
        "beroepskracht_client": 60, "beroepskracht_overig": 15, "client_overig": 3, "overhead": 18, "indexering": 4,
        "toelichting": "",
    } | anders  # fmt: skip
    return list(waarden.values())


def tekst(rijen: Sequence[Rij], scheider: str = ";", blad: Blad = TARIEVEN) -> str:
    """Return rows as text file, heading included."""
    regels = [list(blad.koppen), *rijen]
    return "\r\n".join(scheider.join("" if w is None else str(w) for w in rij) for rij in regels) + "\r\n"


__all__ = ["CONTRACTEN", "TARIEVEN", "bytes_van", "contractrij", "excel", "met_deel", "tariefrij", "tekst", "werkmap"]
