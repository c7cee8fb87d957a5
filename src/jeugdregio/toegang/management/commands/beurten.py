"""The command `jeugdregio beurten bijwerken`: turns that come with time, not with an act.

The worker (`postbus werk`) does the same once a day; this does it now, also when it was done.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.dagwerk import dagwerk


class Command(BaseCommand):
    """Turns that time brings."""

    help = "Open de beurten die met de tijd komen: hulp die bijna eindigt, en hulp die had moeten eindigen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the parts of the command."""
        parser.add_subparsers(dest="deel", required=True).add_parser("bijwerken", help="Open wat er vandaag bij komt.")

    def handle(self, *_args: Any, **_opties: Any) -> None:
        """Open the turns; again changes nothing."""
        op = vandaag()
        for naam, doe in dagwerk():
            self.stdout.write(f"{naam}: {doe(op)}.")
