"""Words of consent: answers, measures, reasons and the state that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from recht.invoer import InvoerError, delen, lees_datum, lees_datum_of_leeg


class Antwoord(StrEnum):
    """What a person answered."""

    JA = "ja"
    NEE = "nee"


class Status(StrEnum):
    """Where the consent stands."""

    VOLDAAN = "voldaan"
    ONTBREEKT = "ontbreekt"
    GEWEIGERD = "geweigerd"
    NIET_NODIG = "niet nodig"
    UITZONDERING = "uitzondering"


class SoortMaatregel(StrEnum):
    """Court measures under which no consent is needed (7.3.4 lid 1)."""

    GESLOTEN = "gesloten-machtiging"
    SPOED = "spoedmachtiging"
    BESCHERMING = "kinderbeschermingsmaatregel"
    RECLASSERING = "jeugdreclassering"


@dataclass(frozen=True)
class Stem:
    """An answer of one person, with the day it was given; a later answer replaces an earlier one."""

    VORM: ClassVar[str] = "wie/ja of nee/datum"
    wie: str
    antwoord: Antwoord
    op: date

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read "moeder/ja/2026-09-11"; the child is called "kind"."""
        wie, antwoord, op = delen(tekst, cls.VORM, 3, 3)
        if antwoord.lower() not in set(Antwoord):
            raise InvoerError(f"'{antwoord}' is geen ja of nee.")
        return cls(wie, Antwoord(antwoord.lower()), lees_datum(op))


@dataclass(frozen=True)
class Maatregel:
    """A measure with the day of the court's decision and its last day; no end means still open."""

    VORM: ClassVar[str] = "soort/uitspraak/laatste dag"
    soort: SoortMaatregel
    vanaf: date
    tot: date | None = None

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """Read "spoedmachtiging/2026-03-10/2026-04-07"."""
        soort, vanaf, tot = delen(tekst, cls.VORM, 2, 3)
        if soort not in set(SoortMaatregel):
            raise InvoerError(f"'{soort}' is geen maatregel. Kies uit: {', '.join(SoortMaatregel)}.")
        return cls(SoortMaatregel(soort), lees_datum(vanaf), lees_datum_of_leeg(tot))

    def geldt_op(self, dag: date) -> bool:
        """True when the measure is in force on a day."""
        return self.vanaf <= dag and (self.tot is None or dag <= self.tot)


@dataclass(frozen=True)
class Redenen:
    """Written reasons for starting without every consent; empty text is no reason."""

    ernstig_nadeel: str = ""
    weloverwogen: str = ""
    spoed: str = ""
    niet_ingrijpend: str = ""


@dataclass(frozen=True)
class Toestemming:
    """Answer: the state, whose consent is needed, and who agreed, refused or has not spoken yet."""

    status: Status
    mag_starten: bool
    vereist: tuple[str, ...] = ()
    gegeven: tuple[str, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    geweigerd: tuple[str, ...] = ()
    reden: str = ""

    @property
    def kort(self) -> str:
        """The state in one word."""
        return self.status.value
