"""What a letter to a council better says otherwise. A list to add to: pattern, why, and how it can be said.

A `verwijt` counts only in a sentence that also names a municipality, a college or a person: a fact about nobody is
no reproach. The other patterns always count. Each pattern is matched at the beginning of a word, whatever the case.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patroon:
    """One pattern with the reason and a neutral way to say it."""

    zoek: str
    waarom: str
    liever: str
    verwijt: bool = True


PATRONEN = (
    Patroon("weiger", "Dit klinkt als een verwijt.", "Schrijf wie wat wel en niet heeft besloten, en op welke dag."),
    Patroon("verras", "Dit zegt wat een ander fout deed.", "Schrijf wanneer je het hoorde en wat je daarna deed."),
    Patroon("in tegenstelling tot", "Dit zet de ene gemeente tegenover de andere.",
            "Noem per gemeente het besluit, in de volgorde van het alfabet."),
    Patroon("niet (?:bereid|willen|wil)\\b", "Dit vult in wat een ander wil.", "Schrijf welk besluit er is genomen."),
    Patroon("blokkeer|frustreer|tegenwerk|traineer|dwarsbo", "Dit wijst een schuldige aan.",
            "Schrijf welk onderdeel wacht, op wie, en sinds wanneer."),
    Patroon("(?:is|zijn|was|waren) de oorzaak|door toedoen|te wijten", "Dit wijst een schuldige aan.",
            "Schrijf wat er speelt en wat elk college eraan doet."),
    Patroon("lijkt|kennelijk|blijkbaar", "Dit is een vermoeden over een ander.",
            "Schrijf alleen wat vaststaat, met de bron."),
    Patroon("komt? (?:haar|zijn|hun|de) afspraken? niet na|houdt? zich niet aan", "Dit klinkt als een verwijt.",
            "Noem de afspraak, wat nog open is, en wie nu aan zet is."),
    Patroon("belemmer", "Dit klinkt als een verwijt.", "Schrijf welke regels naast elkaar gelden en wat dat betekent."),
    Patroon("andere keuzes", "Dit zegt niet wat er is besloten.", "Noem de keuze zelf, met het besluit."),
    Patroon("schandalig|onbegrijpelijk|onacceptabel|onverantwoord|onbehoorlijk", "Dit is een oordeel.",
            "Schrijf wat er is gebeurd en wat het voor kinderen betekent.", verwijt=False),
    Patroon("schuld(?:ig)?\\b|verwijt", "Dit zoekt een schuldige.", "Schrijf wat er nodig is om verder te komen.",
            verwijt=False),
    Patroon("zoals (?:wij|we) al (?:vaak|meermaals|herhaaldelijk)", "Dit klinkt als een verwijt.",
            "Noem de eerdere brief met zijn datum.", verwijt=False),
)  # fmt: skip
