"""When somebody can be reached: hours of a contact point, holidays included, as yes or no and in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from recht.kalender import feestdag

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ZOEK_DAGEN = 14


@dataclass(frozen=True)
class Uren:
    """The hours of a contact point: always, or on these days (0 is Monday) from a time until a time.

    A time until that is not later than the time from runs on into the next day. Nobody is there on a general holiday,
    unless always.
    """

    altijd: bool
    dagen: tuple[int, ...] = ()
    van: time | None = None
    tot: time | None = None

    @property
    def bekend(self) -> bool:
        """True when there is anything to reckon with."""
        return self.altijd or bool(self.dagen and self.van is not None and self.tot is not None)

    def open_op(self, moment: datetime) -> bool | None:
        """Tell whether somebody is there; None when the hours are not known."""
        if not self.bekend:
            return None
        return self.altijd or any(begin <= moment < eind for begin, eind in self._blokken(moment.date(), moment))

    def volgende(self, moment: datetime) -> datetime | None:
        """Return when somebody is there again after a moment; None when that is now, or not known."""
        if self.open_op(moment) is not False:
            return None
        dagen = (moment.date() + timedelta(days=n) for n in range(_ZOEK_DAGEN))
        begins = (begin for dag in dagen for begin, _ in self._blokken(dag, moment) if begin > moment)
        return min(begins, default=None)

    def _blokken(self, dag: date, moment: datetime) -> list[tuple[datetime, datetime]]:
        """The open hours that begin on a day or on the day before it."""
        if self.van is None or self.tot is None:
            return []
        blokken = []
        for begindag in (dag - timedelta(days=1), dag):
            if begindag.weekday() not in self.dagen or feestdag(begindag):
                continue
            einddag = begindag if self.tot > self.van else begindag + timedelta(days=1)
            begin = datetime.combine(begindag, self.van, moment.tzinfo)
            blokken.append((begin, datetime.combine(einddag, self.tot, moment.tzinfo)))
        return blokken

    @property
    def tekst(self) -> str:
        """The hours in words; empty when they are not known."""
        if self.altijd:
            return "dag en nacht"
        if not self.bekend or self.van is None or self.tot is None:
            return ""
        return f"{dagen_in_woorden(self.dagen)} van {_klok(self.van)} tot {_klok(self.tot)} uur"


def kort(uren: Uren) -> str:
    """Return the hours for a list: "ma t/m vr 9.00-17.00"."""
    if uren.altijd or uren.van is None or uren.tot is None or not uren.dagen:
        return uren.tekst
    rij = sorted(uren.dagen)
    namen = [DAGEN[dag][:2] for dag in rij]
    reeks = len(rij) > 2 and rij == list(range(rij[0], rij[-1] + 1))
    dagen = f"{namen[0]} t/m {namen[-1]}" if reeks else ", ".join(namen)
    return f"{dagen} {_klok(uren.van)}-{_klok(uren.tot)}"


def dagen_in_woorden(dagen: Sequence[int]) -> str:
    """Return "maandag tot en met vrijdag", "dinsdag en donderdag"."""
    rij = sorted(dagen)
    if len(rij) > 2 and rij == list(range(rij[0], rij[-1] + 1)):
        return f"{DAGEN[rij[0]]} tot en met {DAGEN[rij[-1]]}"
    namen = [DAGEN[dag] for dag in rij]
    return " en ".join([", ".join(namen[:-1]), namen[-1]] if len(namen) > 1 else namen)


def moment_in_woorden(moment: datetime) -> str:
    """Return "maandag 9.00 uur"."""
    return f"{DAGEN[moment.weekday()]} {_klok(moment.time())} uur"


def _klok(tijd: time) -> str:
    return f"{tijd.hour}.{tijd.minute:02d}"
