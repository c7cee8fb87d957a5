"""The rules of the standard that level 1 already enforces: they are facets of the official schemas.

Per code: what it asks, in our own words, and the messages it holds for (`RETOUR`: the six return messages).
"""

from typing import Final

HEEN: Final = "JW301 JW305 JW307 JW315 JW317 JW319 JW323"
RETOUR: Final = "JW302 JW306 JW308 JW316 JW318 JW320"
ALLE_HEEN: Final = f"{HEEN} JW325"
MET_PERSOON: Final = "JW301 JW305 JW307 JW315"
MET_BSN: Final = f"{MET_PERSOON} JW317 JW323 JW325"

FORMAATREGELS: Final[dict[str, tuple[str, str]]] = {
    "CS015": ("De subversie van het bericht is 2.", ALLE_HEEN),
    "CS025": ("De versie van het bericht is 3.", ALLE_HEEN),
    "CS319": ("Het declaratienummer bestaat uit letters en cijfers zonder spatie.", "JW323"),
    "RS001": ("Een getal is niet lager dan 0.", ALLE_HEEN),
    "RS002": ("Een getal is niet hoger dan 99.", ALLE_HEEN),
    "RS004": ("Een huisnummer heeft hoogstens 5 cijfers.", "JW301"),
    "RS005": ("Een bedrag, budget of volume heeft hoogstens 8 cijfers.", "JW301 JW315 JW317 JW323 JW325"),
    "RS006": ("Een nummer heeft hoogstens 9 cijfers.", MET_BSN),
    "RS008": ("De waarde heeft hoogstens 1 teken.", ALLE_HEEN),
    "RS009": ("De waarde heeft hoogstens 2 tekens.", ALLE_HEEN),
    "RS010": ("De waarde heeft hoogstens 3 tekens.", ALLE_HEEN),
    "RS011": ("De waarde heeft hoogstens 4 tekens.", f"JW301 JW325 {RETOUR}"),
    "RS012": ("De waarde heeft hoogstens 5 tekens.", MET_BSN),
    "RS013": ("De waarde heeft hoogstens 6 tekens.", MET_PERSOON),
    "RS014": ("De waarde heeft hoogstens 8 tekens.", ALLE_HEEN),
    "RS015": ("De waarde heeft hoogstens 9 tekens.", MET_BSN),
    "RS016": ("De waarde heeft hoogstens 10 tekens.", MET_PERSOON),
    "RS017": ("De waarde heeft hoogstens 12 tekens.", f"{ALLE_HEEN} {RETOUR}"),
    "RS018": ("De waarde heeft hoogstens 15 tekens.", "JW301"),
    "RS019": ("De waarde heeft hoogstens 20 tekens.", "JW301 JW323 JW325"),
    "RS020": ("De waarde heeft hoogstens 24 tekens.", "JW301"),
    "RS021": ("De waarde heeft hoogstens 25 tekens.", "JW301"),
    "RS023": ("De waarde heeft hoogstens 35 tekens.", "JW301"),
    "RS024": ("De waarde heeft hoogstens 36 tekens.", "JW301 JW315 JW317 JW319"),
    "RS025": ("De waarde heeft hoogstens 64 tekens.", "JW315"),
    "RS026": ("De waarde heeft hoogstens 80 tekens.", "JW301"),
    "RS028": ("De waarde heeft hoogstens 200 tekens.", MET_PERSOON),
    "RS031": ("Een commentaar bevat tekst.", "JW301 JW315"),
    "RS032": ("Een datum heeft geen tijdzone.", f"{ALLE_HEEN} {RETOUR}"),
    "RS033": ("Een element is niet leeg.", f"{ALLE_HEEN} {RETOUR}"),
    "RS034": ("Een tijd heeft geen tijdzone.", "JW301"),
    "RS035": ("Een gemeentecode heeft 4 cijfers.", ALLE_HEEN),
    "RS036": ("Een AGB-code heeft 8 cijfers.", ALLE_HEEN),
    "RS037": ("Een burgerservicenummer heeft 9 cijfers.", MET_BSN),
    "RS040": ("Een totaalbedrag heeft hoogstens 12 cijfers.", "JW323 JW325"),
    "RS045": ("Voorletters staan zonder punten en spaties achter elkaar.", MET_PERSOON),
    "RS046": ("Een telefoonnummer bestaat uit cijfers.", "JW301"),
    "RS047": ("De berichtcode hoort bij de soort bericht.", ALLE_HEEN),
    "RS048": ("Een versie is drie getallen met punten ertussen.", f"{ALLE_HEEN} {RETOUR}"),
}
