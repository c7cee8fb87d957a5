"""How a dispute reads: the band of its road."""

from jeugdregio.bestuur.geschillen.models import Geschil, Staat
from jeugdregio.bestuur.teksten.weergave import Stap

_S = Staat
_BAND = (
    ("Melden", (_S.SIGNAAL, _S.GEMELD)),
    ("Bespreken", (_S.BESPREKING, _S.HEROPEND, _S.OVEREENSTEMMING)),
    ("Deskundigen", (_S.GEEN_OVEREENSTEMMING, _S.COMPLEET)),
    ("Onderzoek", (_S.OPDRACHT, _S.ONDERZOEK)),
    ("Advies", (_S.ADVIES, _S.REACTIE, _S.RADEN)),
    ("Opvolging", (_S.OPVOLGING,)),
    ("Gesloten", (_S.GESLOTEN,)),
)


def band(geschil: Geschil) -> list[Stap]:
    """Return the road with where the dispute stands."""
    plaats = next(n for n, (_, staten) in enumerate(_BAND) if geschil.staat in staten)
    uit = []
    for nummer, (naam, _) in enumerate(_BAND):
        stand = "gedaan" if nummer < plaats else "nu" if nummer == plaats else "straks"
        uit.append(Stap(naam, geschil.get_staat_display() if nummer == plaats else "", stand))
    return uit
