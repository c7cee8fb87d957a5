"""Reckoning with phases: back from the first day of the contracts, and forward from what was done. Knows no database.

Days are calendar days. A phase ends the day before the first phase that needs it must begin.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.zorglandschap.inkoop.normen import Fasenorm
from recht.datum import datum_kort

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gepland:
    """The last days on which a phase can begin and end, and how that was found."""

    begin: date
    eind: date
    uitleg: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verwacht:
    """When a phase is expected to begin and end, and by how many days that is later than planned."""

    begin: date
    eind: date
    dagen_te_laat: int


def volgorde(fasen: Sequence[Fasenorm]) -> list[str]:
    """Return the codes so that each comes after what it needs. Raises Geweigerd for a circle or an unknown phase."""
    codes = {fase.code for fase in fasen}
    for fase in fasen:
        if vreemd := set(fase.na) - codes:
            raise Geweigerd(f"{fase.naam} wacht op een fase die er niet is: {', '.join(sorted(vreemd))}.")
    try:
        return list(TopologicalSorter({fase.code: fase.na for fase in fasen}).static_order())
    except CycleError as fout:
        raise Geweigerd("De fasen wachten in een kring op elkaar.") from fout


def reken_terug(start: date, fasen: Sequence[Fasenorm]) -> dict[str, Gepland]:
    """Return per phase when it must begin and end at the latest for contracts that begin on `start`."""
    per_code = {fase.code: fase for fase in fasen}
    uit: dict[str, Gepland] = {}
    for code in reversed(volgorde(fasen)):
        fase = per_code[code]
        erna = [ander for ander in fasen if code in ander.na]
        eerste = min(erna, key=lambda ander: uit[ander.code].begin, default=None)
        grens = uit[eerste.code].begin if eerste else start
        reden = f"{eerste.naam} begint op" if eerste else "de contracten gaan in op"
        eind = grens - EEN_DAG
        begin = eind - timedelta(days=fase.dagen - 1)
        uit[code] = Gepland(begin, eind, (
            f"Uiterlijk klaar op {datum_kort(eind)}, want {reden} {datum_kort(grens)}.",
            f"Duurt {fase.dagen} dagen{' (minstens, volgens de wet)' if fase.wettelijk else ''}: begin uiterlijk op "
            f"{datum_kort(begin)}.",
        ))  # fmt: skip
    return uit


def reken_vooruit(
    fasen: Sequence[Fasenorm], gepland: Mapping[str, Gepland], klaar: Mapping[str, date], op: date
) -> dict[str, Verwacht]:
    """Return per phase when it is expected, from what is done (`klaar`: the day it ended) and the day of today.

    A phase that is not done begins when what it needs is done, but not before it is planned, and ends not before today.
    """
    per_code = {fase.code: fase for fase in fasen}
    uit: dict[str, Verwacht] = {}
    for code in volgorde(fasen):
        fase, plan = per_code[code], gepland[code]
        if code in klaar:
            uit[code] = Verwacht(min(plan.begin, klaar[code]), klaar[code], max(0, (klaar[code] - plan.eind).days))
            continue
        begin = max([plan.begin, *(uit[eerder].eind + EEN_DAG for eerder in fase.na)])
        eind = max(begin + timedelta(days=fase.dagen - 1), op)
        uit[code] = Verwacht(begin, eind, max(0, (eind - plan.eind).days))
    return uit


def verwachte_start(verwacht: Mapping[str, Verwacht]) -> date:
    """Return the first day on which all phases are done."""
    return max(stap.eind for stap in verwacht.values()) + EEN_DAG
