"""Every rule of the standard in one list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ijw import bedrijfsregels, overstijgend
from ijw.naslag.aanwijzingen import AANWIJZINGEN, UITGANGSPUNTEN
from ijw.naslag.overstijgend import TEKSTEN
from ijw.regels import overzicht as binnen_bericht
from ijw.regels.register import RETOURCODE

GEDAAN: Final = "gedaan"
STANDEN: Final[dict[str, str]] = {
    "gehouden": GEDAAN,
    "deels": "deels gedaan",
    "mens": "niet door software te toetsen",
    "ander": "niet van toepassing",
}


@dataclass(frozen=True, slots=True)
class Rij:
    """One rule. `niveau` None: not a check of one message. `retourcode` None: the standard gives none."""

    code: str
    soort: str
    stand: str
    tekst: str
    berichten: tuple[str, ...] = ()
    niveau: int | None = None
    retourcode: str | None = None


def lijst() -> list[Rij]:
    """Every rule of iJw 3.2 once, by kind and code."""
    return [*_binnen(), *_overstijgend(), *_bedrijfsregels(), *_aanwijzingen()]


def _binnen() -> Iterator[Rij]:
    for stand in binnen_bericht():
        tekst = "<br>".join(filter(None, (*stand.teksten, stand.reden)))
        code = RETOURCODE if stand.niveau == 2 else None
        yield Rij(stand.code, "binnen", GEDAAN, tekst, stand.berichten, stand.niveau, code)


def _overstijgend() -> Iterator[Rij]:
    for rij in overstijgend.overzicht():
        regel = rij.regel
        tekst = "<br>".join(filter(None, (TEKSTEN[regel.code], rij.toelichting)))
        yield Rij(regel.code, "overstijgend", str(rij.stand), tekst, regel.berichten, regel.niveau, regel.retourcode)


def _bedrijfsregels() -> Iterator[Rij]:
    for regel in sorted(bedrijfsregels.BEDRIJFSREGELS, key=lambda regel: regel.code):
        yield Rij(regel.code, "bedrijfsregel", STANDEN[regel.stand], regel.waar)


def _aanwijzingen() -> Iterator[Rij]:
    for soort, rijen in (("invulinstructie", AANWIJZINGEN), ("uitgangspunt", UITGANGSPUNTEN)):
        for code, stand, waar in rijen:
            yield Rij(code, soort, STANDEN[stand], waar)
