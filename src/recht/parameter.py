"""Numbers of the law as data: each value with the day it takes effect and its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from recht.datum import datum_kort


class ParameterOntbreektError(LookupError):
    """No value is known for the day asked for."""


@dataclass(frozen=True)
class Waarde:
    """One value: in force from `vanaf` until the next one."""

    vanaf: date
    waarde: int
    bron: str


@dataclass(frozen=True)
class Parameter:
    """A number in a rule, for example "3 werkdagen", with its history in order of date."""

    naam: str
    eenheid: str
    waarden: tuple[Waarde, ...]

    def __post_init__(self) -> None:
        if not self.waarden:
            raise ValueError(f"Parameter {self.naam} heeft geen waarde.")
        if any(een.vanaf >= twee.vanaf for een, twee in pairwise(self.waarden)):
            raise ValueError(f"De waarden van {self.naam} staan niet op volgorde van datum.")

    def op(self, datum: date) -> int:
        """The value in force on a day. Raises ParameterOntbreektError before the first value."""
        geldend = [waarde for waarde in self.waarden if waarde.vanaf <= datum]
        if not geldend:
            raise ParameterOntbreektError(
                f"Voor {self.naam} is op {datum_kort(datum)} geen waarde bekend; "
                f"de eerste geldt vanaf {datum_kort(self.waarden[0].vanaf)}."
            )
        return geldend[-1].waarde


ALLE_PARAMETERS: dict[str, Parameter] = {}
"""Every parameter by name, for the reference page."""


def parameter(naam: str, eenheid: str, *waarden: tuple[str, int, str]) -> Parameter:
    """Write down a parameter: name, unit, then (date of effect as ISO text, value, source).

    Raises ValueError when the name is taken or the dates are out of order.
    """
    if naam in ALLE_PARAMETERS:
        raise ValueError(f"De parameter {naam} bestaat al.")
    rijen = (Waarde(date.fromisoformat(vanaf), waarde, bron) for vanaf, waarde, bron in waarden)
    ALLE_PARAMETERS[naam] = Parameter(naam, eenheid, tuple(rijen))
    return ALLE_PARAMETERS[naam]
