"""Set up and run the tests: all of them on SQLite, then what touches the database on PostgreSQL too.

JEUGDREGIO_TEST_DB=sqlite|postgres|beide chooses; JEUGDREGIO_NIETS_OVERSLAAN=1 lets nothing be left out.
Arguments (`script/test src/ijw -k datum`) go to pytest, which then runs on SQLite unless chosen otherwise.
"""

import os
import shutil
import subprocess
import sys

from _opzet import WORTEL, Gestopt, assets, meld, omgeving, venv_python
from _postgres import INSTALLEER, postgres

# Settings of a test run that reach the tests; all others would make a run depend on the machine.
MEE = {"JEUGDREGIO_NIETS_OVERSLAAN", "JEUGDREGIO_BEELDEN", "JEUGDREGIO_TEST_WEGWERP"}
# What a test may need a database for. The libraries know none, so they run once.
MET_DATABASE = ["src/jeugdregio", "tests"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main(argumenten: list[str]) -> int:
    """Run; return 0 only when every run passed and nothing was left out that had to be in."""
    try:
        omgeving(ontwikkeling=True)
        assets()
    except Gestopt as fout:
        fout.toon()
        return fout.code
    if argumenten == ["--alleen-opzetten"]:
        return 0
    keuze = os.environ.get("JEUGDREGIO_TEST_DB", "sqlite" if argumenten else "beide")
    if keuze not in {"sqlite", "postgres", "beide"}:
        meld(f"JEUGDREGIO_TEST_DB={keuze} bestaat niet; kies sqlite, postgres of beide.")
        return 2
    weggelaten: list[str] = []
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        weggelaten.append("browser (Chromium ontbreekt; sudo apt install chromium)")
    codes = []
    if keuze in {"sqlite", "beide"}:
        codes.append(_draai("SQLite", argumenten, None, chromium))
    if keuze in {"postgres", "beide"}:
        codes += _op_postgres(argumenten, chromium, weggelaten)
    return _slot(codes, weggelaten, keuze)


def _op_postgres(argumenten: list[str], chromium: str | None, weggelaten: list[str]) -> list[int]:
    with postgres() as url:
        if url is None:
            weggelaten.append(f"PostgreSQL ({INSTALLEER})")
            return []
        os.environ["JEUGDREGIO_TEST_WEGWERP"] = "nee" if os.environ.get("JEUGDREGIO_TEST_POSTGRES") else "ja"
        return [_draai("PostgreSQL", argumenten or MET_DATABASE, url, chromium)]


def _draai(naam: str, argumenten: list[str], database: str | None, chromium: str | None) -> int:
    """Run pytest once; the database goes in by the environment."""
    meld(f"\n== Tests op {naam} ==")
    env = {k: v for k, v in os.environ.items() if not k.startswith("JEUGDREGIO_") or k in MEE}
    env |= {"JEUGDREGIO_OMGEVING": "test", "PYTHONPATH": f"{WORTEL / 'src'}{os.pathsep}{WORTEL}"}
    env["JEUGDREGIO_TEST_DB"] = "postgres" if database else "sqlite"
    if database:
        env["JEUGDREGIO_DATABASE"] = database
    if chromium:
        env["JEUGDREGIO_CHROMIUM"] = chromium
    opdracht = [str(venv_python()), "-m", "pytest", "-q", "-p", "tests.niets_overslaan"]
    if not any(deel.startswith(("-n", "--numprocesses", "-s", "--pdb")) for deel in argumenten):
        opdracht += ["-n", str(min(os.cpu_count() or 2, 8)), "--dist", "worksteal"]
    if chromium is None:
        opdracht += ["-m", "not browser"]
    return subprocess.run([*opdracht, *argumenten], cwd=WORTEL, env=env, check=False).returncode


def _slot(codes: list[int], weggelaten: list[str], keuze: str) -> int:
    """Say in one line what was left out, and decide the exit code."""
    streng = os.environ.get("JEUGDREGIO_NIETS_OVERSLAAN") == "1"
    if weggelaten:
        meld(f"\nWeggelaten: {'; '.join(weggelaten)}.")
    elif keuze == "beide":
        meld("\nNiets weggelaten: SQLite, PostgreSQL en browser deden mee.")
    else:
        meld(f"\nWeggelaten: de andere database (JEUGDREGIO_TEST_DB=beide); nu alleen {keuze}.")
    if streng and weggelaten:
        meld("Er mag niets worden weggelaten (JEUGDREGIO_NIETS_OVERSLAAN=1).")
        return 1
    if not codes:
        return 1
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
