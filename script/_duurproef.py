"""The long run, for a night: level 1 beside the official schemas, and a fuzz of everything that takes a message.

`script/duurproef [--minuten 60] [--berichten 20000] [--zaad N]`; 0 leaves that part out. Without machine load of its
own: it runs at low priority. Says how long each part took and how much it tried; a failure prints the seed that makes
it again.
"""

import argparse
import os
import subprocess
import sys

from _opzet import WORTEL, Gestopt, meld, omgeving, venv_python

VERSCHIL = ["src/ijw/tests/test_formaat_verschil.py", "-k", "oordeel or client_voor or gepubliceerde"]
PROEVEN = 5  # tests in tests/duurproef; each gets its share of the time


def main() -> int:
    """Run both parts; 0 when neither found anything."""
    lezer = argparse.ArgumentParser(prog="script/duurproef", description="De lange proef, voor een nacht.")
    lezer.add_argument("--minuten", type=float, default=60, help="hoe lang de fuzz duurt (standaard 60)")
    lezer.add_argument("--berichten", type=int, default=20_000, help="vergelijkingen met het schema (standaard 20000)")
    lezer.add_argument("--zaad", help="doe een ronde van de fuzz over met dit zaad")
    opties = lezer.parse_args()
    try:
        omgeving(ontwikkeling=True)
    except Gestopt as fout:
        fout.toon()
        return fout.code
    os.nice(19)
    seconden = int(opties.minuten * 60 / PROEVEN)
    fuzz = {"JEUGDREGIO_DUURPROEF_SECONDEN": str(seconden), "JEUGDREGIO_DUURPROEF_ZAAD": opties.zaad or ""}
    uitkomsten = [0]
    if opties.berichten and not opties.zaad:
        uitkomsten.append(_pytest(VERSCHIL, {"IJW_DIFF_AANTAL": str(opties.berichten)}))
    if opties.minuten or opties.zaad:
        uitkomsten.append(_pytest(["tests/duurproef"], fuzz))
    meld("De duurproef vond niets." if not any(uitkomsten) else "De duurproef vond iets: zie hierboven.")
    return max(uitkomsten)


def _pytest(wat: list[str], env: dict[str, str]) -> int:
    opdracht = [str(venv_python()), "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", *wat]
    # A part that was left out tried nothing: without the official schemas this run must fail, not say it found nothing.
    streng = {"JEUGDREGIO_NIETS_OVERSLAAN": "1", **env}
    return subprocess.run(opdracht, cwd=WORTEL, check=False, env={**os.environ, **streng}).returncode


if __name__ == "__main__":
    sys.exit(main())
