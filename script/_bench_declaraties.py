"""Declarations on PostgreSQL, through all levels, stored and answered: one large one, or a busy day with workers.

`script/bench` runs it in the environment of the project. Reports wall time, and
processor time of this process and of its backend in the database: on a busy machine only those say what it costs.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.db import connections

GRENS_S = 10.0
sys.path[:0] = [str(Path(__file__).resolve().parents[1] / deel) for deel in ("src", "")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jeugdregio.config.settings")
os.environ.setdefault("JEUGDREGIO_OMGEVING", "ontwikkeling")

TIKKEN = os.sysconf("SC_CLK_TCK")
Rij = dict[str, Any]


def main() -> None:
    """Run one part and print its rows as JSON on the last line."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("deel", choices=["groot", "piekdag", "werk"])
    lezer.add_argument("--regels", type=int, default=10_000)
    lezer.add_argument("--bestanden", type=int, default=50)
    lezer.add_argument("--werkers", type=int, default=2)
    lezer.add_argument("--server", help="een PostgreSQL waarop een lege database mag komen")
    opties = lezer.parse_args()
    if opties.deel == "werk":
        django.setup()
        _werk()
        return
    with lege_database(opties.server) as database:
        os.environ["JEUGDREGIO_DATABASE"] = database
        django.setup()
        call_command("migrate", verbosity=0)
        print(json.dumps(_groot(opties.regels) if opties.deel == "groot" else _piekdag(opties)))
        connections.close_all()


def _groot(regels: int) -> list[Rij]:
    from django.db import connection
    from tests.mensen import maak_regio
    from tests.veel_declaraties import VANDAAG, declaratie_van, nieuwe_aanbieder

    from jeugdregio.basis import klok
    from jeugdregio.financien.models import Prestatie
    from jeugdregio.postbus import actions as postbus

    with klok.op(VANDAAG):
        regio = maak_regio()
        aanbieder = nieuwe_aanbieder(regio.contract, 1)
        inhoud = declaratie_van(regio, aanbieder, regels)
        _ververs()
        gevraagd = [0]

        def tel(doe: Any, *rest: Any) -> Any:
            gevraagd[0] += 1
            return doe(*rest)

        begin, reken, backend = time.monotonic(), time.process_time(), _backend_cpu()
        with connection.execute_wrapper(tel):
            bericht = postbus.ontvang_en_verwerk(inhoud, kanaal="api", aangeboden_door=aanbieder)
        duur, reken = time.monotonic() - begin, time.process_time() - reken
        backend = _backend_cpu() - backend
    geboekt = Prestatie.objects.filter(declaratie__bericht=bericht).count()
    if geboekt != regels:
        raise SystemExit(f"Er zijn {geboekt} regels geboekt, geen {regels}: {bericht.staat}")
    naam = f"JW323 van {regels} regels, alle niveaus, bewaard en beantwoord"
    return [
        {"naam": f"{naam}: doorlooptijd", "waarde": round(duur, 2), "eenheid": "s", "grens": GRENS_S},
        {"naam": f"{naam}: rekentijd hier", "waarde": round(reken, 2), "eenheid": "s", "grens": None},
        {"naam": f"{naam}: rekentijd database", "waarde": round(backend, 2), "eenheid": "s", "grens": None},
        {"naam": f"{naam}: vragen aan de database", "waarde": gevraagd[0], "eenheid": "", "grens": 100},
    ]


def _piekdag(opties: argparse.Namespace) -> list[Rij]:
    from django.db import connection
    from tests.mensen import maak_regio
    from tests.veel_declaraties import VANDAAG, declaratie_van, nieuwe_aanbieder

    from jeugdregio.basis import klok
    from jeugdregio.financien.models import Prestatie
    from jeugdregio.postbus import actions as postbus

    with klok.op(VANDAAG):
        regio = maak_regio()
        for nummer in range(opties.bestanden):
            aanbieder = nieuwe_aanbieder(regio.contract, nummer)
            postbus.ontvang(declaratie_van(regio, aanbieder, opties.regels), kanaal="api", aangeboden_door=aanbieder)
    _ververs()
    connection.close()
    opdracht = [sys.executable, __file__, "werk"]
    werkers = [subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True) for _ in range(opties.werkers)]
    uit = [json.loads(werker.communicate()[0].strip().splitlines()[-1]) for werker in werkers]
    duur = max(werker["eind"] for werker in uit) - min(werker["begin"] for werker in uit)
    totaal = opties.regels * opties.bestanden
    geboekt = Prestatie.objects.count()
    if geboekt != totaal:
        raise SystemExit(f"Er zijn {geboekt} regels geboekt, geen {totaal}.")
    naam = f"{opties.bestanden} declaraties van {opties.regels} regels, {opties.werkers} werkers"
    rijen = [
        {"naam": f"{naam}: regels per seconde", "waarde": round(totaal / duur), "eenheid": "/s", "grens": None},
        {"naam": f"{naam}: doorlooptijd", "waarde": round(duur, 1), "eenheid": "s", "grens": None},
    ]
    for nummer, werker in enumerate(uit, 1):
        rijen += [
            {"naam": f"werker {nummer}: {soort}", "waarde": werker[soort], "eenheid": eenheid, "grens": None}
            for soort, eenheid in (("berichten", ""), ("rekentijd hier", "s"), ("rekentijd database", "s"))
        ]
    return rijen


def _werk() -> None:
    """One worker, until nothing waits; prints what it did."""
    from tests.veel_declaraties import VANDAAG

    from jeugdregio.basis import klok
    from jeugdregio.postbus import actions as postbus

    with klok.op(VANDAAG):
        aantal, reken, backend, begin = 0, time.process_time(), _backend_cpu(), time.time()
        while gedaan := postbus.verwerk_openstaand()[0]:
            aantal += gedaan
        uit = {
            "berichten": aantal,
            "begin": begin,
            "eind": time.time(),
            "rekentijd hier": round(time.process_time() - reken, 1),
            "rekentijd database": round(_backend_cpu() - backend, 1),
        }
    print(json.dumps(uit))


def _ververs() -> None:
    """Let the planner know the tables, as autovacuum would by then."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _backend_cpu() -> float:
    """Processor seconds of our backend, 0 when the server is elsewhere."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    try:
        velden = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(velden[11]) + int(velden[12])) / TIKKEN


@contextmanager
def lege_database(server: str) -> Iterator[str]:
    """An empty database on a PostgreSQL server, that goes away afterwards."""
    import psycopg

    naam = f"jeugdregio_bench_{os.getpid()}"
    stam = server.rpartition("/")[0]
    with psycopg.connect(server, autocommit=True) as verbinding:
        verbinding.execute(f"CREATE DATABASE {naam}")  # the name is ours
    try:
        yield f"{stam}/{naam}"
    finally:
        with psycopg.connect(server, autocommit=True) as verbinding:
            verbinding.execute(f"DROP DATABASE {naam} WITH (FORCE)")


if __name__ == "__main__":
    main()
