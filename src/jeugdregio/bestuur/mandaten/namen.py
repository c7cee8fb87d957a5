"""How the register names a body in a sentence."""

from jeugdregio.organisaties.models import Organisatie, Rol, Soort


def partij(organisatie: Organisatie, functie: str = "") -> str:
    """Return "het college van Lelystad", "de regiodirecteur van Regiokantoor", "Gemeenteraad Urk"."""
    if functie:
        plek = "de gemeente " if organisatie.soort == Soort.GEMEENTE else ""
        return f"de {Rol(functie).label.lower()} van {plek}{organisatie.naam}"
    return f"het college van {organisatie.naam}" if organisatie.soort == Soort.GEMEENTE else organisatie.naam


def zin(tekst: str) -> str:
    """Return the text with a capital, the rest as it is."""
    return tekst[:1].upper() + tekst[1:]
