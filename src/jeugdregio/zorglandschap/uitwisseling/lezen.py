"""From a file to typed rows: every cell read, every fault named."""

from dataclasses import dataclass, field
from typing import Any

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.zorglandschap.uitwisseling.cellen import Celfout, lees
from jeugdregio.zorglandschap.uitwisseling.tekstbestand import lees_tekstbestand
from jeugdregio.zorglandschap.uitwisseling.vorm import MAX_BYTES, ONBRUIKBAAR, PER_NAAM, Bevinding, Blad, Ruwe
from jeugdregio.zorglandschap.uitwisseling.werkmap import lees_werkmap

_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Rij:
    """A row with the values of its columns, and its number in the file."""

    blad: str
    regel: int
    waarden: dict[str, Any]

    def cel(self, kolom: str) -> str:
        """Return where a column of this row stands: "C14"."""
        return f"{PER_NAAM[self.blad].letter(kolom)}{self.regel}"

    def bevinding(self, kolom: str, melding: str) -> Bevinding:
        """Return what is wrong with a cell of this row."""
        return Bevinding(self.blad, self.cel(kolom), melding)


@dataclass(slots=True)
class Gelezen:
    """What a file holds, and what is wrong with it so far."""

    rijen: list[Rij] = field(default_factory=list)
    bevindingen: list[Bevinding] = field(default_factory=list)

    def van(self, blad: Blad) -> list[Rij]:
        """Return the rows of one sheet."""
        return [rij for rij in self.rijen if rij.blad == blad.naam]


def lees_bestand(inhoud: bytes) -> Gelezen:
    """Read a workbook or a text file; the content tells which. Raises Geweigerd when it is neither or too large."""
    if not inhoud:
        raise Geweigerd("Het bestand is leeg. Kies een bestand met rijen.")
    if len(inhoud) > MAX_BYTES:
        raise Geweigerd(f"Het bestand is groter dan {MAX_BYTES // 1024 // 1024} MB. Verdeel het over meer bestanden.")
    if inhoud.startswith(_ZIP):
        ruw, bevindingen = lees_werkmap(inhoud)
        decimaal = ""
    else:
        ruw, bevindingen, decimaal = lees_tekstbestand(inhoud)
    gelezen = Gelezen(bevindingen=list(bevindingen))
    for naam, rijen in ruw.items():
        _lees_blad(PER_NAAM[naam], rijen, decimaal, gelezen)
    return gelezen


def _lees_blad(blad: Blad, rijen: list[Ruwe], decimaal: str, gelezen: Gelezen) -> None:
    gezien: dict[tuple[Any, ...], int] = {}
    for ruwe in rijen:
        rij = Rij(blad.naam, ruwe.regel, {})
        goed = _lees_rij(blad, ruwe, rij, decimaal, gelezen.bevindingen)
        if not goed:
            continue
        sleutel = tuple(rij.waarden[naam] for naam in blad.sleutel)
        if sleutel in gezien:
            melding = f"Deze rij staat ook op regel {gezien[sleutel]}. Haal een van de twee weg."
            gelezen.bevindingen.append(rij.bevinding(blad.sleutel[0], melding))
            continue
        gezien[sleutel] = ruwe.regel
        gelezen.rijen.append(rij)


def _lees_rij(blad: Blad, ruwe: Ruwe, rij: Rij, decimaal: str, bevindingen: list[Bevinding]) -> bool:
    goed = True
    for kolom in blad.kolommen:
        waarde = ruwe.cellen.get(kolom.naam)
        if waarde is ONBRUIKBAAR:
            goed = False
            continue
        try:
            rij.waarden[kolom.naam] = lees(kolom, waarde, decimaal)
        except Celfout as fout:
            bevindingen.append(rij.bevinding(kolom.naam, str(fout)))
            goed = False
    return goed
