"""The time a dispute took: from announcement to start to advice, and how far it ran past the day that was promised."""

from dataclasses import dataclass
from datetime import date, timedelta

from jeugdregio.bestuur.geschillen.models import Geschil


@dataclass(frozen=True)
class Duur:
    """A stretch of the road, in days; `stappen` says from which day to which."""

    naam: str
    van: date
    tot: date

    @property
    def dagen(self) -> int:
        """Days from the first to the last."""
        return (self.tot - self.van).days


def looptijden(geschil: Geschil) -> list[Duur]:
    """Return the stretches of which both ends are known."""
    paren = (
        ("Van aankondiging tot start", geschil.aangekondigd_op, geschil.gestart_op),
        ("Van start tot advies", geschil.gestart_op, geschil.advies_op),
    )
    return [Duur(naam, van, tot) for naam, van, tot in paren if van and tot]


def uitloop(geschil: Geschil, op: date) -> int:
    """Return how many days the advice came after the promised day, or is late on `op`; 0 when in time."""
    if geschil.verwacht_op is None:
        return 0
    return max(0, ((geschil.advies_op or op) - geschil.verwacht_op).days)


def halfjaar(dag: date) -> date:
    """Return the day on which progress must be told again: at least every half-year (182 days)."""
    return dag + timedelta(days=182)
