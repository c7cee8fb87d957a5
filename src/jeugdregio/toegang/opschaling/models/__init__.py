"""Who acts on which level, the road of one stuck case along them, what the expert team says, and a seat for a guest."""

from jeugdregio.toegang.opschaling.models.casussen import (
    Aanwezige,
    Advies,
    Agendapunt,
    Casusvraag,
    Gastplek,
    Opvolging,
    Zitting,
)
from jeugdregio.toegang.opschaling.models.niveaus import Expertteam, Niveau, Niveauregel, Teamlid
from jeugdregio.toegang.opschaling.models.trajecten import AndersInzet, Opschaling, Stap

__all__ = [
    "Aanwezige",
    "Advies",
    "Agendapunt",
    "AndersInzet",
    "Casusvraag",
    "Expertteam",
    "Gastplek",
    "Niveau",
    "Niveauregel",
    "Opschaling",
    "Opvolging",
    "Stap",
    "Teamlid",
    "Zitting",
]
