"""From rows of cells to rows by column: the heading is checked, empty rows are passed over, too many are refused."""

from collections.abc import Iterable

from jeugdregio.zorglandschap.uitwisseling.vorm import MAX_RIJEN, Bevinding, Blad, Ruwe

MAX_KOLOMMEN = 40


class Bladlezer:
    """Reads one sheet. After `lees`, `bevindingen` holds what is wrong with its heading and size."""

    def __init__(self, blad: Blad) -> None:
        self.blad = blad
        self.bevindingen: list[Bevinding] = []

    def lees(self, rijen: Iterable[tuple[int, list[object]]]) -> list[Ruwe]:
        """Return the rows; none when the heading is wrong, because then no cell can be trusted."""
        gevonden: list[Ruwe] = []
        kop_gelezen = False
        for nummer, cellen in rijen:
            if not kop_gelezen:
                if not self._kop_klopt(cellen):
                    return []
                kop_gelezen = True
                continue
            if _leeg(cellen):
                continue
            if nummer > MAX_RIJEN + 1:
                self.bevindingen.append(te_veel(self.blad.naam, nummer))
                return []
            namen = [kolom.naam for kolom in self.blad.kolommen]
            gevonden.append(Ruwe(nummer, dict(zip(namen, cellen, strict=False))))
            self._toets_rest(nummer, cellen)
        if not kop_gelezen:
            self._meld("A1", f"Het blad is leeg. Zet in rij 1 de koppen: {', '.join(self.blad.koppen)}.")
        return gevonden

    def _kop_klopt(self, cellen: list[object]) -> bool:
        goed = True
        for plek, kop in enumerate(self.blad.koppen):
            staat = str(cellen[plek]).strip() if plek < len(cellen) and cellen[plek] is not None else ""
            if staat.casefold() != kop.casefold():
                goed = False
                er_staat = f"“{staat[:40]}”" if staat else "niets"
                self._meld(f"{_letter(plek)}1", f"De kop moet “{kop}” zijn; er staat {er_staat}. Gebruik het sjabloon.")
        return goed

    def _toets_rest(self, nummer: int, cellen: list[object]) -> None:
        breedte = len(self.blad.kolommen)
        for plek, waarde in enumerate(cellen[breedte:], start=breedte):
            if waarde not in (None, ""):
                self._meld(f"{_letter(plek)}{nummer}", "Deze kolom ken ik niet. Haal de waarde weg.")

    def _meld(self, cel: str, melding: str) -> None:
        self.bevindingen.append(Bevinding(self.blad.naam, cel, melding))


def te_veel(blad: str, nummer: int) -> Bevinding:
    """Return that a sheet has too many rows, at the first one too much."""
    melding = f"Vanaf hier is het te veel: een blad mag {MAX_RIJEN} rijen hebben. Verdeel het bestand."
    return Bevinding(blad, f"A{nummer}", melding)


def _leeg(cellen: list[object]) -> bool:
    return all(waarde is None or (isinstance(waarde, str) and not waarde.strip()) for waarde in cellen)


def _letter(plek: int) -> str:
    return chr(ord("A") + plek) if plek < 26 else f"A{chr(ord('A') + plek - 26)}"
