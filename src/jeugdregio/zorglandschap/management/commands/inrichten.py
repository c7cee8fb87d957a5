"""The command `jeugdregio inrichten BESTAND`: an empty instance becomes that of a municipality or a provider."""

import tomllib
from argparse import ArgumentParser
from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.zorglandschap.inrichten import richt_in


class Command(BaseCommand):
    """Set up an instance from a file."""

    help = "Richt een systeem in voor een gemeente of een aanbieder: organisaties, producten, contracten, beheerder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the file and where the first password comes from."""
        parser.add_argument("bestand", type=Path, help="TOML-bestand; zie docs/hoe/inrichten.md.")
        parser.add_argument("--wachtwoord-bestand", type=Path, help="Bestand met het eerste wachtwoord.")

    def handle(self, *_args: Any, **opties: Any) -> None:
        """Read the file and set up; nothing changes when something is wrong."""
        try:
            gegevens = tomllib.loads(opties["bestand"].read_text(encoding="utf-8"))
        except OSError as fout:
            raise CommandError(f"Het bestand is niet te lezen: {fout.strerror}.") from fout
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
            raise CommandError(f"Het bestand is geen goede TOML: {fout}.") from fout
        wachtwoord = opties["wachtwoord_bestand"]
        try:
            regels = richt_in(
                gegevens,
                lambda: wachtwoord.read_text(encoding="utf-8").strip() if wachtwoord else getpass("Wachtwoord: "),
            )
        except Geweigerd as fout:
            raise CommandError(str(fout)) from fout
        for regel in regels:
            self.stdout.write(regel)
