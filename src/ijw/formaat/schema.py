"""The structure of the messages, compiled once from the message classes into flat tables."""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import Any

from ijw.berichten import MODULES, basis
from ijw.formaat.lexicaal import Grens, Lezer, lezer
from ijw.formaat.waarden import Datum, Enkelvoudig, Geheel, Keuze, Tekst, Tijd, Vast, Verscherping

STAM = "http://www.istandaarden.nl/ijw/3_2/"
BASIS_NS = STAM + "basisschema/schema"


@dataclass(frozen=True, slots=True, eq=False)
class WaardeType:
    """A simple type as one element uses it. `xsd_naam` is what xsi:type may repeat; None: it has no name."""

    feit: Enkelvoudig
    grenzen: tuple[Grens, ...]
    lees: Lezer
    xsd_naam: str | None


@dataclass(slots=True, eq=False)
class GroepType:
    """A complex type. `klas` is None for a wrapper: an element that only lists one kind of element."""

    klas: type | None
    xsd_naam: str
    velden: tuple["Veld", ...] = ()
    tabel: Mapping[str, "Veld"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Veld:
    """One element in a complex type: `plaats` is its place in the fixed order."""

    plaats: int
    naam: str
    veld: str
    tag: str
    verplicht: bool
    herhaald: bool
    soort: WaardeType | GroepType


@dataclass(frozen=True, slots=True, eq=False)
class BerichtType:
    """A message: its root element and namespace."""

    soort: str
    ns: str
    prefix: str
    tag: str
    groep: GroepType


def elementnaam(veld: str) -> str:
    """The element name of a field: `bericht_xsd_versie` is BerichtXsdVersie."""
    return "".join(deel[0].upper() + deel[1:] for deel in veld.split("_"))


def _ns(module: str) -> str:
    laatste = module.rsplit(".", 1)[-1]
    return BASIS_NS if laatste == "basis" else f"{STAM}{laatste}/schema"


def _ontleed(hint: Any) -> tuple[Any, tuple[Any, ...], bool, bool]:
    """Bare type, its metadata, whether it is optional, whether it is a tuple."""
    optioneel = False
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        optioneel = True
        (hint,) = (arg for arg in typing.get_args(hint) if arg is not types.NoneType)
    if typing.get_origin(hint) is tuple:
        kaal, meta, _, _ = _ontleed(typing.get_args(hint)[0])
        return kaal, meta, optioneel, True
    if hasattr(hint, "__metadata__"):
        return typing.get_args(hint)[0], hint.__metadata__, optioneel, False
    return hint, (), optioneel, False


def _waarde(meta: tuple[Any, ...]) -> WaardeType:
    feit = next(m for m in meta if isinstance(m, Tekst | Keuze | Geheel | Datum | Tijd))
    grenzen = tuple(m for m in meta if isinstance(m, Vast | Verscherping))
    naam = None if grenzen else f"{{{BASIS_NS}}}LDT_{feit.naam}"
    return WaardeType(feit, grenzen, lezer(feit, *grenzen), naam)


def _soort(kaal: Any, meta: tuple[Any, ...]) -> WaardeType | GroepType:
    return groep(typing.cast(type, kaal)) if dataclasses.is_dataclass(kaal) else _waarde(meta)


def _lijst(ns: str, naam: str, kaal: Any, meta: tuple[Any, ...]) -> GroepType:
    soort = _soort(kaal, meta)
    kindnaam = kaal.__name__ if isinstance(soort, GroepType) else soort.feit.naam
    kind = Veld(0, kindnaam, "", f"{{{ns}}}{kindnaam}", verplicht=True, herhaald=True, soort=soort)
    return GroepType(None, f"{{{ns}}}{naam}", (kind,), {kind.tag: kind})


@cache
def groep(klas: type) -> GroepType:
    """The compiled complex type of a message class."""
    ns = _ns(klas.__module__)
    in_basis = klas.__module__ == basis.__name__
    xsd_naam = "Root" if klas.__name__ == "Bericht" else ("CDT_" if in_basis else "") + klas.__name__
    resultaat = GroepType(klas, f"{{{ns}}}{xsd_naam}")
    hints = typing.get_type_hints(klas, include_extras=True)
    velden = []
    for plaats, lid in enumerate(dataclasses.fields(klas)):
        kaal, meta, _, is_lijst = _ontleed(hints[lid.name])
        naam = elementnaam(lid.name)
        soort = _lijst(ns, naam, kaal, meta) if is_lijst else _soort(kaal, meta)
        verplicht = lid.default is dataclasses.MISSING
        velden.append(Veld(plaats, naam, lid.name, f"{{{ns}}}{naam}", verplicht, herhaald=False, soort=soort))
    resultaat.velden = tuple(velden)
    resultaat.tabel = {veld.tag: veld for veld in velden}
    return resultaat


def _bericht(module: ModuleType) -> BerichtType:
    ns = _ns(module.__name__)
    prefix = module.__name__.rsplit(".", 1)[-1]
    return BerichtType(module.Bericht.SOORT, ns, prefix, f"{{{ns}}}Bericht", groep(module.Bericht))


BERICHTTYPEN: dict[str, BerichtType] = {b.tag: b for b in map(_bericht, MODULES)}
"""Message type by the tag of its root element."""

NAAMRUIMTE = re.compile(r"http://www\.istandaarden\.nl/(\w+)/(\d+)_(\d+)/(\w+)/schema")
"""How the standards of the Zorginstituut name their messages: standard, version, message."""
