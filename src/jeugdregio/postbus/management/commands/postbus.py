"""The command `jeugdregio postbus`: exchange by folder, and the round of work."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jeugdregio.beurten.dagwerk import doe_dagwerk
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.aanvullen import vul_aan
from jeugdregio.postbus.actions import bezorg, verwerk_openstaand
from jeugdregio.postbus.bewaken import bewaak
from jeugdregio.postbus.uitwisselmap import verwerk_map

PAUZE_SECONDEN = 5


class Command(BaseCommand):
    """Messages in and out."""

    help = "Berichten innemen en bezorgen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the two parts of the command."""
        delen = parser.add_subparsers(dest="deel", required=True)
        map_ = delen.add_parser("verwerk", help="Neem de berichten uit een map in en schrijf de antwoorden.")
        map_.add_argument("map", type=Path)
        map_.add_argument("--voor", metavar="CODE", help="Code van wie deze bestanden aanbiedt en ziet wat afvalt.")
        delen.add_parser("aanvullen", help="Vul bij oudere berichten aan wat nu wordt bijgehouden. Na een upgrade.")
        werk = delen.add_parser("werk", help="Verwerk wat wacht, bezorg wat klaar is, en doe het werk van de dag.")
        werk.add_argument("--blijf", action="store_true", help="Blijf werken tot het proces stopt.")

    def handle(self, *_args: Any, **opties: Any) -> None:
        """Run one part."""
        if opties["deel"] == "verwerk":
            self._verwerk(opties["map"], opties["voor"])
            return
        if opties["deel"] == "aanvullen":
            kinderen, tellingen = vul_aan()
            self.stdout.write(f"Bekeken: {kinderen} berichten op kinderen, {tellingen} op afkeuringen.")
            return
        self._werk()
        while opties["blijf"]:
            time.sleep(PAUZE_SECONDEN)
            self._werk()

    def _verwerk(self, map_: Path, code: str | None) -> None:
        if not map_.is_dir():
            raise CommandError(f"De map {map_} is er niet. Maak hem aan en zet er berichten in.")
        organisatie = None
        if code:
            organisatie = Organisatie.objects.filter(code=code).first()
            if organisatie is None:
                raise CommandError(f"Er is geen organisatie met code {code}.")
        aantal = 0
        for verslag in verwerk_map(map_, organisatie):
            aantal += 1
            reden = f": {verslag.reden}" if verslag.uitkomst == "later" else ""
            self.stdout.write(f"{verslag.naam}: {verslag.uitkomst}{reden}")
        self.stdout.write(f"{aantal} {'bestand' if aantal == 1 else 'bestanden'} gelezen.")

    def _werk(self) -> None:
        verwerkt, fout = verwerk_openstaand()
        bezorgd, niet_bezorgd = bezorg()
        bewaak()
        for naam, aantal in doe_dagwerk():
            self.stdout.write(f"{naam}: {aantal}.")
        if verwerkt or fout or bezorgd or niet_bezorgd:
            self.stdout.write(
                f"Verwerkt: {verwerkt}, niet gelukt: {fout}. Bezorgd: {bezorgd}, niet gelukt: {niet_bezorgd}."
            )
