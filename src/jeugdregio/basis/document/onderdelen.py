"""The parts a document is made of."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; `niveau` 2 is a chapter, 3 a section."""

    tekst: str
    niveau: int = 2


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; `nadruk` sets it apart (a deadline, a decision)."""

    tekst: str
    nadruk: bool = False


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list; `genummerd` when the order counts."""

    regels: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; every row has as many cells as `koppen`. `getallen` are the columns (from 0) set to the right."""

    onderschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    getallen: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a row that would shift its cells. Raises ValueError."""
        if any(len(rij) != len(self.koppen) for rij in self.rijen):
            raise ValueError(f"Tabel {self.onderschrift!r}: elke rij moet {len(self.koppen)} cellen hebben.")


@dataclass(frozen=True, slots=True)
class Beeld:
    """A chart. `svg` is drawn by us, never uploaded; `omschrijving` tells what it shows to who cannot see it."""

    svg: str
    omschrijving: str


Onderdeel = Kop | Alinea | Lijst | Tabel | Beeld


@dataclass(frozen=True, slots=True)
class Document:
    """A letter or report. `gegevens` are the lines above the text (to, date, subject), as name and value."""

    titel: str
    afzender: str
    datum: date
    onderdelen: tuple[Onderdeel, ...]
    gegevens: tuple[tuple[str, str], ...] = ()
    voettekst: str = ""
    trefwoorden: tuple[str, ...] = field(default=())
