"""Until when youth help may go on after the eighteenth birthday (Jeugdwet 1.1, jeugdige)."""

from __future__ import annotations

from datetime import date, timedelta

from recht.datum import datum_nl, verjaardag
from recht.parameter import Parameter, parameter
from recht.register import regel
from recht.uitkomst import Stap, Uitkomst

JEUGDIGE = "Jeugdwet 1.1, jeugdige"
VOLWASSEN = 18
GEWOON = parameter("jeugdhulp-leeftijd", "jaar", ("2015-01-01", 18, f"{JEUGDIGE} onder 1"))
PLEEGZORG = parameter("jeugdhulp-leeftijd-pleegzorg", "jaar", ("2015-01-01", 21, f"{JEUGDIGE} onder 3"))
VERLENGD = parameter("jeugdhulp-leeftijd-verlengd", "jaar", ("2015-01-01", 23, f"{JEUGDIGE} onder 4"))


@regel(
    "jeugdhulp-achttien",
    naam="Tot wanneer mag jeugdhulp duren?",
    grondslag=JEUGDIGE,
    bron="Jeugdwet art. 1.1, begrippen jeugdhulp en jeugdige",
    invoer={
        "geboortedatum": "geboortedatum van de jeugdige",
        "pleegzorg": "is het pleegzorg die begon voor de achttiende verjaardag?",
        "noodzaak_bepaald": "is bepaald dat hulp na achttien nodig is, of voor achttien dat hulp nodig is?",
        "jeugdstrafrecht": "is het hulp in het kader van jeugdstrafrecht?",
    },
    voorbeelden={
        "geboortedatum=2009-03-16": "2027-03-15",
        "geboortedatum=2009-03-16 pleegzorg=ja": "2030-03-15",
        "geboortedatum=2009-03-16 noodzaak_bepaald=ja": "2032-03-15",
        "geboortedatum=2009-03-16 pleegzorg=ja noodzaak_bepaald=ja": "2032-03-15",
        "geboortedatum=2008-02-29": "2026-02-28",
        "geboortedatum=2009-03-16 jeugdstrafrecht=ja": "geen leeftijdsgrens",
    },
    let_op="Na een onderbreking van meer dan een half jaar kan hulp na achttien niet worden hervat (onder 3 en 4).",
)
def achttien(
    geboortedatum: date, pleegzorg: bool = False, noodzaak_bepaald: bool = False, jeugdstrafrecht: bool = False
) -> Uitkomst:
    """Last day on which help can be youth help: the day before the birthday that ends it."""
    if jeugdstrafrecht:
        stap = Stap("Bij jeugdhulp in het kader van jeugdstrafrecht geldt geen leeftijdsgrens.", None, "Jeugdwet 1.1")
        return Uitkomst(waarde="geen leeftijdsgrens", stappen=(stap,))
    norm, stappen = GEWOON, [_stap("Gewone jeugdhulp duurt tot de jeugdige 18 wordt", geboortedatum, GEWOON, "1")]
    if pleegzorg:
        norm = PLEEGZORG
        stappen.append(_stap("Pleegzorg die voor 18 begon, kan duren tot 21", geboortedatum, norm, "3"))
    if noodzaak_bepaald:
        norm = VERLENGD
        stappen.append(_stap("Is bepaald dat hulp nodig is, dan kan zij duren tot 23", geboortedatum, norm, "4"))
        stappen.append(Stap(
            "Dat geldt alleen voor hulp bij problemen, stoornissen of opvoeden; begeleiding en persoonlijke verzorging "
            "bij een beperking eindigen op 18.",
            None, "Jeugdwet 1.1, jeugdhulp onder 1 tot en met 3",
        ))  # fmt: skip
    return Uitkomst(datum=_laatste_dag(geboortedatum, norm), stappen=tuple(stappen))


def _laatste_dag(geboortedatum: date, norm: Parameter) -> date:
    """The day before the birthday that ends it, by the age in force on the eighteenth birthday."""
    jaren = norm.op(verjaardag(geboortedatum, VOLWASSEN))
    return verjaardag(geboortedatum, jaren) - timedelta(days=1)


def _stap(tekst: str, geboortedatum: date, norm: Parameter, onderdeel: str) -> Stap:
    tot = _laatste_dag(geboortedatum, norm)
    return Stap(f"{tekst}: uiterlijk {datum_nl(tot)}.", tot, f"{JEUGDIGE} onder {onderdeel}")
