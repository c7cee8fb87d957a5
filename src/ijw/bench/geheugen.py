"""The most memory that reading one large file takes. Each step runs in a process of its own."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ijw.bench import declaratie
from ijw.schrijver import schrijf
from ijw.xml import lees

REGELS = 245_000  # 200 MB
GRENS_MB = 1_200


def meet() -> list[dict[str, object]]:
    """Peak of memory of reading a JW323 of 200 MB with all findings of levels 1 and 2, and its processor time."""
    with tempfile.TemporaryDirectory() as map_:
        bestand = Path(map_) / "groot.xml"
        _los("maak", bestand)
        grootte = bestand.stat().st_size // 1_000_000
        piek, seconden = _los("lees", bestand).split()
    naam = f"JW323 van {grootte} MB, {REGELS} regels, niveau 1 en 2"
    return [
        {"naam": f"{naam}: hoogste geheugen", "waarde": int(piek), "eenheid": "MB", "grens": GRENS_MB},
        {"naam": f"{naam}: rekentijd", "waarde": float(seconden), "eenheid": "s", "grens": None},
    ]


def _los(stap: str, bestand: Path) -> str:
    opdracht = [sys.executable, "-m", "ijw.bench.geheugen", stap, str(bestand)]
    return subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout  # noqa: S603 - ourselves


def _maak(bestand: Path) -> None:
    bestand.write_bytes(schrijf(declaratie(REGELS)))


def _lees(bestand: Path) -> None:
    lezing = lees(bestand.read_bytes())
    if not lezing.geldig:
        raise SystemExit(f"niet geldig: {lezing.bevindingen[:3]}")
    piek_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{piek_mb} {time.process_time():.1f}\n")


if __name__ == "__main__":
    {"maak": _maak, "lees": _lees}[sys.argv[1]](Path(sys.argv[2]))
