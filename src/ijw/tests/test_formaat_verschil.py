"""Level 1 gives the verdict of the official schema, on thousands of right and broken messages.

`IJW_DIFF_AANTAL` sets how many messages; a failure prints the seed that makes the message again.
"""

import os
import secrets
from random import Random

import pytest
from tests.shared import BERICHTEN, heeft_shared

from ijw import lees, schrijf
from ijw.tests.generator.brekers import breek, serialiseer
from ijw.tests.generator.maker import maak
from ijw.tests.generator.schema import SOORTEN, schema

AANTAL = int(os.environ.get("IJW_DIFF_AANTAL", "3000"))
VASTE_ZADEN = ("20260401", "jeugd")
PORTIE = AANTAL // (len(SOORTEN) * (len(VASTE_ZADEN) + 1)) + 1

pytestmark = heeft_shared


def _vergelijk(soort: str, zaad: str) -> bool:
    """Make one message from `zaad`, compare the verdicts; the verdict."""
    kans = Random(zaad)
    bron = schema(soort)
    wortel = maak(kans, bron)
    gedaan = breek(kans, wortel, bron) if kans.random() < 0.85 else []
    data = serialiseer(kans, wortel)
    lezing = lees(data, niveau=1)
    verwacht = bron.keurt_goed(data)
    assert lezing.niveau1_geldig == verwacht, f"zaad {zaad!r}, {gedaan}: {lezing.bevindingen}\n{data!r}"
    if lezing.bericht is not None:
        terug = schrijf(lezing.bericht)
        assert bron.keurt_goed(terug), f"zaad {zaad!r}: geschreven bericht afgekeurd\n{terug!r}"
        assert lees(terug, niveau=1).bericht == lezing.bericht, f"zaad {zaad!r}: niet hetzelfde terug"
    return verwacht


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("begin", VASTE_ZADEN)
def test_zelfde_oordeel_als_het_schema(soort: str, begin: str) -> None:
    oordelen = [_vergelijk(soort, f"{begin}/{soort}/{nummer}") for nummer in range(PORTIE)]
    assert any(oordelen)
    assert not all(oordelen)


def test_zelfde_oordeel_met_een_vers_zaad() -> None:
    begin = secrets.token_hex(4)
    print(f"vers zaad: {begin}")  # noqa: T201
    for soort in SOORTEN:
        for nummer in range(PORTIE):
            _vergelijk(soort, f"{begin}/{soort}/{nummer}")


@pytest.mark.parametrize("soort", ["323", "325"])
def test_client_voor_client_geeft_hetzelfde(soort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large declarations take another road; here every message does."""
    for nummer in range(PORTIE):
        kans = Random(f"stroom/{soort}/{nummer}")
        wortel = maak(kans, schema(soort))
        if kans.random() < 0.5:
            breek(kans, wortel, schema(soort))
        data = serialiseer(kans, wortel)
        heel = lees(data, niveau=1)
        with monkeypatch.context() as groot:
            groot.setattr("ijw.xml.GROOT", 0)
            assert lees(data, niveau=1) == heel


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_maker_maakt_goede_berichten(soort: str) -> None:
    """Otherwise the comparison would only ever see refused messages."""
    kans = Random(soort)
    for _ in range(20):
        assert schema(soort).keurt_goed(serialiseer(Random("vast"), maak(kans, schema(soort))))


@pytest.mark.parametrize("soort", SOORTEN)
def test_gepubliceerde_voorbeelden(soort: str) -> None:
    data = (BERICHTEN / f"JW{soort}.xml").read_bytes()
    lezing = lees(data, niveau=1)
    assert lezing.soort == f"JW{soort}"
    assert lezing.niveau1_geldig == schema(soort).keurt_goed(data) == (soort not in ("315", "318"))
    if lezing.bericht is not None:
        assert lees(schrijf(lezing.bericht), niveau=1).bericht == lezing.bericht
