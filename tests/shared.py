"""Where the reference material lies: beside the project. Tests that need it say clearly when it is absent."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
XSD = SHARED / "standaard" / "ijw-3.2" / "xsd"
BERICHTEN = SHARED / "standaard" / "ijw-3.2" / "berichten"
REGELS = SHARED / "standaard" / "ijw-3.2" / "regels"

heeft_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="De map ../shared met de officiële schema's ontbreekt naast het project."
)
