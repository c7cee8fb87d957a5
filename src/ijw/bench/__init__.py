"""How fast and how lean reading is, beside libxml2 and xsdata on the same files in the same run."""

from pathlib import Path

from ijw.bench.berichten import declaratie, start, toewijzing

XSD = Path(__file__).resolve().parents[4] / "shared" / "standaard" / "ijw-3.2" / "xsd"

__all__ = ["XSD", "declaratie", "start", "toewijzing"]
