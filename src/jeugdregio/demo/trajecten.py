"""From trajectory to assignments: who asked, when it was answered, when help started and stopped. Pure and seeded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from jeugdregio.demo.bevolking import VENSTER_DAGEN, Jeugdige, Traject
from jeugdregio.demo.toeval import kies, toeval
from jeugdregio.demo.zorgaanbod import PER_CODE, Aanbod
from recht.kalender import is_werkdag

DUUR_TOEWIJZING = 365
KANS_LAAT_BEANTWOORD = 0.14
KANS_START_LAAT_GEMELD = 0.09
KANS_ONDERZOEK = 0.10
KANS_AFGEWEZEN = 0.06
VIA_GEMEENTE = ("01", "")  # the access itself asks; no provider's request

REDEN_EINDE = (("31", 62), ("32", 15), ("33", 4), ("34", 11), ("35", 2), ("38", 4), ("39", 2))  # JZ588
# A referral cannot be refused on need: only no contract, pile-up, or another municipality (WJ759).
REDEN_AFWIJZING = (("3", 45), ("6", 25), ("8", 30))


@dataclass(slots=True, kw_only=True)
class Opdracht:
    """One assignment, or a request that was refused (`afwijzing` filled: then nothing was assigned).

    Dates of messages are None when there was none: no request for own access, no start reported yet.
    """

    kind: int
    gemeente: str
    agb: str
    product: str
    verwijzer: str
    ingang: date
    einde: date
    volume: int
    toegewezen_op: date
    verzocht_op: date | None = None
    onderzoek_op: date | None = None
    start: date | None = None
    start_gemeld: date | None = None
    stop: date | None = None
    stop_gemeld: date | None = None
    reden_einde: str = ""
    afwijzing: str = ""
    nummer: int = 0
    referentie: str = ""

    @property
    def aanbod(self) -> Aanbod:
        """The product."""
        return PER_CODE[self.product]


def maak_opdrachten(jeugdigen: list[Jeugdige], zaad: int, vandaag: date) -> list[Opdracht]:
    """Return the assignments and refused requests of the window, numbered per municipality in order of time."""
    van = vandaag - timedelta(days=VENSTER_DAGEN)
    opdrachten: list[Opdracht] = []
    for nummer, jeugdige in enumerate(jeugdigen):
        bron = toeval(zaad, f"opdracht:{nummer}")
        for traject in jeugdige.trajecten:
            opdrachten += _van_traject((nummer, jeugdige.gemeente), traject, van, vandaag, bron)
        if bron.random() < KANS_AFGEWEZEN and jeugdige.trajecten:
            opdrachten += _afgewezen(nummer, jeugdige, van, vandaag, bron)
    opdrachten.sort(key=lambda o: (o.toegewezen_op, o.kind, o.ingang, o.product))
    _nummer(opdrachten)
    return opdrachten


def _nummer(opdrachten: list[Opdracht]) -> None:
    per_gemeente: dict[str, int] = {}
    for volg, opdracht in enumerate(opdrachten, start=1):
        opdracht.referentie = f"V{opdracht.toegewezen_op:%y}{volg:07d}"
        if not opdracht.afwijzing:
            per_gemeente[opdracht.gemeente] = opdracht.nummer = per_gemeente.get(opdracht.gemeente, 100000) + 1


def _van_traject(
    van_wie: tuple[int, str], traject: Traject, van: date, vandaag: date, bron: Random
) -> Iterator[Opdracht]:
    """Cut a trajectory into assignments of at most a year; each has its own start and stop."""
    kind, gemeente = van_wie
    aanbod = PER_CODE[traject.product]
    volume = bron.randint(*aanbod.volume)
    ingang, eerste = traject.begin, True
    while ingang <= min(traject.eind, vandaag):
        einde = _ruim_einde(traject, ingang)
        if einde >= van:
            opdracht = Opdracht(
                kind=kind, gemeente=gemeente, agb=traject.agb, product=traject.product,
                verwijzer=traject.verwijzer, ingang=ingang, einde=einde, volume=volume, toegewezen_op=ingang,
            )  # fmt: skip
            _plan_verzoek(opdracht, bron)
            _plan_levering(opdracht, traject, vandaag, bron, eerste=eerste)
            yield opdracht
        ingang, eerste = einde + timedelta(days=1), False


def _ruim_einde(traject: Traject, ingang: date) -> date:
    """An assignment is given for half a year or a year; help often stops before it ends."""
    rest = (traject.eind - ingang).days + 1
    return ingang + timedelta(days=(182 if rest <= 150 else DUUR_TOEWIJZING) - 1)


def _plan_verzoek(opdracht: Opdracht, bron: Random) -> None:
    """Set the dates of request, research and answer, back from the first day of the assignment."""
    opdracht.toegewezen_op = _werkdag(opdracht.ingang - timedelta(days=bron.randint(1, 20)))
    if opdracht.verwijzer in VIA_GEMEENTE:
        return
    werkdagen = bron.randint(6, 12) if bron.random() < KANS_LAAT_BEANTWOORD else bron.randint(0, 5)
    opdracht.verzocht_op = werkdagen_terug(opdracht.toegewezen_op, werkdagen)
    if werkdagen and bron.random() < KANS_ONDERZOEK:
        opdracht.onderzoek_op = werkdagen_terug(opdracht.toegewezen_op, werkdagen // 2)


def _plan_levering(opdracht: Opdracht, traject: Traject, vandaag: date, bron: Random, *, eerste: bool) -> None:
    start = opdracht.ingang + timedelta(days=bron.randint(0, 12) if eerste else 0)
    start = min(start, traject.eind)
    if start > vandaag:
        return
    opdracht.start = start
    uitstel = bron.randint(8, 25) if bron.random() < KANS_START_LAAT_GEMELD else bron.randint(0, 5)
    opdracht.start_gemeld = min(start + timedelta(days=uitstel), vandaag)
    einde = min(traject.eind, opdracht.einde)
    if einde <= vandaag:
        opdracht.stop = max(einde, start)
        opdracht.stop_gemeld = min(
            max(opdracht.stop, opdracht.start_gemeld) + timedelta(days=bron.randint(0, 6)), vandaag
        )
        opdracht.reden_einde = kies(bron, REDEN_EINDE) if einde == traject.eind else "31"


def _afgewezen(kind: int, jeugdige: Jeugdige, van: date, vandaag: date, bron: Random) -> Iterator[Opdracht]:
    traject = jeugdige.trajecten[-1]
    besluit = werkdagen_terug(traject.begin, bron.randint(1, 15))
    if not van < besluit < vandaag or traject.verwijzer in VIA_GEMEENTE:
        return
    reden = kies(bron, REDEN_AFWIJZING)
    yield Opdracht(
        kind=kind, gemeente=jeugdige.gemeente, agb="42420100" if reden == "3" else traject.agb,
        product=traject.product, verwijzer=traject.verwijzer, ingang=traject.begin,
        einde=traject.begin + timedelta(days=DUUR_TOEWIJZING - 1), volume=PER_CODE[traject.product].volume[0],
        toegewezen_op=besluit, verzocht_op=werkdagen_terug(besluit, bron.randint(1, 8)), afwijzing=reden,
    )  # fmt: skip


def werkdagen_terug(dag: date, aantal: int) -> date:
    """Return the working day that lies a number of working days before this one."""
    dag = _werkdag(dag)
    for _ in range(aantal):
        dag = _werkdag(dag - timedelta(days=1))
    return dag


@cache
def _werkdag(dag: date) -> date:
    """Return this day, or the working day before it."""
    while not is_werkdag(dag):
        dag -= timedelta(days=1)
    return dag
