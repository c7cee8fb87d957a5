"""Set everything up, load the demonstration region and serve it on this machine only."""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from _opzet import (
    DATABASE_STAP,
    VAR,
    WORTEL,
    Gestopt,
    assets,
    controleer_schijf,
    draai,
    geheimen,
    meld,
    omgeving,
    venv_python,
)

MAP = VAR / "demo"
BEHEER = [str(venv_python()), "-m", "jeugdregio.config.beheer"]


def main() -> int:
    """Run the steps; return the exit code."""
    opties = _opties()
    meld("Jeugdregio: demonstratie")
    try:
        _poort_vrij(opties.port)
        if opties.reset:
            shutil.rmtree(MAP, ignore_errors=True)
            meld("  Demonstratiegegevens gewist.")
        controleer_schijf()
        omgeving()
        assets()
        _vul(opties.schaal)
        return 0 if opties.alleen_opzetten else _serveer(opties.schaal, opties.port)
    except Gestopt as fout:
        fout.toon()
        return fout.code
    except OSError as fout:
        if fout.errno == 28:  # ENOSPC
            Gestopt("de schijf is vol.", ["maak ruimte vrij en start opnieuw."]).toon()
            return 5
        raise
    except KeyboardInterrupt:
        meld("\nGestopt.")
        return 130


def _opties() -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="script/demo", description="Start de demonstratie op deze computer.")
    lezer.add_argument("--port", type=int, default=8000, help="poort (standaard 8000)")
    lezer.add_argument("--schaal", choices=["klein", "regio"], default="klein", help="hoeveel kinderen")
    lezer.add_argument("--reset", action="store_true", help="wis de demonstratiegegevens en begin opnieuw")
    lezer.add_argument("--alleen-opzetten", action="store_true", help="zet alles klaar, maar start geen server")
    return lezer.parse_args()


def _bezet(poort: int) -> bool:
    with socket.socket() as stekker:
        stekker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            stekker.bind(("127.0.0.1", poort))
        except OSError:
            return True
    return False


def _poort_vrij(poort: int) -> None:
    """Stop before any work is done when the port is taken; name one that is free."""
    if not 1024 <= poort <= 65535:
        raise Gestopt(
            f"poort {poort} kan niet.",
            ["kies een poort van 1024 tot en met 65535: script/demo --port 8001"],
            2,
        )
    if not _bezet(poort):
        return
    vrij = next((kandidaat for kandidaat in range(poort + 1, min(poort + 100, 65535)) if not _bezet(kandidaat)), 8001)
    raise Gestopt(
        f"poort {poort} is bezet; misschien draait de demonstratie al op http://127.0.0.1:{poort}/.",
        [
            f"kies een andere poort: script/demo --port {vrij}",
            "of stop het programma dat deze poort gebruikt.",
        ],
        code=6,
    )


def _omgeving(schaal: str) -> dict[str, str]:
    return {**geheimen(MAP), "JEUGDREGIO_DATABASE": f"sqlite:///{MAP / schaal}.sqlite3"}


def _vul(schaal: str) -> None:
    """Make and load the database of this scale. A load that was broken off is done again from the start."""
    klaar = MAP / f"{schaal}.klaar"
    env = _omgeving(schaal)
    if not klaar.exists():
        for rest in MAP.glob(f"{schaal}.sqlite3*"):
            rest.unlink()
    draai(DATABASE_STAP, [*BEHEER, "migrate", "--no-input"], env)
    if not klaar.exists():
        draai(f"Demonstratieregio laden (schaal {schaal})", [*BEHEER, "demo", "--schaal", schaal], env)
        klaar.write_text(json.dumps({"schaal": schaal}))


def _serveer(schaal: str, poort: int) -> int:
    """Print address and accounts and serve until Ctrl+C."""
    env = {**os.environ, **_omgeving(schaal)}
    accounts = subprocess.run(
        [*BEHEER, "demo_accounts"], env=env, cwd=WORTEL, capture_output=True, text=True, check=False
    )
    meld(f"\nJeugdregio draait op  http://127.0.0.1:{poort}/\n")
    meld(accounts.stdout.rstrip() or "De accounts konden niet worden getoond: " + accounts.stderr.strip()[-300:])
    meld("\nStoppen: Ctrl+C.  Opnieuw beginnen: script/demo --reset.  Meer kinderen: --schaal regio.")
    opdracht = [*BEHEER, "serveer", "--poort", str(poort)]
    if os.name == "posix":
        os.chdir(WORTEL)
        sys.stdout.flush()
        os.execve(opdracht[0], opdracht, env)  # noqa: S606  the server takes the place of this process
    return subprocess.call(opdracht, env=env, cwd=WORTEL)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(Path(__file__).parent))
    sys.exit(main())
