"""The command `jeugdregio bestuur werk`: what happens in joint governance because a day comes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from jeugdregio.bestuur.consent.tijd import werk
from jeugdregio.bestuur.teksten.uitvoer import werk as werk_teksten
from jeugdregio.bestuur.toezeggingen.tijd import herinner_per_kwartaal


class Command(BaseCommand):
    """The round of work of joint governance."""

    help = "Open evaluaties, haal terug wat was aangehouden, en vraag per kwartaal om nieuws over toezeggingen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the one part of the command."""
        parser.add_subparsers(dest="deel", required=True).add_parser("werk", help="Doe wat vandaag aan de beurt is.")

    def handle(self, *_args: Any, **_opties: Any) -> None:
        """Do the round and tell what was done."""
        evaluaties, terug = werk()
        gevraagd, teksten = herinner_per_kwartaal(), werk_teksten()
        self.stdout.write(f"Evaluaties geopend: {evaluaties}. Teruggekomen: {terug}. Om nieuws gevraagd: {gevraagd}.")
        self.stdout.write(f"Teksten bekeken: {teksten}.")
