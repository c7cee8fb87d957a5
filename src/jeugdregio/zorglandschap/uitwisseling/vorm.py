"""The shape of the files: sheets, columns, and what a cell may hold. One table for reading and writing."""

from dataclasses import dataclass

TEKST, CODE4, CODE5, CODE8, DATUM, BEDRAG, LIJST, JAAR = (
    "tekst", "code4", "code5", "code8", "datum", "bedrag", "lijst", "jaar",
)  # fmt: skip
MAX_RIJEN = 20_000
MAX_BYTES = 5 * 1024 * 1024
MAX_TEKST = 500
MAX_BEVINDINGEN = 2_000  # more than anybody mends at once; then reading stops


@dataclass(frozen=True)
class Kolom:
    """A column: its key in code, its heading, the kind of its cells, whether it must be filled, and a hint."""

    naam: str
    kop: str
    soort: str = TEKST
    moet: bool = True
    hint: str = ""


@dataclass(frozen=True)
class Blad:
    """A sheet; in a text file one stands alone. `sleutel` are the columns that together name a row."""

    naam: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...]

    @property
    def koppen(self) -> tuple[str, ...]:
        """The headings in order."""
        return tuple(kolom.kop for kolom in self.kolommen)

    def kolom(self, naam: str) -> Kolom:
        """Return a column by its key."""
        return next(kolom for kolom in self.kolommen if kolom.naam == naam)

    def letter(self, naam: str) -> str:
        """Return the letter of a column in a workbook; there are fewer than 26."""
        return chr(ord("A") + [kolom.naam for kolom in self.kolommen].index(naam))


CONTRACTEN = Blad(
    "Contracten",
    (
        Kolom("nummer", "Contractnummer"),
        Kolom("agb", "AGB-code aanbieder", CODE8, hint="8 cijfers"),
        Kolom("aanbieder", "Naam aanbieder", moet=False, hint="alleen om te lezen"),
        Kolom("perceel", "Perceel"),
        Kolom("van", "Geldig vanaf", DATUM),
        Kolom("tot", "Geldig tot en met", DATUM, moet=False, hint="leeg: zonder einddatum"),
        Kolom("gemeenten", "Gemeenten", LIJST, hint="CBS-codes, gescheiden door een spatie: 0034 0995"),
    ),
    ("nummer",),
)
TARIEVEN = Blad(
    "Tarieven",
    (
        Kolom("nummer", "Contractnummer"),
        Kolom("product", "Productcode", CODE5),
        Kolom("naam", "Naam product", moet=False, hint="alleen om te lezen"),
        Kolom("van", "Geldig vanaf", DATUM),
        Kolom("tot", "Geldig tot en met", DATUM, moet=False, hint="leeg: tot het einde van het contract"),
        Kolom("centen", "Tarief in euro", BEDRAG, hint="per eenheid van het product"),
        Kolom("beroepskracht_client", "Beroepskrachten cliënttijd", BEDRAG, moet=False),
        Kolom("beroepskracht_overig", "Beroepskrachten andere tijd", BEDRAG, moet=False),
        Kolom("client_overig", "Andere cliëntkosten", BEDRAG, moet=False),
        Kolom("overhead", "Overhead", BEDRAG, moet=False),
        Kolom("indexering", "Indexering", BEDRAG, moet=False),
        Kolom("toelichting", "Toelichting", moet=False, hint="nodig als een onderdeel nul is"),
    ),
    ("nummer", "product", "van"),
)
PLAFONDS = Blad(
    "Plafonds",
    (
        Kolom("nummer", "Contractnummer"),
        Kolom("jaar", "Jaar", JAAR),
        Kolom("gemeente", "Gemeente", CODE4, moet=False, hint="CBS-code; leeg: alle gemeenten samen"),
        Kolom("centen", "Plafond in euro", BEDRAG),
    ),
    ("nummer", "jaar", "gemeente"),
)
BLADEN = (CONTRACTEN, TARIEVEN, PLAFONDS)
PER_NAAM = {blad.naam: blad for blad in BLADEN}


class _Onbruikbaar:
    """Stands for a cell that was already refused, so that it is not refused twice."""


ONBRUIKBAAR = _Onbruikbaar()


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that is wrong, at one cell, with how to mend it."""

    blad: str
    cel: str
    melding: str

    @property
    def plaats(self) -> tuple[str, int, str]:
        """Where to sort it: by sheet, row and column; what concerns the whole sheet comes first."""
        eerste = self.cel.partition(":")[0]
        letters = eerste.rstrip("0123456789")
        return self.blad, int(eerste.removeprefix(letters) or 0), letters

    def __str__(self) -> str:
        return f"{self.blad}!{self.cel}: {self.melding}" if self.cel else f"{self.blad}: {self.melding}"


@dataclass(frozen=True, slots=True)
class Ruwe:
    """A row as read: its number in the file and the value of each cell, by column key."""

    regel: int
    cellen: dict[str, object]
