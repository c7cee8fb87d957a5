"""What research may ask: per question its domain, why it is asked, and which decision uses it (AVG 5: no more).

Questions of a domain are asked only when somebody chose the domain for this case. Those without a domain the law asks
for in every case (Jeugdwet 2.3). A question that is not here cannot be asked or kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Vraag:
    """One question. `waarom` is told to the family; `besluit` is the decision that uses the answer."""

    code: str
    tekst: str
    waarom: str
    besluit: str
    bron: str = "Jeugdwet 2.3"
    verplicht: bool = False

    @property
    def waarvoor(self) -> str:
        """The decision that uses the answer, as it goes on in a sentence."""
        return self.besluit[0].lower() + self.besluit[1:]


@dataclass(frozen=True)
class Domein:
    """A domain of life with its questions."""

    code: str
    naam: str
    vragen: tuple[Vraag, ...]


ALTIJD = Domein("altijd", "Vaste vragen", (
    Vraag("hulpvraag", "Wat is er aan de hand, en wat moet er anders?", "Zonder de vraag is er geen passende hulp.",
          "Of hulp nodig is, en welke", "Jeugdwet 2.3 lid 1", verplicht=True),
    Vraag("wens_jeugdige", "Wat wil de jeugdige zelf, in eigen woorden?",
          "De jeugdige heeft een eigen stem, los van die van de ouders.", "Welke hulp past",
          "Jeugdwet 2.3 lid 4 onder a", verplicht=True),
    Vraag("wens_ouders", "Wat willen de ouders, in eigen woorden?",
          "Ouders kunnen iets anders willen dan hun kind.", "Welke hulp past", "Jeugdwet 2.3 lid 4 onder a",
          verplicht=True),
    Vraag("eigen_kracht", "Wat kan het gezin zelf, met familie en vrienden?",
          "Jeugdhulp is er voor wat het gezin niet zelf kan oplossen.", "Of jeugdhulp nodig is",
          "Jeugdwet 2.3 lid 1", verplicht=True),
    Vraag("lokaal", "Wat kan dichtbij: school, buurt, wijkteam, vrij toegankelijke hulp?",
          "Hulp zonder besluit gaat sneller en is vaak genoeg.", "Of een besluit nodig is",
          "Jeugdwet 2.3 lid 1 en 2.9", verplicht=True),
    Vraag("veiligheid", "Is het kind veilig? Waaruit blijkt dat?",
          "Bij onveiligheid moet de gemeente meteen iets doen.", "Of de Raad of Veilig Thuis nodig is",
          "Jeugdwet 2.4 lid 1", verplicht=True),
    Vraag("geloof_cultuur", "Waarmee moet de hulp rekening houden in geloof, levensovertuiging of cultuur?",
          "De gemeente houdt daar rekening mee bij de keuze van de hulp.", "Welke hulp en welke aanbieder",
          "Jeugdwet 2.3 lid 4 onder b", verplicht=True),
    Vraag("keuze", "Uit welke hulp kon het gezin kiezen, en wat koos het?",
          "Een gezin kiest mee waar dat kan.", "Welke aanbieder", "Jeugdwet 2.3 lid 5", verplicht=True),
))  # fmt: skip

_PASSEND = "Welke hulp past, en hoeveel"
DOMEINEN = (
    Domein("gezondheid", "Gezondheid", (
        Vraag("gezondheid", "Welke klachten, ziekte of beperking spelen mee?", "Misschien past andere zorg beter.",
              "Of een andere wet voorgaat (Zvw, Wlz)", "Jeugdwet 1.2"),
        Vraag("behandeling", "Welke behandeling is er nu of was er?", "Dan doen we niets dubbel.", _PASSEND),
    )),
    Domein("gedrag", "Gevoel en gedrag", (
        Vraag("gedrag", "Wat valt op in gevoel of gedrag, thuis en elders?", "Dat bepaalt welke hulp helpt.",
              _PASSEND),
    )),
    Domein("gezin", "Gezin en opvoeding", (
        Vraag("opvoeding", "Wat gaat goed in de opvoeding, en wat kost moeite?", "Hulp sluit aan bij wat al goed gaat.",
              _PASSEND),
        Vraag("verhoudingen", "Hoe gaat het tussen de gezinsleden, ook na een scheiding?",
              "Ruzie thuis kan de hulp in de weg staan.", _PASSEND),
    )),
    Domein("school", "School en opvang", (
        Vraag("school", "Hoe gaat het op school, en wat doet de school al?",
              "Passend onderwijs gaat voor op jeugdhulp in de klas.", "Of een andere wet voorgaat (onderwijs)",
              "Jeugdwet 1.2"),
    )),
    Domein("vrije_tijd", "Vrienden en vrije tijd", (
        Vraag("vrije_tijd", "Met wie en waarmee brengt het kind zijn vrije tijd door?",
              "Meedoen helpt vaak meer dan behandelen.", "Of een besluit nodig is"),
    )),
    Domein("wonen_geld", "Wonen en geld", (
        Vraag("wonen", "Is er een vaste, rustige plek om te wonen?", "Zonder rust thuis werkt hulp minder.", _PASSEND),
        Vraag("geld", "Zijn er zorgen over geld waar de hulp last van heeft?",
              "Dan regelen we ook schuldhulp.", "Of een andere wet voorgaat (schuldhulp)"),
    )),
    Domein("zelfstandig", "Op weg naar 18", (
        Vraag("zelfstandig", "Wat kan de jeugdige al zelf: wonen, geld, werk, papieren?",
              "Na 18 stopt jeugdhulp meestal; dan moet het geregeld zijn.", "Wat er na 18 nodig is", "Jeugdwet 1.1"),
    )),
)  # fmt: skip
DOMEIN = {domein.code: domein for domein in DOMEINEN}
VRAAG = {vraag.code: vraag for domein in (ALTIJD, *DOMEINEN) for vraag in domein.vragen}


def gekozen(domeinen: Iterable[str]) -> tuple[Domein, ...]:
    """Return what is asked in a case: what the law always asks, and the chosen domains in the order of the list."""
    codes = set(domeinen)
    return (ALTIJD, *(domein for domein in DOMEINEN if domein.code in codes))


def vragen(domeinen: Iterable[str]) -> dict[str, Vraag]:
    """Return the questions of a case by code."""
    return {vraag.code: vraag for domein in gekozen(domeinen) for vraag in domein.vragen}
