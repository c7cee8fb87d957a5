"""The facts of a simple type of the standard: what a value may look like.

Plain data; `ijw.formaat.lexicaal` turns them into checks. Each simple type of the standard is one `Annotated`
alias in `ijw.berichten.typen`, so a message class says in one line what Python holds and what XML allows.
"""

from dataclasses import dataclass
from typing import Literal

Patroon = Literal[
    "geen",  # every text
    "cijfers",  # digits only, or nothing
    "iets_zichtbaars",  # one line with at least one character that is not white space
    "commentaar",  # at least one visible character; see lexicaal.commentaar
    "letters",  # letters a-z, A-Z and U+00C0 to U+1EF3
    "letters_cijfers",  # a-z, A-Z, 0-9
    "versie",  # three numbers with dots, without leading zeros
]


@dataclass(frozen=True, slots=True)
class Tekst:
    """Free text; white space counts. Lengths in characters; `maximum` None is unlimited."""

    naam: str
    minimum: int
    maximum: int | None
    patroon: Patroon = "geen"
    cijfers: int | None = None  # exactly this many digits


@dataclass(frozen=True, slots=True)
class Keuze:
    """One code out of a list of the standard."""

    naam: str
    lijst: str  # id of the code list
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Geheel:
    """Whole number from 0 up to and including `maximum`."""

    naam: str
    maximum: int


@dataclass(frozen=True, slots=True)
class Datum:
    """Calendar date without time zone."""

    naam: str = "Datum"


@dataclass(frozen=True, slots=True)
class Tijd:
    """Time of day without time zone."""

    naam: str = "Tijd"


@dataclass(frozen=True, slots=True)
class Vast:
    """Narrows a type to one spelling, such as the code of the message."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Verscherping:
    """Narrows a type with one more pattern."""

    patroon: Patroon


Enkelvoudig = Tekst | Keuze | Geheel | Datum | Tijd


def keuze(naam: str, lijst: str, codes: str) -> Keuze:
    """A `Keuze` from codes written with spaces between them."""
    return Keuze(naam, lijst, tuple(codes.split()))
