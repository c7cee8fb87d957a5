"""How far away a term is, in days and in words."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Termijnstaat:
    """The distance to a term. `soort` is te_laat, deze_week, later or geen."""

    dagen: int | None
    soort: str
    tekst: str


def termijnstaat(uiterlijk: date | None, vandaag: date) -> Termijnstaat:
    """Tell how a term stands today: a term ends with its day, so on the last day it is still in time."""
    if uiterlijk is None:
        return Termijnstaat(None, "geen", "geen termijn")
    dagen = (uiterlijk - vandaag).days
    if dagen < 0:
        return Termijnstaat(dagen, "te_laat", f"{-dagen} {'dag' if dagen == -1 else 'dagen'} te laat")
    soort = "deze_week" if uiterlijk <= einde_van_week(vandaag) else "later"
    if dagen == 0:
        return Termijnstaat(dagen, soort, "vandaag")
    if dagen == 1:
        return Termijnstaat(dagen, soort, "morgen")
    return Termijnstaat(dagen, soort, f"over {dagen} dagen")


def einde_van_week(vandaag: date) -> date:
    """Return the horizon of "this week": seven days ahead, so that a Friday does not hide Monday."""
    return vandaag + timedelta(days=7)
