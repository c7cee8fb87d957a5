"""What a letter to a council better says otherwise: words, why, and how it can be said.

The fixed lines stand here; the region puts others beside them or in their place on a screen (`toondaden`). Words are
written as people write them, with a comma between; a star at the end means "and whatever follows".

A `verwijt` counts only in a sentence that also names a municipality, a college or a person: a fact about nobody is
no reproach. The other lines always count.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jeugdregio.bestuur.brieven.models import Toonregel


@dataclass(frozen=True)
class Patroon:
    """One line with the reason and a neutral way to say it."""

    woorden: str
    waarom: str
    liever: str
    verwijt: bool = True

    @cached_property
    def zoek(self) -> re.Pattern[str]:
        """The words as a pattern: whole words whatever the case, and their beginning with a star."""
        delen = []
        for woord in filter(None, (woord.strip() for woord in self.woorden.split(","))):
            kern = re.escape(" ".join(woord.removesuffix("*").split())).replace("\\ ", r"\s+")
            delen.append(kern if woord.endswith("*") else rf"{kern}\b")
        return re.compile(rf"\b(?:{'|'.join(delen)})" if delen else r"(?!)", re.IGNORECASE)


STANDAARD: dict[str, Patroon] = {
    "weigeren": Patroon("weiger*", "Dit klinkt als een verwijt.",
                        "Schrijf wie wat wel en niet heeft besloten, en op welke dag."),
    "verrassen": Patroon("verras*", "Dit zegt wat een ander fout deed.",
                         "Schrijf wanneer je het hoorde en wat je daarna deed."),
    "tegenstelling": Patroon("in tegenstelling tot*", "Dit zet de ene gemeente tegenover de andere.",
                             "Noem per gemeente het besluit, in de volgorde van het alfabet."),
    "niet-willen": Patroon("niet bereid, niet willen, niet wil", "Dit vult in wat een ander wil.",
                           "Schrijf welk besluit er is genomen."),
    "tegenwerken": Patroon("blokkeer*, frustreer*, tegenwerk*, traineer*, dwarsbo*", "Dit wijst een schuldige aan.",
                           "Schrijf welk onderdeel wacht, op wie, en sinds wanneer."),
    "oorzaak": Patroon("is de oorzaak, zijn de oorzaak, was de oorzaak, waren de oorzaak, door toedoen*, te wijten*",
                       "Dit wijst een schuldige aan.", "Schrijf wat er speelt en wat elk college eraan doet."),
    "vermoeden": Patroon("lijkt*, kennelijk*, blijkbaar*", "Dit is een vermoeden over een ander.",
                         "Schrijf alleen wat vaststaat, met de bron."),
    "afspraken": Patroon("komt haar afspraken niet na, komt zijn afspraken niet na, kom hun afspraken niet na, "
                         "komen hun afspraken niet na, komt de afspraken niet na, komt de afspraak niet na, "
                         "houdt zich niet aan*, houd zich niet aan*", "Dit klinkt als een verwijt.",
                         "Noem de afspraak, wat nog open is, en wie nu aan zet is."),
    "belemmeren": Patroon("belemmer*", "Dit klinkt als een verwijt.",
                          "Schrijf welke regels naast elkaar gelden en wat dat betekent."),
    "andere-keuzes": Patroon("andere keuzes*", "Dit zegt niet wat er is besloten.",
                             "Noem de keuze zelf, met het besluit."),
    "oordeel": Patroon("schandalig*, onbegrijpelijk*, onacceptabel*, onverantwoord*, onbehoorlijk*",
                       "Dit is een oordeel.", "Schrijf wat er is gebeurd en wat het voor kinderen betekent.",
                       verwijt=False),
    "schuld": Patroon("schuld, schuldig, verwijt*", "Dit zoekt een schuldige.",
                      "Schrijf wat er nodig is om verder te komen.", verwijt=False),
    "herhaling": Patroon("zoals wij al vaak, zoals we al vaak, zoals wij al meermaals, zoals we al meermaals, "
                         "zoals wij al herhaaldelijk, zoals we al herhaaldelijk", "Dit klinkt als een verwijt.",
                         "Noem de eerdere brief met zijn datum.", verwijt=False),
}  # fmt: skip


def geldende(op: date) -> dict[str, Patroon]:
    """Return the lines that hold on a day, by code: the fixed ones, as far as the region did not say otherwise."""
    lijst = dict(STANDAARD)
    for regel in Toonregel.objects.op(op):
        lijst.pop(regel.code, None)
        if not regel.uit:
            lijst[regel.code] = Patroon(regel.woorden, regel.waarom, regel.liever, regel.verwijt)
    return lijst
