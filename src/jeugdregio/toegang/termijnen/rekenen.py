"""When a clock ends, and when it would end after an act: the screen that shows it and the act both ask here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.toegang.termijnen.models import Klok, Opschorting
from jeugdregio.toegang.termijnen.soorten import begin_van, kent
from recht.invoer import InvoerError
from recht.register import zoek

Periode = tuple[date, date]


@dataclass(frozen=True)
class Stand:
    """All that decides the end of a clock.

    `aanvullingen`: asked, set date, came in. `uitstel`: first day that does not count, first day that counts again.
    """

    regel: str
    begon_op: date
    invoer: Mapping[str, str] = field(default_factory=dict)
    aanvullingen: tuple[tuple[date, date, date | None], ...] = ()
    uitstel: tuple[Periode, ...] = ()
    verdaagd_tot: date | None = None
    verdaging_bekend_op: date | None = None

    def met(self, opschorting: Opschorting) -> "Stand":
        """Return the same clock with one more suspension."""
        deel = van_opschortingen([opschorting])
        return replace(self, aanvullingen=self.aanvullingen + deel[0], uitstel=self.uitstel + deel[1])


@dataclass(frozen=True)
class Berekend:
    """The end of a clock with the steps to it, what must still be known, and the article."""

    einde: date
    stappen: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    grondslag: str


@dataclass(frozen=True)
class Gevolg:
    """What an act does to the end of a clock, before it is saved."""

    was: date
    wordt: date
    uitleg: tuple[str, ...]
    ontbreekt: tuple[str, ...] = ()

    @property
    def dagen(self) -> int:
        """How many days later the end comes; negative when it comes earlier."""
        return (self.wordt - self.was).days


def als_tekst(waarde: object) -> str:
    """Write an input as the rules read it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


def van_opschortingen(
    delen: Iterable[Opschorting],
) -> tuple[tuple[tuple[date, date, date | None], ...], tuple[Periode, ...]]:
    """Return suspensions as the rules take them: invitations to complete, and delays."""
    aanvullingen, uitstel = [], []
    for deel in delen:
        if deel.gevraagd_op and deel.voor:
            aanvullingen.append((deel.gevraagd_op, deel.voor, deel.binnen_op))
        else:
            uitstel.append((deel.vanaf, deel.tot))
    return tuple(aanvullingen), tuple(uitstel)


def stand_van(klok: Klok, *, zonder: Opschorting | None = None) -> Stand:
    """Return what decides the end of this clock now; `zonder` leaves one suspension out, to replace it."""
    delen = [deel for deel in klok.opschortingen.all() if zonder is None or deel.pk != zonder.pk]
    aanvullingen, uitstel = van_opschortingen(delen)
    return Stand(
        klok.regel, klok.begon_op, klok.invoer, aanvullingen, uitstel, klok.verdaagd_tot, klok.verdaging_bekend_op
    )


def reken(stand: Stand) -> Berekend:
    """Calculate the end with its steps. Raises Geweigerd with what the rule says when the dates cannot be right."""
    try:
        uitkomst = zoek(stand.regel).reken(_waarden(stand))
    except (InvoerError, ValueError) as fout:
        raise Geweigerd(str(fout)) from fout
    if uitkomst.datum is None:
        raise Geweigerd(f"Deze regel geeft geen laatste dag: {uitkomst.kort}.")
    stappen = tuple(stap.tekst for stap in uitkomst.stappen)
    return Berekend(uitkomst.datum, stappen, uitkomst.ontbreekt, uitkomst.grondslag)


def gevolg(klok: Klok, stand: Stand) -> Gevolg:
    """Return what this clock would become. Raises Geweigerd."""
    berekend = reken(stand)
    return Gevolg(klok.einde, berekend.einde, (*klok.vooraf, *berekend.stappen), berekend.ontbreekt)


def _waarden(stand: Stand) -> dict[str, str]:
    waarden = {begin_van(stand.regel): stand.begon_op.isoformat(), **stand.invoer}
    if stand.aanvullingen:
        waarden["aanvullingen"] = ",".join("/".join(d.isoformat() if d else "" for d in a) for a in stand.aanvullingen)
    if stand.uitstel:
        waarden["uitstel"] = ",".join(f"{vanaf}/{tot}" for vanaf, tot in stand.uitstel)
    if stand.verdaagd_tot and kent(stand.regel, "verdaagd_tot"):
        waarden["verdaagd_tot"] = stand.verdaagd_tot.isoformat()
        waarden["verdaging_bekend_op"] = stand.verdaging_bekend_op.isoformat() if stand.verdaging_bekend_op else ""
    return waarden
