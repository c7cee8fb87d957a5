"""Real processes: killed with SIGKILL half way and started again, and two workers on the same messages."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
PROEVEN = 6


class Databanken:
    """Makes copies of one filled database, on the kind of database the suite runs on."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._namen: list[str] = []
        self.sqlite = connection.vendor == "sqlite"
        self.leeg = self._nieuw("leeg")

    def _nieuw(self, naam: str) -> str:
        if self.sqlite:
            return f"sqlite:///{self._map}/{naam}.sqlite3"
        volledig = f"breuk_{os.getpid()}_{naam}"
        self._sql(f'CREATE DATABASE "{volledig}"' + (f' TEMPLATE "{self._namen[0]}"' if self._namen else ""))
        self._namen.append(volledig)
        db = settings.DATABASES["default"]
        return f"postgresql://{db['USER']}:{db['PASSWORD']}@{db['HOST']}:{db['PORT']}/{volledig}"

    def kopie(self, naam: str) -> str:
        url = self._nieuw(naam)
        if self.sqlite:
            shutil.copy(self._map / "leeg.sqlite3", self._map / f"{naam}.sqlite3")
        return url

    def ruim_op(self) -> None:
        for naam in reversed(self._namen):
            self._sql(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')

    @staticmethod
    def _sql(opdracht: str) -> None:
        db = settings.DATABASES["default"]
        with psycopg.connect(
            host=db["HOST"], port=db["PORT"], user=db["USER"], password=db["PASSWORD"], dbname="postgres",
            autocommit=True,
        ) as verbinding:  # fmt: skip
            verbinding.execute(opdracht)


def start(url: str, *woorden: str) -> subprocess.Popen[str]:
    omgeving = os.environ | {
        "JEUGDREGIO_DATABASE": url, "JEUGDREGIO_OMGEVING": "test",
        "DJANGO_SETTINGS_MODULE": "jeugdregio.config.settings", "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}",
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "tests.breukproces", *woorden], cwd=ROOT, env=omgeving, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def draai(url: str, *woorden: str) -> tuple[int, dict[str, Any]]:
    proces = start(url, *woorden)
    uit, _ = proces.communicate(timeout=120)
    regels = uit.strip().splitlines()
    return proces.returncode, json.loads(regels[-1]) if regels else {}


@pytest.fixture(scope="module")
def databanken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databanken]:
    banken = Databanken(tmp_path_factory.mktemp("breuk"))
    try:
        code, _ = draai(banken.leeg, "opzet")
        assert code == 0
        yield banken
    finally:
        banken.ruim_op()


def test_doodgemaakt_en_opnieuw_gestart(databanken: Databanken) -> None:
    code, heel = draai(databanken.kopie("heel"), "tot", "0")
    assert code == 0
    verwacht = heel["stand"]
    zaad = random.SystemRandom().randrange(1_000_000)
    print(f"zaad {zaad}")  # noqa: T201
    loting = random.Random(zaad)
    stuk = heel["geteld"] / PROEVEN
    for proef in range(PROEVEN):
        breekpunt = min(int(proef * stuk) + loting.randrange(1, int(stuk) + 1), heel["geteld"])
        url = databanken.kopie(f"proef{proef}")
        code, _ = draai(url, "tot", str(breekpunt))
        assert code == -signal.SIGKILL
        code, hersteld = draai(url, "herstel")
        assert code == 0
        assert hersteld["stand"] == verwacht, f"zaad {zaad}, gebroken bij opdracht {breekpunt}"


def test_twee_werkers_op_dezelfde_berichten(databanken: Databanken, voeg_toe: Callable[[str, int], None]) -> None:
    url = databanken.kopie("samen")
    voeg_toe(url, 8)
    werkers = [start(url, "werk") for _ in range(2)]
    for werker in werkers:
        assert werker.stdout is not None
        werker.stdout.readline()
    for werker in werkers:
        assert werker.stdin is not None
        werker.stdin.write("\n")
        werker.stdin.flush()
    for werker in werkers:
        werker.communicate(timeout=120)
        assert werker.returncode == 0
    code, telling = draai(url, "tel")
    assert code == 0
    # Eight requests, each offered twice: eight requests, eight answers, eight repeats.
    assert telling == {"verzoeken": 8, "antwoorden": 8, "herhaald": 8, "kinderen": 8, "wachtend": 0, "nummers": 8}


@pytest.fixture
def voeg_toe() -> Callable[[str, int], None]:
    """Store requests for as many children, each twice, without handling them."""

    def doe(url: str, aantal: int) -> None:
        code, _ = draai(url, "vul", str(aantal))
        assert code == 0

    return doe
