"""Where a question for help stands on its road: reckoned from its facts and the steps of the law."""

from dataclasses import dataclass
from datetime import date

from jeugdregio.toegang.hulpvragen.feiten import Feiten
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from recht import wegen
from recht.wegen import Punt, Wegkaart, Wegstap

# What follows by itself once the rest is there: shown as a step, never as missing.
_VOLGT = frozenset({Punt.TOEWIJZING, Punt.START})


@dataclass(frozen=True)
class StapStand:
    """One step: `staat` is gedaan, nu, straks or mist (help began without it); `datum` the day it was done."""

    stap: Wegstap
    staat: str
    datum: date | None

    @property
    def gedaan(self) -> bool:
        """True when it was done."""
        return self.staat == "gedaan"


@dataclass(frozen=True)
class Stand:
    """The steps of a question with what is asked now and what is still missing."""

    kaart: Wegkaart
    stappen: tuple[StapStand, ...]
    afgewezen: bool
    hulp_loopt: bool

    @property
    def nu(self) -> StapStand | None:
        """The step that is asked now; None when all was done or the question was refused."""
        return next((stap for stap in self.stappen if stap.staat in {"nu", "mist"}), None)

    @property
    def ontbreekt(self) -> tuple[StapStand, ...]:
        """What is not there yet and does not follow by itself."""
        return tuple(s for s in self.stappen if not s.gedaan and s.stap.punt not in _VOLGT)

    @property
    def zonder_papieren(self) -> tuple[StapStand, ...]:
        """What was skipped because help could not wait: visible until it is mended."""
        return tuple(stap for stap in self.stappen if stap.staat == "mist")


def stand_van(vraag: Hulpvraag, feiten: Feiten) -> Stand:
    """Return where a question stands. The first step that was not done is the one of now."""
    kaart = wegen.kaart(wegen.Weg(vraag.weg))
    begonnen = bool({Punt.HULP_METEEN, Punt.START} & feiten.bereikt.keys())
    stappen: list[StapStand] = []
    nu_gegeven = feiten.afgewezen or vraag.afgesloten_op is not None
    for stap in kaart.stappen:
        if stap.punt in feiten.bereikt:
            stappen.append(StapStand(stap, "gedaan", feiten.bereikt[stap.punt]))
        elif begonnen and stap.achteraf:
            stappen.append(StapStand(stap, "mist", None))
            nu_gegeven = True
        else:
            stappen.append(StapStand(stap, "straks" if nu_gegeven else "nu", None))
            nu_gegeven = True
    return Stand(kaart, tuple(stappen), feiten.afgewezen, feiten.hulp_loopt)
