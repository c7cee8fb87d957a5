"""Hints for who writes a letter: blame, and sentences that are hard to read. They point; they never stop anybody."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jeugdregio.bestuur.brieven.toonlijst import STANDAARD, Patroon

LANGE_ZIN = 25  # words; above it a reader at level B1 loses the thread
LANGE_ALINEA = 120  # words

_ZIN = re.compile(r"[^.!?\n]+[.!?]?")
_COLLEGE = re.compile(r"\b[Cc]olleges?\b|\b[Ww]ethouders?\b|\b[Bb]urgemeester\b")
_PERSOON = re.compile(r"\b(?:[Ww]ethouder|[Bb]urgemeester|[Mm]evrouw|[Mm]eneer|[Dd]e heer) (?:[A-Z]\.)*\s?[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: about which part, which words, why, and what can be done."""

    deel: str
    soort: str
    woorden: str
    waarom: str
    liever: str


def zinnen(tekst: str) -> list[str]:
    """Return the sentences of a text."""
    return [zin.strip() for zin in _ZIN.findall(tekst) if zin.strip()]


def toon(
    delen: Mapping[str, str], namen: Iterable[str], patronen: Iterable[Patroon] = STANDAARD.values()
) -> list[Hint]:
    """Return where a text seems to blame; `namen` are the municipalities. `delen` is the text per heading."""
    patronen = tuple(patronen)
    gemeente = re.compile("|".join(rf"\b{re.escape(naam)}\b" for naam in namen) or r"(?!)")
    uit = []
    for kop, tekst in delen.items():
        for zin in zinnen(tekst):
            noemt = bool(gemeente.search(zin) or _COLLEGE.search(zin))
            persoon = _PERSOON.search(zin)
            for patroon in patronen:
                raak = patroon.zoek.search(zin)
                if raak and (noemt or persoon or not patroon.verwijt):
                    uit.append(Hint(kop, "toon", _rond(zin, raak.start()), patroon.waarom, patroon.liever))
                    if persoon:
                        uit.append(Hint(
                            kop, "naam", persoon.group(), "Een persoon staat hier als de oorzaak.",
                            "Noem het besluit en het orgaan, niet de persoon.",
                        ))  # fmt: skip
    return list(dict.fromkeys(uit))


def leesbaarheid(delen: Mapping[str, str]) -> list[Hint]:
    """Return the sentences and paragraphs that are long."""
    uit: list[Hint] = []
    for kop, tekst in delen.items():
        uit += [
            Hint(kop, "lange zin", _rond(zin, 0), f"{len(zin.split())} woorden in een zin.", "Maak er twee van.")
            for zin in zinnen(tekst)
            if len(zin.split()) > LANGE_ZIN
        ]
        liever = "Begin een nieuwe alinea bij een nieuw onderwerp."
        uit += [
            Hint(kop, "lange alinea", _rond(alinea, 0), f"{len(alinea.split())} woorden achter elkaar.", liever)
            for alinea in tekst.split("\n")
            if len(alinea.split()) > LANGE_ALINEA
        ]
    return uit


def _rond(zin: str, plaats: int) -> str:
    begin = max(0, plaats - 50)
    stuk = zin[begin : plaats + 70].strip()
    return f"{'…' if begin else ''}{stuk}{'…' if plaats + 70 < len(zin) else ''}"
