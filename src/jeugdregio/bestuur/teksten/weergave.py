"""How a joint text reads: the band of its road."""

from dataclasses import dataclass

from jeugdregio.bestuur.teksten.models import Staat, Tekst

_S = Staat
_BAND = (
    ("Voorbereiden", (_S.STARTNOTITIE, _S.UITGANGSPUNTEN, _S.CONCEPT, _S.RIB)),
    ("Raadplegen", (_S.CONSULTATIE, _S.ADVIESRADEN, _S.AANVRAAG, _S.ADVIES)),
    ("Reactienota en colleges", (_S.REACTIENOTA, _S.COLLEGES)),
    ("Raden", (_S.AANGEBODEN, _S.RAADSBEHANDELING, _S.RONDGANG, _S.VERZOENING)),
    ("Vastgesteld", (_S.VASTGESTELD,)),
    ("Uitvoeren", (_S.INKOOPPLAN, _S.AANBESTEDING, _S.UITVOERING)),
    ("Herijken", (_S.HERIJKING,)),
)


@dataclass(frozen=True)
class Stap:
    """A step of the band: what, a word below it, and gedaan, nu or straks."""

    label: str
    toelichting: str
    stand: str


def band(tekst: Tekst) -> list[Stap]:
    """Return the road with where the text stands."""
    plaats = next(n for n, (_, staten) in enumerate(_BAND) if tekst.staat in staten)
    uit = []
    for nummer, (naam, _) in enumerate(_BAND):
        stand = "gedaan" if nummer < plaats else "nu" if nummer == plaats else "straks"
        uit.append(Stap(naam, tekst.get_staat_display() if nummer == plaats else "", stand))
    return uit
