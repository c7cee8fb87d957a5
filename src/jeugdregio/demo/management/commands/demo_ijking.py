"""Show how the made-up population lies against the published figures."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jeugdregio.basis.klok import vandaag
from jeugdregio.demo.bevolking import genereer
from jeugdregio.demo.ijking import meet


class Command(BaseCommand):
    """`jeugdregio demo_ijking [--zaad N]`. Needs no database."""

    help = "Toon per ijkpunt het doel, wat er gevonden is en de marge, op de schaal van de regio."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--zaad", type=int, default=1)

    def handle(self, *_args: Any, zaad: int, **_opties: Any) -> None:
        """Print the table; fail when a target is missed."""
        dag = vandaag()
        metingen = meet(genereer("regio", zaad, dag), dag)
        for meting in metingen:
            self.stdout.write(str(meting))
        gemist = sum(not meting.goed for meting in metingen)
        if gemist:
            raise CommandError(f"{gemist} van de {len(metingen)} ijkpunten vallen buiten hun marge.")
        self.stdout.write(f"Alle {len(metingen)} ijkpunten vallen binnen hun marge.")
