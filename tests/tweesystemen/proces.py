"""The process of one instance: `python -m tests.tweesystemen.proces ROL`. A JSON command a line, an answer a line."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import django

from tests.tweesystemen.inrichting import AANBIEDER, CODES, WACHTWOORD, toml


def main(rol: str) -> None:
    """Answer commands until the input ends. Only answers go to stdout."""
    django.setup()
    antwoorden, sys.stdout = sys.stdout, sys.stderr
    for regel in sys.stdin:
        antwoord = _doe(rol, json.loads(regel))
        print(json.dumps(antwoord, default=str), file=antwoorden, flush=True)


def _doe(rol: str, opdracht: dict[str, Any]) -> Any:
    from jeugdregio.basis import klok

    with klok.op(date.fromisoformat(opdracht["dag"])):
        match opdracht["doe"]:
            case "richt_in":
                return _richt_in(rol)
            case "wissel":
                return _wissel(rol, Path(opdracht["map"]))
            case "dag":
                return _dag(rol, opdracht)
            case "boeken":
                from tests.tweesystemen import boeken

                return {"boeken": boeken.boeken(), "onderweg": boeken.onderweg(), "bevonden": boeken.bevonden()}


def _richt_in(rol: str) -> str:
    from django.core.management import call_command
    from django.db import connection

    from jeugdregio.organisaties.models import Rol
    from tests.sjabloon import migreer
    from tests.tweesystemen.mensen import geef_rollen

    if not connection.introspection.table_names():
        migreer(connection)
    with TemporaryDirectory() as map_:
        bestand, wachtwoord = Path(map_) / "inrichting.toml", Path(map_) / "wachtwoord"
        bestand.write_text(toml(rol), encoding="utf-8")
        wachtwoord.write_text(WACHTWOORD, encoding="utf-8")
        call_command("inrichten", str(bestand), wachtwoord_bestand=wachtwoord, stdout=io.StringIO())
    if rol != AANBIEDER:
        geef_rollen(Rol.TOEGANG, Rol.CONTROLLER, Rol.BERICHTEN)
    return "klaar"


def _wissel(rol: str, map_: Path) -> str:
    """What a timer does: take in the folder, then handle and deliver what waits."""
    from django.core.management import call_command

    uit = io.StringIO()
    call_command("postbus", "verwerk", str(map_), "--voor", CODES[rol], stdout=uit)
    call_command("postbus", "werk", stdout=uit)
    return uit.getvalue()


def _dag(rol: str, opdracht: dict[str, Any]) -> dict[str, int]:
    from tests.tweesystemen import aanbieder, gemeente
    from tests.tweesystemen.herstel import stuur_opnieuw

    lot = Random(opdracht["zaad"])
    gedaan = stuur_opnieuw()
    if opdracht["rust"]:
        return dict(gedaan)
    if rol == AANBIEDER:
        return dict(gedaan + aanbieder.dag(lot, opdracht["kinderen"], fouten=opdracht["fouten"]))
    return dict(gedaan + gemeente.dag(lot))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jeugdregio.config.settings")
    main(sys.argv[1])
