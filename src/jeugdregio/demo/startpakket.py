"""Priorities for the starter pack (fictional): of this term, done, and for the next."""

from datetime import date

from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.verteller import Verteller
from jeugdregio.leren.startpakket import actions
from jeugdregio.organisaties.models import Rol


def laad_startpakket(register: Register, vandaag: date) -> None:
    """Give each municipality its priorities by the real acts."""
    verteller = Verteller(register, vandaag)
    for gemeente in register.gemeenten:
        wie = verteller.wie(gemeente, Rol.WETHOUDER)
        klaar = actions.voeg_toe(
            wie, wanneer="nu", titel="Iedereen weet wie te bellen", eigenaar="teamleider toegang",
            waarom="Ouders en scholen kwamen steeds bij een ander uit.",
        )  # fmt: skip
        actions.rond_af(wie, klaar.pk, versie=1)
        actions.voeg_toe(
            wie, wanneer="nu", titel="Kortere wachttijd voor ambulante hulp", eigenaar="wethouder jeugd",
            waarom="Wie vroeg hulp krijgt, heeft later minder nodig.",
        )  # fmt: skip
        actions.voeg_toe(
            wie, wanneer="later", titel="De regiovisie opnieuw vaststellen", eigenaar="beleidsmedewerker jeugd",
            waarom="De visie is uit 2021.",
            overdracht="De colleges begonnen met de tekst; de raad moet er nog over spreken.",
        )  # fmt: skip
