"""Level 2 and the return message on random messages that the official schema accepts, nonsense included."""

import dataclasses
import random
import re
from datetime import date
from typing import Any

import pytest
from lxml import etree
from tests.shared import heeft_shared

from ijw import Bevinding, lees, schrijf
from ijw.regels import controleer
from ijw.retour import CODES, maak_retour, retoursoort
from ijw.tests.generator.maker import maak
from ijw.tests.generator.schema import schema

pytestmark = heeft_shared

MET_RETOUR = ["301", "305", "307", "315", "317", "319"]
UITERSTE_DATUMS = [date.min, date(4, 2, 29), date(1899, 12, 31), date(2024, 2, 29), date(9996, 2, 29), date.max]
ZADEN = range(40)


def _bericht(rng: random.Random, soort: str) -> Any:
    bericht = lees(etree.tostring(maak(rng, schema(soort)), encoding="UTF-8"), niveau=1).bericht
    assert bericht is not None
    return bericht


def _met_uiterste_datums(rng: random.Random, deel: Any) -> Any:
    """The same message in which about half of the dates lie at the edge of the calendar."""
    if isinstance(deel, tuple):
        return tuple(_met_uiterste_datums(rng, onderdeel) for onderdeel in deel)
    if isinstance(deel, date):
        return rng.choice(UITERSTE_DATUMS) if rng.random() < 0.5 else deel
    if not dataclasses.is_dataclass(deel) or isinstance(deel, type):
        return deel
    velden = {veld.name: getattr(deel, veld.name) for veld in dataclasses.fields(deel)}
    return dataclasses.replace(deel, **{naam: _met_uiterste_datums(rng, waarde) for naam, waarde in velden.items()})


def _bestaat(wortel: etree._Element, pad: str) -> bool:
    """Whether the path, or for something that is missing a place above it, is in the message."""
    stappen = pad.strip("/").split("/")[1:]
    met_volgnummer = max((n for n, stap in enumerate(stappen) if "[" in stap), default=-1) + 1
    xpath = "/".join(re.sub(r"^(\w+)(\[\d+\])?$", r"*[local-name()='\1']\2", stap) for stap in stappen[:met_volgnummer])
    return not xpath or bool(wortel.xpath(xpath))


@pytest.mark.parametrize("soort", [*MET_RETOUR, "323", "325"])
@pytest.mark.parametrize("zaad", ZADEN)
def test_geen_regel_struikelt_en_elke_plek_bestaat(soort: str, zaad: int) -> None:
    rng = random.Random(f"{soort}-{zaad}")
    bericht = _met_uiterste_datums(rng, _bericht(rng, soort))
    wortel = etree.fromstring(schrijf(bericht))
    for bevinding in controleer(bericht):
        assert _bestaat(wortel, bevinding.pad), f"{bevinding} ({soort}, zaad {zaad})"


def _paden(wortel: etree._Element) -> list[str]:
    lijsten = {"Relaties", "Contactgegevens"}
    paden = []
    for element in wortel.iter():
        delen: list[str] = []
        for deel in [element, *element.iterancestors()]:
            naam, boven = etree.QName(deel).localname, deel.getparent()
            bovennaam = "" if boven is None else etree.QName(boven).localname
            in_lijst = bovennaam in lijsten or bovennaam.endswith("Producten")
            delen.append(f"{naam}[{boven.index(deel) + 1}]" if boven is not None and in_lijst else naam)
        paden.append("/" + "/".join(reversed(delen)))
    return paden


@pytest.mark.parametrize("soort", MET_RETOUR)
@pytest.mark.parametrize("zaad", ZADEN)
def test_elke_verzameling_bevindingen_geeft_een_goed_retourbericht(soort: str, zaad: int) -> None:
    rng = random.Random(f"{soort}-{zaad}")
    heen = _bericht(rng, soort)
    paden, codes = _paden(etree.fromstring(schrijf(heen))), sorted(CODES)
    bevindingen = [
        Bevinding(rng.choice([3, 3, 3, 4]), "TR000", rng.choice(paden), "Fout.", rng.choice(codes))
        for _ in range(rng.randrange(6))
    ]
    retour: Any = maak_retour(heen, bevindingen, identificatie="R1", dagtekening=date(2026, 10, 6))
    data = schrijf(retour)
    assert schema(retoursoort(f"JW{soort}")[2:]).keurt_goed(data), f"zaad {zaad}"
    lezing = lees(data)
    assert lezing.geldig, f"zaad {zaad}"
    assert lezing.bericht == retour
