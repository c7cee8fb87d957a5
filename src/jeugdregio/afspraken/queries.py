"""Reading norms for the screens. Norms are public within the region: everybody with an appointment may know them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jeugdregio.afspraken.geldt import Antwoord, wat_geldt
from jeugdregio.afspraken.vragen import VRAGEN
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie


@dataclass(frozen=True)
class Vraagkaart:
    """One question with what holds in each municipality."""

    code: str
    tekst: str
    antwoorden: tuple[tuple[Organisatie, Antwoord], ...]

    @property
    def verschilt(self) -> bool:
        """Tell whether municipalities give different answers."""
        return len({antwoord.waarde for _, antwoord in self.antwoorden}) > 1

    @property
    def betwist(self) -> bool:
        """Tell whether the answer is disputed somewhere."""
        return any(antwoord.betwist for _, antwoord in self.antwoorden)


def kaart(_wie: Wie, datum: date) -> Sequence[Vraagkaart]:
    """Return every question of the catalogue with the answer in each municipality of today's region."""
    gemeenten = list(deelnemers())
    return [
        Vraagkaart(code, tekst, tuple((gemeente, wat_geldt(code, gemeente, datum)) for gemeente in gemeenten))
        for code, tekst in VRAGEN.items()
    ]
