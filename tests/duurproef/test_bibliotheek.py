"""The library takes anything: it never crashes or hangs, and what it makes itself is right."""

from random import Random
from typing import Any

from ijw import Bericht, lees, schrijf
from ijw.berichten import jw323
from ijw.bevinding import Bevinding
from ijw.declaratie import maak_antwoord
from ijw.overstijgend import controleer
from ijw.retour import maak_retour, retoursoort
from ijw.tests.overstijgend_voorbeelden import VANDAAG, dossier
from ijw.toon import toon
from tests.duurproef.invoer import INVOER
from tests.duurproef.ronde import draai
from tests.shared import heeft_shared

pytestmark = heeft_shared


def _vraagt_retour(soort: str) -> bool:
    try:
        retoursoort(soort)
    except ValueError:
        return False
    return True


def _antwoord(bericht: Any, bevindingen: list[Bevinding]) -> Bericht | None:
    if isinstance(bericht, jw323.Bericht):
        return maak_antwoord(bericht, bevindingen, identificatie="ANTW", dagtekening=VANDAAG)
    if _vraagt_retour(bericht.SOORT):
        return maak_retour(bericht, bevindingen, identificatie="ANTW", dagtekening=VANDAAG)
    return None


def _proef(data: bytes) -> None:
    lezing = lees(data)
    assert lees(data).bevindingen == lezing.bevindingen
    if lezing.bericht is None:
        assert lezing.bevindingen
        return
    toon(lezing.bericht)
    terug = schrijf(lezing.bericht)
    assert lees(terug, niveau=1).bericht == lezing.bericht
    overstijgend = controleer(lezing.bericht, dossier(), vandaag=VANDAAG)
    met_code = [b for b in (*lezing.bevindingen, *overstijgend) if b.retourcode]
    kans = Random(len(data))
    kans.shuffle(met_code)
    bevindingen = [b for b in lezing.bevindingen if b.retourcode] or met_code
    antwoord = _antwoord(lezing.bericht, bevindingen)
    if antwoord is not None:
        assert lees(schrijf(antwoord), niveau=1).niveau1_geldig


def test_bibliotheek_neemt_alles() -> None:
    draai("bibliotheek", INVOER, _proef, klein=60)
