"""The register of level 2: which rule holds for which class of which message.

A rule is a function with a code of the standard. It never sees XML, only typed objects that already passed
level 1. There are two kinds: a `regel` judges one element by itself, a `regel_over` judges what lies below
an element and tells where the faults are. Both say with one fixed Dutch sentence what is wrong and how to
mend it.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from ijw.berichten import Bericht

RETOURCODE = "0001"
"""Every rule of level 2 has the same return code (IV032)."""

BASIS = "iJw 3.2"


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What a rule may need besides its own element."""

    bericht: Bericht
    dagtekening: date


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule for one class of one message.

    Exactly one of `fout` and `zoek` is filled. `fout` tells whether the element breaks the rule; the finding
    then points to `pad` below the element. `zoek` gives the paths of all faults below the element.
    """

    code: str
    bericht: str
    klasse: type
    pad: str
    melding: str
    fout: Callable[[Any, Omgeving], bool] | None = None
    zoek: Callable[[Any, Omgeving], Iterable[str]] | None = None
    retourcode: str = RETOURCODE


REGELS: dict[tuple[str, type], Regel] = {}

Fout = TypeVar("Fout", bound=Callable[[Any, Omgeving], bool])
Zoek = TypeVar("Zoek", bound=Callable[[Any, Omgeving], Iterable[str]])


def regel(code: str, paden: Mapping[type, str], melding: str) -> Callable[[Fout], Fout]:
    """Register a function `(element, omgeving) -> bool` that tells whether the element breaks rule `code`.

    `paden` gives per class of a message the path, below that class, of the element the finding points to.
    """

    def schrijf_in(functie: Fout) -> Fout:
        for klasse, pad in paden.items():
            _neem_op(Regel(code, soort_van(klasse), klasse, pad, melding, fout=functie))
        return functie

    return schrijf_in


def regel_over(code: str, klassen: Iterable[type], melding: str) -> Callable[[Zoek], Zoek]:
    """Register a function `(element, omgeving) -> paths` that gives the paths, below the element, of all
    faults."""

    def schrijf_in(functie: Zoek) -> Zoek:
        for klasse in klassen:
            _neem_op(Regel(code, soort_van(klasse), klasse, "", melding, zoek=functie))
        return functie

    return schrijf_in


def soort_van(klasse: type) -> str:
    """The kind of message a class belongs to, such as JW315."""
    soort: str = sys.modules[klasse.__module__].Bericht.SOORT
    return soort


def _neem_op(nieuw: Regel) -> None:
    sleutel = (nieuw.code, nieuw.klasse)
    if sleutel in REGELS:
        raise ValueError(f"Regel {nieuw.code} staat al in het register voor {nieuw.bericht} {nieuw.klasse.__name__}.")
    REGELS[sleutel] = nieuw
