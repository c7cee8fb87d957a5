"""The command `jeugdregio beurten bijwerken`: turns that come with time, not with an act. Run it once a day."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.dagwerk import dagwerk
from jeugdregio.toegang.actions import open_stopbeurten, open_verlengingsbeurten


class Command(BaseCommand):
    """Turns that time brings."""

    help = "Open de beurten die met de tijd komen: hulp die bijna eindigt, en hulp die had moeten eindigen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the parts of the command."""
        parser.add_subparsers(dest="deel", required=True).add_parser("bijwerken", help="Open wat er vandaag bij komt.")

    def handle(self, *_args: Any, **_opties: Any) -> None:
        """Open the turns; again changes nothing."""
        op = vandaag()
        verlengingen, stops = open_verlengingsbeurten(op), open_stopbeurten(op)
        self.stdout.write(f"Toewijzingen die bijna eindigen: {verlengingen}. Hulp waarvan de stop mist: {stops}.")
        for naam, doe in dagwerk():
            self.stdout.write(f"{naam}: {doe(op)}.")
