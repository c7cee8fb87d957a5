"""Monthly declarations and their lines, right and wrong, from the assignments. Pure and seeded; amounts in cents."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ijw.eenheden import laatste_dag
from ijw.omvang import Periode, toegestaan
from jeugdregio.demo.bevolking import VENSTER_DAGEN
from jeugdregio.demo.toeval import kies, toeval
from jeugdregio.demo.trajecten import Opdracht
from jeugdregio.demo.zorgaanbod import ETMAAL, STUKS, TOTAAL, tarief

KANS_FOUT, KANS_CREDIT, KANS_LATE_DECLARATIE, KANS_HERSTELD = 0.022, 0.008, 0.06, 0.7
# Return codes: over the assigned volume (TR321), another tariff than contracted (TR418).
FOUTEN = (("9321", 55), ("0611", 45))
GI_PRODUCTEN = ("47A01", "48A01", "48A02")


@dataclass(slots=True, kw_only=True)
class Regel:
    """One line. `bedrag` is negative for a credit; `fout` is the return code when it is refused."""

    opdracht: Opdracht
    begin: date
    einde: date
    volume: int
    tarief: int
    bedrag: int
    referentie: str = ""
    vorige: str = ""
    fout: str = ""

    @property
    def toegekend(self) -> int:
        """What is granted."""
        return 0 if self.fout else self.bedrag


@dataclass(slots=True)
class Declaratie:
    """What a provider declares to one municipality over one month."""

    agb: str
    gemeente: str
    begin: date
    ontvangen_op: date
    nummer: str = ""
    regels: list[Regel] = field(default_factory=list)

    @property
    def einde(self) -> date:
        """Last day of the month."""
        return laatste_dag(self.begin)


def maak_declaraties(opdrachten: list[Opdracht], met_bsn: set[int], zaad: int, vandaag: date) -> list[Declaratie]:
    """Return the declarations of the window over every month that has ended, for children with a BSN."""
    maanden = list(_maanden(vandaag - timedelta(days=VENSTER_DAGEN), vandaag))
    per_sleutel: dict[tuple[str, str, date], list[Opdracht]] = defaultdict(list)
    for opdracht in opdrachten:
        if opdracht.start is None or opdracht.kind not in met_bsn:
            continue
        for maand in maanden:
            if opdracht.start <= laatste_dag(maand) and (opdracht.stop or vandaag) >= maand:
                per_sleutel[opdracht.agb, opdracht.gemeente, maand].append(opdracht)
    declaraties = []
    open_van: dict[tuple[str, str], list[Regel]] = defaultdict(list)
    for agb, gemeente, maand in sorted(per_sleutel, key=lambda s: (s[2], s[0], s[1])):
        bron = toeval(zaad, f"declaratie:{agb}:{gemeente}:{maand}")
        ontvangen = _ontvangen(maand, bron)
        if ontvangen > vandaag:
            continue
        declaratie = Declaratie(agb, gemeente, maand, ontvangen, nummer=f"D{maand:%y%m}{agb[4:]}{gemeente[1:]}")
        declaratie.regels = [
            *_herstel(open_van.pop((agb, gemeente), []), bron),
            *(r for o in per_sleutel[agb, gemeente, maand] if (r := _regel(o, maand, bron)) is not None),
        ]
        for volg, regel in enumerate(declaratie.regels, start=1):
            regel.referentie = f"{agb[-4:]}{gemeente[1:]}{maand:%y%m}{volg:06d}"
        open_van[agb, gemeente] = [r for r in declaratie.regels if _komt_terug(r, bron)]
        if declaratie.regels:
            declaraties.append(declaratie)
    return declaraties


def _maanden(van: date, vandaag: date) -> Iterator[date]:
    maand = date(van.year, van.month, 1)
    while laatste_dag(maand) < vandaag:
        yield maand
        maand = laatste_dag(maand) + timedelta(days=1)


def _ontvangen(maand: date, bron: Random) -> date:
    volgende = laatste_dag(maand) + timedelta(days=1)
    dagen = bron.randint(32, 75) if bron.random() < KANS_LATE_DECLARATIE else bron.randint(2, 16)
    return volgende + timedelta(days=dagen)


def _regel(opdracht: Opdracht, maand: date, bron: Random) -> Regel | None:
    """Return the line of one assignment over one month; None when nothing can be declared."""
    if opdracht.product in GI_PRODUCTEN and maand <= opdracht.ingang and opdracht.ingang.day > 1:
        return None  # a broken first month of a measure is not declared (SAP-GI)
    periode = Periode(max(maand, opdracht.ingang), min(laatste_dag(maand), opdracht.einde))
    volume = _volume(opdracht, periode, bron)
    if volume <= 0:
        return None
    prijs = tarief(opdracht.product, maand)
    regel = Regel(
        opdracht=opdracht, begin=periode.begin, einde=periode.eind or maand, volume=volume, tarief=prijs,
        bedrag=volume * prijs,
    )  # fmt: skip
    return _met_fout(regel, bron) if bron.random() < KANS_FOUT else regel


def _volume(opdracht: Opdracht, periode: Periode, bron: Random) -> int:
    aanbod = opdracht.aanbod
    if aanbod.eenheid == STUKS:
        return 1
    if opdracht.start is None or periode.eind is None:
        return 0
    geleverd = Periode(opdracht.start, opdracht.stop).doorsnede(periode)
    if geleverd is None or geleverd.eind is None:
        return 0
    dagen = (geleverd.eind - geleverd.begin).days + 1
    if aanbod.eenheid == ETMAAL:
        return dagen
    if aanbod.frequentie == TOTAAL:
        looptijd = (opdracht.einde - opdracht.ingang).days + 1
        return opdracht.volume * dagen // looptijd
    heel = (periode.eind - periode.begin).days + 1
    grens = _maximum(opdracht, periode)
    return min(grens, max(1, round(grens * dagen / heel * bron.uniform(0.55, 1.0))))


def _maximum(opdracht: Opdracht, periode: Periode) -> int:
    aanbod = opdracht.aanbod
    ruimte = toegestaan(
        opdracht.volume, aanbod.eenheid, aanbod.frequentie, periode, Periode(opdracht.ingang, opdracht.einde)
    )
    return ruimte.aantal or 0


def _met_fout(regel: Regel, bron: Random) -> Regel:
    regel.fout = kies(bron, FOUTEN)
    if regel.fout == "9321":
        regel.volume = _maximum(regel.opdracht, Periode(regel.begin, regel.einde)) + bron.randint(1, 6)
    else:
        regel.tarief = round(regel.tarief * 1.06)
    regel.bedrag = regel.volume * regel.tarief
    return regel


def _komt_terug(regel: Regel, bron: Random) -> bool:
    """A refused line is sent again, a granted one is sometimes taken back."""
    if regel.vorige:
        return False
    return bron.random() < (KANS_HERSTELD if regel.fout else KANS_CREDIT)


def _herstel(eerdere: list[Regel], bron: Random) -> Iterator[Regel]:
    """Return the repaired line for a refused one, and a credit for one that was wrong after all."""
    for regel in eerdere:
        if not regel.fout:
            yield Regel(
                opdracht=regel.opdracht, begin=regel.begin, einde=regel.einde, volume=regel.volume,
                tarief=regel.tarief, bedrag=-regel.bedrag, vorige=regel.referentie,
            )  # fmt: skip
            continue
        volume = _volume(regel.opdracht, Periode(regel.begin, regel.einde), bron)
        prijs = tarief(regel.opdracht.product, regel.begin)
        if volume > 0:
            yield Regel(
                opdracht=regel.opdracht, begin=regel.begin, einde=regel.einde, volume=volume, tarief=prijs,
                bedrag=volume * prijs,
            )  # fmt: skip
