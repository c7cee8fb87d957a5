"""Print the accounts of the demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jeugdregio.demo.gezinnen import gezinsaccounts
from jeugdregio.demo.laden_basis import token
from jeugdregio.demo.opschaling import GAST
from jeugdregio.demo.organisaties import TOKENS, WACHTWOORD, accounts
from jeugdregio.demo.werkvoorraad import is_geladen
from jeugdregio.organisaties.models import Organisatie


class Command(BaseCommand):
    """`jeugdregio demo_accounts`."""

    help = "Toon de accounts van de demonstratieregio, het wachtwoord en de API-tokens."

    def handle(self, *_args: Any, **_opties: Any) -> None:
        """Print them, only for a demonstration."""
        if settings.OMGEVING == "productie" or not is_geladen():
            raise CommandError("Hier staat geen demonstratieregio. Laad hem met: jeugdregio demo")
        self.stdout.write(f"Wachtwoord voor iedereen: {WACHTWOORD}\n")
        plaatsen: dict[str, list[str]] = {}
        for account in (*accounts(), *gezinsaccounts(), GAST):
            plaatsen.setdefault(account.plaats, []).append(account.email)
        for plaats, adressen in plaatsen.items():
            self.stdout.write(f"\n{plaats}")
            for adres in adressen:
                self.stdout.write(f"  {adres}")
        self.stdout.write("\nAPI-tokens (Authorization: Bearer ...)")
        for code in TOKENS:
            naam = Organisatie.objects.get(code=code).naam
            self.stdout.write(f"  {naam} ({code}): {token(code)}")
