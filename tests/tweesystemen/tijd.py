"""The simulated time: two processes, two folders, a messenger, and days that pass."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.tweesystemen.bode import Bode
from tests.tweesystemen.inrichting import AANBIEDER, CODES, GEMEENTE

ROOT = Path(__file__).resolve().parents[2]
BEGIN = date(2026, 1, 5)
STIL = 40  # turns of the wheel in which everything must come to rest


class Systeem:
    """One instance: a process with its own database and its own folders."""

    def __init__(self, rol: str, database: str, map_: Path) -> None:
        self.rol = rol
        self.inbox = map_ / rol / "in"
        self.inbox.mkdir(parents=True)
        self.uitbak = map_ / rol / "uit"
        omgeving = os.environ | {
            "JEUGDREGIO_DATABASE": database, "JEUGDREGIO_OMGEVING": "test", "JEUGDREGIO_POSTBUS_MAP": str(self.uitbak),
            "DJANGO_SETTINGS_MODULE": "jeugdregio.config.settings", "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
        }  # fmt: skip
        self._proces = subprocess.Popen(
            [sys.executable, "-m", "tests.tweesystemen.proces", rol], cwd=ROOT, env=omgeving, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def vraag(self, doe: str, dag: date, **meer: object) -> None:
        """Give the process a command, without waiting for it."""
        assert self._proces.stdin is not None
        self._proces.stdin.write(json.dumps({"doe": doe, "dag": str(dag), **meer}) + "\n")
        self._proces.stdin.flush()

    def antwoord(self) -> Any:
        """Wait for the answer to the command."""
        assert self._proces.stdout is not None
        regel = self._proces.stdout.readline()
        if not regel:
            raise RuntimeError(f"{self.rol} is gestopt met code {self._proces.wait()}")
        return json.loads(regel)

    def doe(self, doe: str, dag: date, **meer: object) -> Any:
        """Give the process a command and wait for its answer."""
        self.vraag(doe, dag, **meer)
        return self.antwoord()

    def stop(self) -> None:
        """End the process: it stops at the end of its input. One that does not (a busy machine) is killed."""
        try:
            self._proces.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            self._proces.kill()
            self._proces.communicate()


@dataclass
class Uitslag:
    """The end: the books of both sides, what still waits, what was found wrong on the way, and what happened."""

    gemeente: dict[str, Any]
    aanbieder: dict[str, Any]
    gedaan: Counter[str] = field(default_factory=Counter)
    storingen: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Tijd:
    """What to simulate. `stap` is the largest number of days between two moments at which people work."""

    zaad: int
    dagen: int = 365
    kinderen: int = 5
    stap: int = 4
    storing: float = 0.15
    fouten: bool = True


def draai(tijd: Tijd, databases: dict[str, str], map_: Path) -> Uitslag:
    """Let the time pass and bring everything to rest; return how both sides stand."""
    lot = Random(tijd.zaad)
    systemen = {rol: Systeem(rol, databases[rol], map_) for rol in (GEMEENTE, AANBIEDER)}
    try:
        _tegelijk(systemen, "richt_in", BEGIN)
        return _laat_lopen(tijd, lot, systemen)
    finally:
        for systeem in systemen.values():
            systeem.stop()


def _laat_lopen(tijd: Tijd, lot: Random, systemen: dict[str, Systeem]) -> Uitslag:
    gemeente, aanbieder = systemen[GEMEENTE], systemen[AANBIEDER]
    boden = [_bode(gemeente, aanbieder, lot, tijd), _bode(aanbieder, gemeente, lot, tijd)]
    gedaan: Counter[str] = Counter()
    dag = BEGIN
    while dag < BEGIN + timedelta(days=tijd.dagen):
        for deel in _delen(tijd, systemen):
            for uit in _werkdag(tijd, lot, deel, dag, rust=False):
                gedaan.update(uit)
            _wissel(systemen, boden, dag, rust=False)
        dag += timedelta(days=lot.randint(1, tijd.stap))
    for _ in range(STIL):
        dag += timedelta(days=5)
        for uit in _werkdag(tijd, lot, systemen, dag, rust=True):
            gedaan.update(uit)
        if not _wissel(systemen, boden, dag, rust=True):
            break
    stand = _tegelijk(systemen, "boeken", dag)
    storingen: Counter[str] = Counter()
    for bode in boden:
        storingen.update(bode.telling)
    return Uitslag(stand[0], stand[1], gedaan, storingen)


def _delen(tijd: Tijd, systemen: dict[str, Systeem]) -> list[dict[str, Systeem]]:
    """Who work at the same moment: both, so that messages cross. With a punctual messenger they take turns."""
    return [systemen] if tijd.storing else [{rol: systeem} for rol, systeem in systemen.items()]


def _bode(van: Systeem, naar: Systeem, lot: Random, tijd: Tijd) -> Bode:
    """The partner is down for a week somewhere in the time."""
    weg = BEGIN + timedelta(days=lot.randrange(tijd.dagen))
    dicht = (weg, weg + timedelta(days=7)) if tijd.storing else None
    bronnen = (van.uitbak / CODES[naar.rol], van.inbox / "uit")
    return Bode(bronnen, naar.inbox, lot, storing=tijd.storing, dicht=dicht)


def _werkdag(tijd: Tijd, lot: Random, systemen: dict[str, Systeem], dag: date, *, rust: bool) -> list[Any]:
    zaden = {rol: lot.randrange(1_000_000_000) for rol in systemen}
    for rol, systeem in systemen.items():
        systeem.vraag("dag", dag, zaad=zaden[rol], kinderen=tijd.kinderen, fouten=tijd.fouten, rust=rust)
    return [systeem.antwoord() for systeem in systemen.values()]


def _wissel(systemen: dict[str, Systeem], boden: list[Bode], dag: date, *, rust: bool) -> int:
    """Carry and handle twice a day, so that a question and its answer fit in one; return how many files moved."""
    bewogen = 0
    for _ in range(4 if rust else 2):
        bewogen += sum(bode.breng(dag, rust=rust) for bode in boden)
        for systeem in systemen.values():
            systeem.vraag("wissel", dag, map=str(systeem.inbox))
        for systeem in systemen.values():
            systeem.antwoord()
    return bewogen


def _tegelijk(systemen: dict[str, Systeem], doe: str, dag: date) -> list[Any]:
    for systeem in systemen.values():
        systeem.vraag(doe, dag)
    return [systeem.antwoord() for systeem in systemen.values()]


def verschillen(gemeente: dict[str, Any], aanbieder: dict[str, Any]) -> list[str]:
    """Return in readable form where the books of both differ; empty when they are equal."""
    uit = []
    for naam, boek in gemeente.items():
        links, rechts = _plat(naam, boek), _plat(naam, aanbieder[naam])
        uit += [f"alleen bij de gemeente: {regel}" for regel in sorted(links - rechts)]
        uit += [f"alleen bij de aanbieder: {regel}" for regel in sorted(rechts - links)]
    return uit


def _plat(naam: str, boek: Any) -> set[str]:
    rijen = boek.items() if isinstance(boek, dict) else enumerate(boek)
    return {f"{naam} {sleutel if isinstance(boek, dict) else ''} {json.dumps(rij)}" for sleutel, rij in rijen}
