"""One walk over a message that runs every rule of level 2.

The plan of the walk is made once per kind of message: only branches with rules are visited, and the path of
an element is spelled out only when a rule finds something. A declaration has ten thousand lines; that must
stay cheap.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ijw.berichten import Bericht
from ijw.bevinding import Bevinding
from ijw.formaat.schema import elementnaam
from ijw.regels.register import REGELS, Omgeving, Regel


@dataclass(frozen=True, slots=True)
class Tak:
    """A field of a class that leads to elements with rules."""

    haal: Callable[[Any], Any]
    pad: str
    herhaalt: bool
    knoop: "Knoop"


@dataclass(frozen=True, slots=True)
class Knoop:
    """A class of the message: its own rules and where to go from here."""

    fouten: tuple[tuple[Callable[[Any, Omgeving], bool], Regel], ...]
    zoekers: tuple[Regel, ...]
    takken: tuple[Tak, ...]

    @property
    def leeg(self) -> bool:
        """Nothing to check here or below."""
        return not (self.fouten or self.zoekers or self.takken)


Plek = tuple["Plek", Tak, int] | None
"""Where we are: the place above, the branch we came along, the 1-based index in it (0: does not repeat)."""


def controleer(bericht: Bericht) -> list[Bevinding]:
    """Run all rules of level 2 on a message that already passed level 1.

    Returns the findings in the order of the message. A rule that raises is a bug and is not caught.
    """
    omgeving = Omgeving(bericht, bericht.header.bericht_identificatie.dagtekening)
    bevindingen: list[Bevinding] = []
    klasse: type = type(bericht)
    _bezoek(plan(klasse), bericht, None, omgeving, bevindingen)
    return bevindingen


def _bezoek(knoop: Knoop, element: Any, plek: Plek, omgeving: Omgeving, gevonden: list[Bevinding]) -> None:
    for fout, regel in knoop.fouten:
        if fout(element, omgeving):
            gevonden.append(_bevinding(regel, plek, regel.pad))
    for regel in knoop.zoekers:
        if regel.zoek is not None:
            gevonden.extend(_bevinding(regel, plek, pad) for pad in regel.zoek(element, omgeving))
    for tak in knoop.takken:
        onder = tak.haal(element)
        if tak.herhaalt:
            for nummer, kind in enumerate(onder, start=1):
                _bezoek(tak.knoop, kind, (plek, tak, nummer), omgeving, gevonden)
        elif onder is not None:
            _bezoek(tak.knoop, onder, (plek, tak, 0), omgeving, gevonden)


def _bevinding(regel: Regel, plek: Plek, pad: str) -> Bevinding:
    basis = _pad(plek)
    return Bevinding(
        niveau=2,
        regel=regel.code,
        pad=f"{basis}/{pad}" if pad else basis,
        melding=regel.melding,
        retourcode=regel.retourcode,
    )


def _pad(plek: Plek) -> str:
    if plek is None:
        return "/Bericht"
    boven, tak, nummer = plek
    return f"{_pad(boven)}/{tak.pad}[{nummer}]" if nummer else f"{_pad(boven)}/{tak.pad}"


@cache
def plan(klasse: type) -> Knoop:
    """The plan of the walk below one class."""
    eigen = [regel for regel in REGELS.values() if regel.klasse is klasse]
    takken = (tak for tak in onderdelen(klasse) if not tak.knoop.leeg)
    return Knoop(
        fouten=tuple((regel.fout, regel) for regel in eigen if regel.fout is not None),
        zoekers=tuple(regel for regel in eigen if regel.zoek is not None),
        takken=tuple(takken),
    )


def onderdelen(klasse: type) -> list[Tak]:
    """The fields of a class of a message that hold other classes of that same message."""
    soorten = get_type_hints(klasse)
    takken = []
    for veld in fields(klasse):
        onder, herhaalt = _klasse_in(soorten[veld.name])
        if onder is None or onder.__module__ != klasse.__module__:
            continue
        pad = elementnaam(veld.name)
        if herhaalt:
            pad = f"{pad}/{onder.__name__}"
        takken.append(Tak(attrgetter(veld.name), pad, herhaalt, plan(onder)))
    return takken


def _klasse_in(soort: Any) -> tuple[type | None, bool]:
    if get_origin(soort) in {Union, UnionType}:
        soort = next(deel for deel in get_args(soort) if deel is not type(None))
    herhaalt = get_origin(soort) is tuple
    if herhaalt:
        soort = get_args(soort)[0]
    if isinstance(soort, type) and is_dataclass(soort):
        return soort, herhaalt
    return None, False
