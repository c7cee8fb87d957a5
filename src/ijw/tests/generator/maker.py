"""Makes a random right message by walking the schema."""

import datetime
import string
from collections.abc import Callable
from random import Random

from lxml import etree

from ijw.tests.generator.schema import BASIS, Element, Schema, Waarde

ZICHTBAAR = string.ascii_letters + string.digits + "éÀ&<>'\"-. \u00a0😀"


def _tekst(kans: Random, waarde: Waarde, tekens: str) -> str:
    kleinst, grootst = waarde.grenzen.get("minLength", 0), waarde.grenzen.get("maxLength", 60)
    lengte = kans.choice([kleinst, grootst, kans.randint(kleinst, grootst)])
    return "".join(kans.choice(tekens) for _ in range(lengte))


def _zichtbaar(kans: Random, waarde: Waarde) -> str:
    tekst = _tekst(kans, waarde, ZICHTBAAR)
    return tekst if tekst.strip(" ") else "x"


PER_PATROON: dict[str, Callable[[Random, Waarde], str]] = {
    r".*[^\s].*": _zichtbaar,
    r"([.\s]*\S+[.\s]*)+": lambda kans, waarde: _zichtbaar(kans, waarde) + kans.choice(["", "\n", "\r\n tweede regel"]),
    "([a-zA-ZÀ-ỳ])+": lambda kans, waarde: _tekst(kans, waarde, string.ascii_letters + "éÀỳ×"),
    "([a-zA-Z0-9])+": lambda kans, waarde: _tekst(kans, waarde, string.ascii_letters + string.digits),
    "[0-9]*": lambda kans, waarde: _tekst(kans, waarde, string.digits),
    "[0-9]{4}": lambda kans, _: f"{kans.randrange(10_000):04}",
    "[0-9]{8}": lambda kans, _: f"{kans.randrange(10**8):08}",
    "[0-9]{9}": lambda kans, _: f"{kans.randrange(10**9):09}",
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)": lambda kans, _: f"{kans.randrange(3)}.{kans.randrange(20)}.0",
}


def _rand(kans: Random) -> str:
    """White space that a collapsing type does not mind."""
    return kans.choice([" ", "\n", "\t "]) if kans.random() < 0.03 else ""


def _getal(kans: Random, waarde: Waarde) -> str:
    kleinst, grootst = waarde.grenzen["minInclusive"], waarde.grenzen["maxInclusive"]
    getal = str(kans.choice([kleinst, grootst, kans.randint(kleinst, grootst)]))
    voorloop = kans.choice(["0", "+", "00000000000000000000000000"]) if kans.random() < 0.05 else ""
    return _rand(kans) + voorloop + getal + _rand(kans)


def _datum(kans: Random) -> str:
    return (datetime.date(1990, 1, 1) + datetime.timedelta(days=kans.randrange(20_000))).isoformat()


def _tijd(kans: Random) -> str:
    breuk = kans.choice(["", "", "", ".5", ".123456789"])
    return f"{kans.randrange(24):02}:{kans.randrange(60):02}:{kans.randrange(60):02}{breuk}"


PER_BASIS: dict[str, Callable[[Random, Waarde], str]] = {
    "integer": _getal,
    "date": lambda kans, _: _rand(kans) + _datum(kans) + _rand(kans),
    "time": lambda kans, _: _tijd(kans),
}


def maak_waarde(kans: Random, waarde: Waarde) -> str:
    """A text that the simple type accepts."""
    if waarde.codes:
        return kans.choice(waarde.codes)
    if waarde.patronen and waarde.patronen[-1].isdigit():
        return waarde.patronen[-1]
    if waarde.basis in PER_BASIS:
        return PER_BASIS[waarde.basis](kans, waarde)
    if waarde.patronen:
        return PER_PATROON[waarde.patronen[-1]](kans, waarde)
    return _tekst(kans, waarde, ZICHTBAAR)


def _vul(kans: Random, element: etree._Element, soort: Waarde | list[Element]) -> None:
    if isinstance(soort, Waarde):
        element.text = maak_waarde(kans, soort)
        return
    for kind in soort:
        if not kind.verplicht and kans.random() < 0.4:
            continue
        for _ in range(kans.choice([1, 1, 2, 3]) if kind.herhaald else 1):
            _vul(kans, etree.SubElement(element, kind.tag), kind.soort)


def maak(kans: Random, schema: Schema) -> etree._Element:
    """The root of a random message that the schema accepts."""
    wortel = etree.Element(schema.wortel.tag, nsmap={f"jw{schema.soort}": schema.ns, "ijw": BASIS})
    _vul(kans, wortel, schema.wortel.soort)
    return wortel
