"""Command line: list the rules and compute one outcome with its explanation."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from recht.register import OnbekendeRegelError, Regel, alle_regels, zoek

GOED = 0
FOUT = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 on success, 2 on a wrong rule, name or value."""
    opties = _parser().parse_args(argv)
    try:
        if opties.opdracht == "regels":
            return _toon_regels(opties.json)
        return _reken(opties.regel, opties.invoer, opties.json)
    except BrokenPipeError:
        # The reader (head, less) has seen enough; keep Python from complaining while it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOED
    except (OnbekendeRegelError, ValueError, LookupError) as fout:
        print(f"recht: {fout.args[0] if fout.args else fout}", file=sys.stderr)
        return FOUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="recht", description="Wetsregels als code, met uitleg.")
    opdrachten = parser.add_subparsers(dest="opdracht", required=True, metavar="OPDRACHT")
    regels = opdrachten.add_parser("regels", help="toon de regels met bron en invoer")
    regels.add_argument("--json", action="store_true", help="als JSON")
    reken = opdrachten.add_parser("reken", help="reken een regel uit")
    reken.add_argument("regel", metavar="REGEL", help="id van de regel, zie 'recht regels'")
    reken.add_argument("invoer", metavar="naam=waarde", nargs="*", help="bijvoorbeeld ontvangen=2026-03-02")
    reken.add_argument("--json", action="store_true", help="als JSON")
    return parser


def _toon_regels(als_json: bool) -> int:
    regels = alle_regels()
    if als_json:
        print(json.dumps([_beschrijf(regel) for regel in regels], ensure_ascii=False, indent=2))
        return GOED
    for regel in regels:
        print(f"{regel.id}: {regel.naam}")
        print(f"    bron: {regel.bron} (versie {regel.versie})")
        for invoer in regel.invoer:
            plicht = "" if invoer.verplicht else ", mag weg"
            print(f"    {invoer.naam} ({invoer.vorm}{plicht}): {invoer.uitleg}")
        if regel.let_op:
            print(f"    let op: {regel.let_op}")
    return GOED


def _beschrijf(regel: Regel) -> dict[str, object]:
    return {
        "id": regel.id,
        "naam": regel.naam,
        "grondslag": regel.grondslag,
        "bron": regel.bron,
        "versie": regel.versie,
        "let_op": regel.let_op,
        "invoer": [
            {"naam": i.naam, "vorm": i.vorm, "verplicht": i.verplicht, "uitleg": i.uitleg} for i in regel.invoer
        ],
        "voorbeelden": [{"invoer": v.invoer, "uitkomst": v.uitkomst} for v in regel.voorbeelden],
    }


def _reken(id: str, paren: Sequence[str], als_json: bool) -> int:
    uitkomst = zoek(id).reken(_waarden(paren))
    print(json.dumps(uitkomst.als_dict(), ensure_ascii=False, indent=2) if als_json else uitkomst.uitleg())
    return GOED


def _waarden(paren: Sequence[str]) -> dict[str, str]:
    waarden: dict[str, str] = {}
    for paar in paren:
        naam, is_teken, waarde = paar.partition("=")
        if not is_teken or not naam:
            raise ValueError(f"'{paar}' is geen naam=waarde.")
        if naam in waarden:
            raise ValueError(f"'{naam}' staat er twee keer.")
        waarden[naam] = waarde
    return waarden


if __name__ == "__main__":
    sys.exit(main())
