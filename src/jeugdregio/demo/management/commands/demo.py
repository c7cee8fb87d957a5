"""Load the demonstration region."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from jeugdregio.demo.bevolking import SCHALEN
from jeugdregio.demo.laden import laad
from jeugdregio.demo.werkvoorraad import is_geladen
from jeugdregio.organisaties.models import Organisatie


class Command(BaseCommand):
    """`jeugdregio demo --schaal klein|regio [--zaad N] [--reset]`."""

    help = "Laad de demonstratieregio: verzonnen mensen, nooit naast echte gegevens."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--schaal", choices=sorted(SCHALEN), default="klein")
        parser.add_argument("--zaad", type=int, default=1, help="Zelfde zaad, zelfde dag: zelfde regio.")
        parser.add_argument("--reset", action="store_true", help="Gooi eerst alles weg wat er in de database staat.")

    def handle(self, *_args: Any, schaal: str, zaad: int, reset: bool, **_opties: Any) -> None:
        """Load, unless it is there already."""
        if settings.OMGEVING == "productie":
            raise CommandError(
                "Dit is een productieomgeving; hier komen geen verzonnen mensen. "
                "Zet JEUGDREGIO_OMGEVING op demo in een eigen omgeving met een eigen database."
            )
        if reset:
            _maak_leeg()
        elif is_geladen():
            self.stdout.write("De demonstratieregio staat er al. Opnieuw beginnen: jeugdregio demo --reset")
            return
        elif Organisatie.objects.exists():
            raise CommandError(
                "De database is niet leeg. Gebruik een lege database, of gooi alles weg met: jeugdregio demo --reset"
            )
        begin = time.monotonic()
        laad(schaal, zaad, lambda tekst: self.stdout.write(f"  {tekst} ({time.monotonic() - begin:.0f} s)"))
        self.stdout.write(f"De demonstratieregio staat klaar ({time.monotonic() - begin:.0f} s).")


def _maak_leeg() -> None:
    """Empty the database. The log refuses to lose a line, so its table is made anew instead of emptied."""
    call_command("migrate", "audit", "zero", verbosity=0)
    call_command("migrate", "audit", verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
