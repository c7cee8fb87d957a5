"""A PostgreSQL for the tests: the one you name, or a throw-away cluster of our own that ends with the run."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INSTALLEER = "sudo apt install postgresql, of wijs er een aan met JEUGDREGIO_TEST_POSTGRES=postgresql://..."


def gereedschap() -> Path | None:
    """Return the folder with initdb and pg_ctl (the newest), None when PostgreSQL is not installed."""
    in_pad = shutil.which("pg_ctl")
    if in_pad and shutil.which("initdb"):
        return Path(in_pad).resolve().parent
    mappen = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda map_: float(map_.parent.name))
    return next((map_ for map_ in reversed(mappen) if (map_ / "initdb").exists()), None)


@contextmanager
def postgres() -> Iterator[str | None]:
    """Give the URL of a database server for the tests, None when there is none to be had."""
    eigen = os.environ.get("JEUGDREGIO_TEST_POSTGRES")
    if eigen:
        yield eigen
        return
    bin_ = gereedschap()
    if bin_ is None or (os.geteuid() == 0 and not _gebruiker()):
        yield None
        return
    map_ = Path(tempfile.mkdtemp(prefix="jeugdregio-pg-"))
    try:
        with _cluster(bin_, map_) as url:
            yield url
    finally:
        shutil.rmtree(map_, ignore_errors=True)


def _gebruiker() -> str | None:
    """Return who runs the server when we are root (PostgreSQL refuses root)."""
    namen = {rij.pw_name for rij in pwd.getpwall()}
    return next((naam for naam in ("postgres", "nobody") if naam in namen), None)


@contextmanager
def _cluster(bin_: Path, map_: Path) -> Iterator[str]:
    """Run a cluster without durability in a temporary folder, reachable on the loopback address only."""
    voor: list[str] = []
    if os.geteuid() == 0:
        wie = _gebruiker() or ""
        shutil.chown(map_, wie)
        voor = ["runuser", "-u", wie, "--"]
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        poort = stekker.getsockname()[1]
    data = map_ / "data"
    _stil(
        [
            *voor,
            bin_ / "initdb",
            "-D",
            data,
            "-U",
            "jeugdregio",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]
    )
    instellingen = f"-p {poort} -k {map_} -h 127.0.0.1 -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    _stil([*voor, bin_ / "pg_ctl", "-D", data, "-w", "-l", map_ / "log", "-o", instellingen, "start"])
    try:
        yield f"postgresql://jeugdregio@127.0.0.1:{poort}/postgres"
    finally:
        subprocess.run(
            list(map(str, [*voor, bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop"])),
            cwd="/",
            capture_output=True,
            check=False,
        )


def _stil(opdracht: list[str | Path]) -> None:
    uit = subprocess.run(
        list(map(str, opdracht)),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if uit.returncode != 0:
        raise RuntimeError(f"PostgreSQL voor de tests startte niet: {uit.stderr.strip()[-500:]}")
