"""Levels 3 and 4 of the iJw control: a message against what the receiver already knows.

`controleer(bericht, dossier, vandaag=...)` gives the findings, `overzicht()` the state of every rule.
"""

from ijw.overstijgend.controle import controleer, signalen
from ijw.overstijgend.dossier import (
    Dossier,
    EerderePrestatie,
    Levering,
    Status,
    Stop,
    Tarief,
    Toewijzing,
    Verzoek,
    VerzoekStand,
)
from ijw.overstijgend.stand import RegelStand, Stand, overzicht

__all__ = [
    "Dossier",
    "EerderePrestatie",
    "Levering",
    "RegelStand",
    "Stand",
    "Status",
    "Stop",
    "Tarief",
    "Toewijzing",
    "Verzoek",
    "VerzoekStand",
    "controleer",
    "overzicht",
    "signalen",
]
