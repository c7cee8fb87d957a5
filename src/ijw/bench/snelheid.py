"""Reading typed with all findings of levels 1 and 2, beside libxml2 (parse and schema) and xsdata (binding alone).

Processor time, the best of some runs taken in turns: the slower ones measure what else the machine does.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from typing import Any

from lxml import etree

from ijw.bench import XSD, declaratie, start, toewijzing
from ijw.bench.berichten import REGELS
from ijw.berichten import Bericht
from ijw.schrijver import schrijf
from ijw.xml import lees

GRENS_LIBXML2 = 3.0  # our time over theirs
GRENS_XSDATA = 0.2  # at least five times as fast
HERHAAL = 5
Rij = dict[str, object]


def meet() -> list[Rij]:
    """Each measurement as a dict: naam, waarde (our time over the peer's), eenheid, grens, ons_s and peer_s.

    Needs the official schemas beside the project; raises FileNotFoundError without.
    """
    if not XSD.is_dir():
        raise FileNotFoundError("De officiële schema's ontbreken naast het project.")
    with tempfile.TemporaryDirectory() as map_:
        klassen = _xsdata_klassen(Path(map_))
        return [rij for bericht in (toewijzing(), start(), declaratie()) for rij in _meet(bericht, klassen)]


def _duur(werk: Callable[[], object]) -> float:
    begin = time.process_time()
    werk()
    return time.process_time() - begin


def _beste(*werken: Callable[[], object]) -> list[float]:
    rondes = [[_duur(werk) for werk in werken] for _ in range(HERHAAL)]
    return [min(duren) for duren in zip(*rondes, strict=True)]


def _meet(bericht: Bericht, klassen: dict[str, Any]) -> list[Rij]:
    from xsdata.formats.dataclass.parsers import XmlParser

    data = schrijf(bericht)
    oordeel = etree.XMLSchema(etree.parse(XSD / f"{bericht.SOORT.lower()}.xsd"))
    xsdata = XmlParser()
    klasse = klassen[bericht.SOORT]
    assert lees(data).geldig  # noqa: S101 - else we would measure something else
    ons, libxml2, binding = _beste(
        lambda: lees(data),
        lambda: oordeel.validate(etree.fromstring(data)),
        lambda: xsdata.from_bytes(data, klasse),
    )
    naam = f"{bericht.SOORT} lezen, niveau 1 en 2, {REGELS} regels"
    return [_rij(naam, "libxml2", ons, libxml2, GRENS_LIBXML2), _rij(naam, "xsdata", ons, binding, GRENS_XSDATA)]


def _rij(naam: str, peer: str, ons_s: float, peer_s: float, grens: float) -> Rij:
    return {
        "naam": naam, "waarde": round(ons_s / peer_s, 3), "eenheid": f"keer {peer}", "grens": grens,
        "ons_s": round(ons_s, 4), "peer_s": round(peer_s, 4),
    }  # fmt: skip


def _xsdata_klassen(map_: Path) -> dict[str, Any]:
    """Let xsdata make its classes of the official schemas, in a folder that goes away: they are not ours to keep."""
    from xsdata.codegen.transformer import ResourceTransformer
    from xsdata.models.config import GeneratorConfig, StructureStyle

    instelling = GeneratorConfig()
    instelling.output.package = "van_xsdata"
    instelling.output.structure_style = StructureStyle.FILENAMES
    instelling.output.format.slots = True
    with chdir(map_):
        ResourceTransformer(config=instelling).process([schema.as_uri() for schema in sorted(XSD.glob("*.xsd"))])
    sys.path.insert(0, str(map_))
    try:
        soorten = ("JW301", "JW305", "JW323")
        return {soort: import_module(f"van_xsdata.{soort.lower()}").Bericht for soort in soorten}
    finally:
        sys.path.remove(str(map_))
