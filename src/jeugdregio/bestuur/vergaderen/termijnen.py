"""From the day the papers go out to the first day the table can meet."""

from dataclasses import dataclass
from datetime import date

from jeugdregio.bestuur.consent.inbrengen import vroegste_bijeenkomst
from jeugdregio.bestuur.consent.instellingen import STUKKEN_WERKDAGEN, geldt
from recht.datum import datum_nl
from recht.kalender import vorige_werkdag


@dataclass(frozen=True, slots=True)
class Stukkentermijn:
    """The day, the number of working days, and where that number comes from."""

    dag: date
    werkdagen: int
    uitleg: str


def vroegste_vergadering(verzonden_op: date) -> Stukkentermijn:
    """Return the first day a table can meet on papers that go out on this day: the rule of proposals by consent."""
    regel = geldt(STUKKEN_WERKDAGEN, verzonden_op)
    dag = vroegste_bijeenkomst(verzonden_op).datum or verzonden_op
    uitleg = f"{regel.waarde} werkdagen na {datum_nl(verzonden_op)} is {datum_nl(dag)}. {regel.bron}"
    return Stukkentermijn(dag, regel.waarde, uitleg)


def stukken_uiterlijk(vergadering_op: date) -> Stukkentermijn:
    """Return the last day on which papers can go out for a meeting on this day."""
    regel = geldt(STUKKEN_WERKDAGEN, vergadering_op)
    dag = vergadering_op
    for _ in range(regel.waarde):
        dag = vorige_werkdag(dag)
    uitleg = f"{regel.waarde} werkdagen voor {datum_nl(vergadering_op)} is {datum_nl(dag)}. {regel.bron}"
    return Stukkentermijn(dag, regel.waarde, uitleg)
