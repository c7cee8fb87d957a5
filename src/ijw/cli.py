"""The command `ijw`: check messages and show them in readable Dutch."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ijw.bevinding import Bevinding
from ijw.envelop import pak_uit
from ijw.toon import toon
from ijw.xml import Lezing, lees

GELDIG, ONGELDIG, VERKEERD_GEBRUIK = 0, 1, 2


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run the command. 0 all valid, 1 some not, 2 misuse, such as a file that cannot be read."""
    keuzes = _lezer().parse_args(argumenten)
    uitkomst: int = keuzes.doe(keuzes)
    return uitkomst


def _lezer() -> argparse.ArgumentParser:
    lezer = argparse.ArgumentParser(prog="ijw", description="Controleer en bekijk berichten van iJw 3.2.")
    opdrachten = lezer.add_subparsers(required=True, metavar="OPDRACHT")
    check = opdrachten.add_parser("check", help="controleer berichten")
    check.add_argument("--json", action="store_true", help="per bestand een regel JSON")
    check.add_argument("--niveau", type=int, choices=(1, 2), default=2, help="1: alleen vorm; 2: ook regels")
    check.add_argument("bestanden", metavar="FILE", nargs="+", type=Path)
    check.set_defaults(doe=_check)
    bekijk = opdrachten.add_parser("toon", help="laat een bericht in gewone taal zien")
    bekijk.add_argument("bestand", metavar="FILE", type=Path)
    bekijk.set_defaults(doe=_toon)
    pak = opdrachten.add_parser("uitpakken", help="haal een bericht uit zijn envelop (StUF, GGk)")
    pak.add_argument("bestand", metavar="FILE", type=Path)
    pak.set_defaults(doe=_uitpakken)
    return lezer


def _uitpakken(keuzes: argparse.Namespace) -> int:
    data = _lees_bestand(keuzes.bestand)
    if data is None:
        return VERKEERD_GEBRUIK
    envelop = pak_uit(data)
    if isinstance(envelop, Bevinding):
        print(f"{keuzes.bestand}: {envelop.pad}\n    {envelop.melding} [{envelop.regel}]", file=sys.stderr)
        return ONGELDIG
    sys.stdout.buffer.write(envelop.inhoud)
    return GELDIG


def _check(keuzes: argparse.Namespace) -> int:
    uitkomst = GELDIG
    for bestand in keuzes.bestanden:
        data = _lees_bestand(bestand)
        if data is None:
            uitkomst = VERKEERD_GEBRUIK
            continue
        lezing = lees(data, niveau=keuzes.niveau)
        print(_als_json(bestand, lezing) if keuzes.json else _als_tekst(bestand, lezing))
        if not lezing.geldig:
            uitkomst = max(uitkomst, ONGELDIG)
    return uitkomst


def _toon(keuzes: argparse.Namespace) -> int:
    data = _lees_bestand(keuzes.bestand)
    if data is None:
        return VERKEERD_GEBRUIK
    lezing = lees(data)
    if lezing.bericht is None:
        print(_als_tekst(keuzes.bestand, lezing), file=sys.stderr)
        return ONGELDIG
    print(toon(lezing.bericht), end="")
    return GELDIG


def _lees_bestand(bestand: Path) -> bytes | None:
    try:
        return bestand.read_bytes()
    except OSError as fout:
        print(f"{bestand}: kan het bestand niet lezen: {_reden(fout)}", file=sys.stderr)
        return None


def _reden(fout: OSError) -> str:
    match fout:
        case FileNotFoundError():
            return "het bestaat niet. Controleer de naam."
        case IsADirectoryError():
            return "het is een map. Noem de bestanden in de map."
        case PermissionError():
            return "je hebt geen leesrecht. Vraag het de beheerder."
        case _:
            return str(fout.strerror)


def _als_json(bestand: Path, lezing: Lezing) -> str:
    bevindingen = [
        {"niveau": b.niveau, "regel": b.regel, "pad": b.pad, "retourcode": b.retourcode, "melding": b.melding}
        for b in lezing.bevindingen
    ]
    uit = {
        "bestand": str(bestand),
        "bericht": lezing.soort,
        "geldig": lezing.geldig,
        "bevindingen": bevindingen,
    }
    return json.dumps(uit, ensure_ascii=False)


def _als_tekst(bestand: Path, lezing: Lezing) -> str:
    soort = lezing.soort or "onbekend bericht"
    aantal = len(lezing.bevindingen)
    oordeel = "geldig" if lezing.geldig else f"niet geldig, {aantal} bevinding{'en' if aantal > 1 else ''}"
    return "\n".join([f"{bestand}: {soort}, {oordeel}", *map(_bevinding_als_tekst, lezing.bevindingen)])


def _bevinding_als_tekst(bevinding: Bevinding) -> str:
    regel = f" (regel {bevinding.regelnummer} van het bestand)" if bevinding.regelnummer else ""
    code = f", retourcode {bevinding.retourcode}" if bevinding.retourcode else ""
    return f"  {bevinding.pad}{regel}\n    {bevinding.melding} [{bevinding.regel}{code}]"


if __name__ == "__main__":
    raise SystemExit(main())
