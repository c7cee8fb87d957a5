"""The tables of deciding by consent."""

from jeugdregio.bestuur.consent.models.ronde import Bezwaar, Keuze, Mandaat, Plaatsvervanging, Ronde, Standpunt, Zorg
from jeugdregio.bestuur.consent.models.uitkomst import Bekrachtiging, Escalatie, Evaluatie, Meting
from jeugdregio.bestuur.consent.models.voorstel import (
    Criterium,
    Overgang,
    Principe,
    Reactie,
    Spelregel,
    Staat,
    Tafel,
    Versie,
    Voorstel,
    Vraag,
    Zichtbaarheid,
)

__all__ = [
    "Bekrachtiging", "Bezwaar", "Criterium", "Escalatie", "Evaluatie", "Keuze", "Mandaat", "Meting", "Overgang",
    "Plaatsvervanging", "Principe", "Reactie", "Ronde", "Spelregel", "Staat", "Standpunt", "Tafel", "Versie",
    "Voorstel", "Vraag", "Zichtbaarheid", "Zorg",
]  # fmt: skip
