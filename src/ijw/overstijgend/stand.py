"""Which rules of levels 3 and 4 the library tests, and what limits the test."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ijw.overstijgend.regel import REGELS, Regel


class Stand(StrEnum):
    """How far a rule is."""

    GEDAAN = "gedaan"
    NOG_NIET = "nog niet"
    NIET_TE_TOETSEN = "niet door software te toetsen"


@dataclass(frozen=True, slots=True)
class RegelStand:
    """A rule with its state and, in Dutch, what limits it."""

    regel: Regel
    stand: Stand
    toelichting: str = ""


_BEPERKINGEN = {
    "TR056": "De aanroeper geeft de gebruikte identificaties; wie een herhaald bericht het bewaarde antwoord "
    "geeft, doet dat vóór deze controle.",
    "TR304": "Een kind met alleen een toewijzing bij een andere aanbieder krijgt hetzelfde antwoord als een "
    "onbekend kind.",
    "TR318": "Alleen teruggaan in de tijd wordt geweigerd: of in een overgeslagen maand zorg is geleverd, is "
    "niet uit berichten te weten.",
    "TR322": "Zonder einddatum is er geen grens over de looptijd, behalve bij een totaal.",
    "TR346": "Zonder bekend uurtarief mag een bedrag bij minuten uit elk uurtarief komen dat op het "
    "ingediende tarief afrondt.",
    "TR369": "Vergelijkt bedragen; bij euro's is dat gelijk aan het volume.",
    "TR378": "Alleen met een lijst van gemeentecodes in het dossier; anders een signaal.",
    "TR381": "Alleen met een productcodelijst in het dossier; anders een signaal.",
    "TR418": "Alleen met een bekend tarief; anders een signaal.",
}


def overzicht() -> tuple[RegelStand, ...]:
    """Every technical rule of levels 3 and 4, in order of code, with its state."""
    return tuple(RegelStand(REGELS[code], Stand.GEDAAN, _BEPERKINGEN.get(code, "")) for code in sorted(REGELS))
