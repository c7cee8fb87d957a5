"""The fast road: from XML tree to typed objects in one pass, on the assumption that all is well.

At the first thing that is not plain and right it gives up; `ijw.formaat.onderzoek` then finds out what is
wrong, if anything. So this road accepts a subset of what the schema accepts, and gives no messages.

For each complex type one Python function is generated, as `dataclasses` does for `__init__`: a declaration of
10,000 lines has 150,000 elements, and a loop over a table costs a fifth more.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from ijw.formaat.lexicaal import WITRUIMTE, Lezer, Ongeldig
from ijw.formaat.schema import GroepType, Veld, WaardeType
from ijw.formaat.waarden import Keuze, Tekst

MAX_ONTHOUDEN = 20_000  # values per simple type

Bouwer = Callable[[etree._Element], Any]


class Afwijking(Exception):
    """This tree is not plain and right."""


class Geheugen(dict[str | None, Any]):
    """Values by text, worked out once. Only dates, times and numbers: nothing that names a person."""

    def __init__(self, lees: Lezer) -> None:
        super().__init__()
        self._lees = lees

    def __missing__(self, tekst: str | None) -> Any:
        waarde = self._lees(tekst or "")
        if len(self) >= MAX_ONTHOUDEN:
            self.clear()
        self[tekst] = waarde
        return waarde


_geheugens: dict[tuple[object, ...], dict[str | None, Any]] = {}
_bouwers: dict[GroepType, Bouwer] = {}


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Pause the cycle collector: messages hold no cycles, and a hundred thousand new objects keep it busy.

    Safe with threads: whoever found it on turns it on again, so it never stays off.
    """
    stond_aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stond_aan:
            gc.enable()


def bouw(wortel: etree._Element, groep: GroepType) -> Any | None:
    """The typed message, or None when the tree is not plain and right."""
    with zonder_opruimen():
        try:
            return maak_bouwer(groep)(wortel)
        except (Afwijking, Ongeldig, KeyError):  # KeyError: a code that is not in its list
            return None


def maak_bouwer(groep: GroepType) -> Bouwer:
    """The builder of one complex type."""
    if groep not in _bouwers:
        _bouwers[groep] = _lijstbouwer(groep.velden[0]) if groep.klas is None else _groepbouwer(groep)
    return _bouwers[groep]


def _geheugen(soort: WaardeType) -> dict[str | None, Any]:
    sleutel = (soort.feit, *soort.grenzen)
    if sleutel not in _geheugens:
        if isinstance(soort.feit, Keuze):
            _geheugens[sleutel] = {code: code for code in soort.feit.codes}
        else:
            _geheugens[sleutel] = Geheugen(soort.lees)
    return _geheugens[sleutel]


def _waardebouwer(soort: WaardeType) -> Bouwer:
    lees = soort.lees

    def bouw_waarde(element: etree._Element) -> Any:
        if len(element):
            raise Afwijking
        return lees(element.text or "")

    return bouw_waarde


def _lijstbouwer(veld: Veld) -> Bouwer:
    tag = veld.tag
    bouw_kind = maak_bouwer(veld.soort) if isinstance(veld.soort, GroepType) else _waardebouwer(veld.soort)

    def bouw_lijst(element: etree._Element) -> Any:
        rij = []
        if element.text is not None and element.text.strip(WITRUIMTE):
            raise Afwijking
        for kind in element:
            if kind.tag != tag or kind.tail is not None:
                raise Afwijking
            rij.append(bouw_kind(kind))
        if not rij:
            raise Afwijking
        return tuple(rij)

    return bouw_lijst


def _groepbouwer(groep: GroepType) -> Bouwer:
    """Generate `bouw_groep`: walk the children beside the fixed order of the type.

    Only names of our own message classes enter the generated code, nothing from outside.
    """
    namen: dict[str, Any] = {"klas": groep.klas, "Afwijking": Afwijking, "WITRUIMTE": WITRUIMTE}
    regels = [
        "def bouw_groep(element):",
        "    if element.text is not None and element.text.strip(WITRUIMTE): raise Afwijking",
        "    kinderen = iter(element)",
        "    kind = next(kinderen, None)",
    ]
    for veld in groep.velden:
        regels += _veldregels(veld, namen)
    argumenten = ", ".join(f"{veld.veld}=waarde{veld.plaats}" for veld in groep.velden)
    regels += ["    if kind is not None: raise Afwijking", f"    return klas({argumenten})"]
    exec("\n".join(regels), namen)  # noqa: S102
    bouwer: Bouwer = namen["bouw_groep"]
    return bouwer


def _veldregels(veld: Veld, namen: dict[str, Any]) -> list[str]:
    """The lines that read one element: it must be here when required, and may be here otherwise."""
    i = veld.plaats
    namen[f"tag{i}"] = veld.tag
    if isinstance(veld.soort, GroepType):
        namen[f"lees{i}"] = maak_bouwer(veld.soort)
        check, lees = "kind.tail", f"lees{i}(kind)"
    elif isinstance(veld.soort.feit, Tekst):
        namen[f"lees{i}"] = veld.soort.lees
        check, lees = "len(kind) or kind.tail", f"lees{i}(kind.text or '')"
    else:
        namen[f"lees{i}"] = _geheugen(veld.soort)
        check, lees = "len(kind) or kind.tail", f"lees{i}[kind.text]"
    neem = [
        f"        if {check}: raise Afwijking",
        f"        waarde{i} = {lees}",
        "        kind = next(kinderen, None)",
    ]
    is_lijst = isinstance(veld.soort, GroepType) and veld.soort.klas is None
    anders = "raise Afwijking" if veld.verplicht else f"waarde{i} = {'()' if is_lijst else 'None'}"
    return [f"    if kind is not None and kind.tag == tag{i}:", *neem, "    else:", f"        {anders}"]
