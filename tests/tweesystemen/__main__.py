"""The long run: `python -m tests.tweesystemen --kinderen 60 --dagen 730 --zaad 7`. Exit code 1 when books differ."""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.tweesystemen.inrichting import AANBIEDER, GEMEENTE
from tests.tweesystemen.tijd import Tijd, draai, verschillen


def main() -> int:
    """Run one simulated time and print how it ended."""
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("--zaad", type=int, default=int(time.time()))
    ontleder.add_argument("--dagen", type=int, default=365)
    ontleder.add_argument("--kinderen", type=int, default=40)
    ontleder.add_argument("--stap", type=int, default=2)
    ontleder.add_argument("--storing", type=float, default=0.15)
    ontleder.add_argument("--zonder-fouten", action="store_true", help="niemand declareert iets verkeerds")
    ontleder.add_argument("--database", nargs=2, metavar=("GEMEENTE", "AANBIEDER"), help="adressen van lege databases")
    gekozen = ontleder.parse_args()
    tijd = Tijd(
        gekozen.zaad, gekozen.dagen, gekozen.kinderen, gekozen.stap, gekozen.storing, fouten=not gekozen.zonder_fouten
    )
    begonnen = time.monotonic()
    with tempfile.TemporaryDirectory() as map_:
        adressen = gekozen.database or [f"sqlite:///{map_}/{rol}.sqlite3" for rol in (GEMEENTE, AANBIEDER)]
        uitslag = draai(tijd, dict(zip((GEMEENTE, AANBIEDER), adressen, strict=True)), Path(map_))
    gelijk = uitslag.gemeente["boeken"] == uitslag.aanbieder["boeken"]
    rust = not uitslag.gemeente["onderweg"] and not uitslag.aanbieder["onderweg"]
    verslag = {
        "zaad": tijd.zaad, "gelijk": gelijk, "tot rust": rust, "seconden": round(time.monotonic() - begonnen, 1),
        "gedaan": dict(uitslag.gedaan.most_common()), "storingen": uitslag.storingen,
        "boeken": {naam: len(boek) for naam, boek in uitslag.gemeente["boeken"].items()},
        "onderweg": {"gemeente": uitslag.gemeente["onderweg"], "aanbieder": uitslag.aanbieder["onderweg"]},
        "bevonden": {"gemeente": uitslag.gemeente["bevonden"], "aanbieder": uitslag.aanbieder["bevonden"]},
    }  # fmt: skip
    sys.stdout.write(json.dumps(verslag, indent=1, ensure_ascii=False) + "\n")
    for regel in verschillen(uitslag.gemeente["boeken"], uitslag.aanbieder["boeken"]):
        sys.stdout.write(f"{regel}\n")
    return 0 if gelijk and rust else 1


if __name__ == "__main__":
    sys.exit(main())
