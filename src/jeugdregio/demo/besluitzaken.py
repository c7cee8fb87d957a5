"""Families for whom is decided, as a table: which decision, how far it is, and in what words. All fictional."""

from dataclasses import dataclass, field

Woorden = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Zaak:
    """A child and its decision. `stap`: concept, tweede_blik, te_tekenen, getekend, verzonden or geregeld.

    `dagen`: how long ago the question came; `hulp` is product, volume and frequency; `aanbieder` a code of the tables,
    empty when the family still chooses. `daarna` is a next decision on the same help: its kind and how far it is.
    """

    plaats: str
    naam: tuple[str, str, str]
    leeftijd: int
    soort: str
    stap: str
    dagen: int
    vraag: str
    motivering: str
    hulp: tuple[str, int, str] = ("45A05", 6, "4")
    aanbieder: str = "42420001"
    voorkeur: str = "Iemand die ook thuis komt."
    keuze_reden: str = "Dichtbij, er is een contract en het gezin hoeft niet lang te wachten."
    een_ouder: bool = False
    extra: Woorden = field(default_factory=dict)
    daarna: tuple[str, str, str] | None = None


GEWEIGERD = {"weigergrond": "eigen_kracht", "voorschrift": "Jeugdwet 2.3 lid 1"}
ZAKEN = (
    Zaak(plaats="lelystad", naam=("Fenna", "Polder", "2"), leeftijd=8, soort="natura", stap="concept", dagen=20,
         vraag="Fenna durft niet meer naar school.", een_ouder=True,
         motivering="Fenna is bang op school. Met begeleiding leert zij stap voor stap weer te gaan."),
    Zaak(plaats="lelystad", naam=("Bas", "Dijkstra", "1"), leeftijd=13, soort="natura", stap="tweede_blik", dagen=31,
         vraag="Thuis is er elke dag ruzie.", hulp=("45A48", 10, "4"),
         motivering="De ruzies thuis lopen uit de hand. Hulp in het gezin leert Bas en zijn ouders rustig te blijven."),
    Zaak(plaats="lelystad", naam=("Lina", "Wierda", "2"), leeftijd=10, soort="pgb", stap="te_tekenen", dagen=40,
         vraag="Lina heeft autisme en kent haar begeleider al jaren.",
         motivering="Lina kan slecht tegen nieuwe gezichten. Haar ouders kopen hulp van wie zij al kent."),
    Zaak(plaats="lelystad", naam=("Sami", "Bakker", "1"), leeftijd=15, soort="natura", stap="geregeld", dagen=300,
         vraag="Sami is somber en trekt zich terug.", hulp=("45A04", 6, "4"),
         motivering="Sami is al maanden somber. Behandeling helpt hem om weer plezier te krijgen in wat hij doet.",
         daarna=("voortzetting", "concept", "Het gaat beter met Sami, maar hij is er nog niet. De hulp gaat door.")),
    Zaak(plaats="almere", naam=("Noud", "Vermeer", "1"), leeftijd=11, soort="weigering", stap="verzonden", dagen=52,
         vraag="Huiswerkbegeleiding drie keer per week.", extra=GEWEIGERD,
         motivering="Noud redt zich op school als iemand met hem plant. De school en zijn tante kunnen dat."),
    Zaak(plaats="almere", naam=("Isa", "Koning", "2"), leeftijd=17, soort="natura", stap="getekend", dagen=35,
         vraag="Ik wil leren om op mezelf te wonen.",
         motivering="Isa woont over een jaar zelfstandig. Begeleiding helpt haar met geld, koken en vaste dagen."),
    Zaak(plaats="almere", naam=("Jip", "Molenaar", "1"), leeftijd=10, soort="natura", stap="geregeld", dagen=90,
         vraag="Jip heeft moeite met plannen en contact.",
         motivering="Jip leert met begeleiding om zijn dag te plannen en met anderen te spelen.",
         daarna=("wijziging", "getekend", "Zes uur per maand blijkt te weinig. Met acht uur haalt Jip zijn doelen.")),
    Zaak(plaats="dronten", naam=("Roos", "Hofman", "2"), leeftijd=9, soort="gedeeltelijk", stap="verzonden", dagen=45,
         vraag="Hulp thuis en behandeling.", extra=GEWEIGERD | {"weigergrond": "andere_hulp"},
         motivering="Begeleiding thuis helpt Roos om haar dag te ordenen. Behandeling erbij is nu te veel."),
    Zaak(plaats="dronten", naam=("Mees", "Kramer", "1"), leeftijd=6, soort="natura", stap="verzonden", dagen=25,
         vraag="Mees slaat andere kinderen.", aanbieder="",
         motivering="Mees snapt niet wat andere kinderen bedoelen. Begeleiding leert hem en zijn juf wat helpt."),
    Zaak(plaats="noordoostpolder", naam=("Teun", "Bos", "1"), leeftijd=12, soort="natura", stap="geregeld", dagen=200,
         vraag="Teun slaapt niet en is boos.", hulp=("45A48", 8, "4"),
         motivering="Teun en zijn ouders komen er samen niet uit. Hulp in het gezin brengt weer rust in huis.",
         daarna=("intrekking", "verzonden", "De doelen zijn gehaald. Teun slaapt weer goed en de hulp kan stoppen.")),
    Zaak(plaats="urk", naam=("Hendrik", "Romkes", "1"), leeftijd=14, soort="natura", stap="te_tekenen", dagen=28,
         vraag="Hendrik kan niet meer thuis wonen.", hulp=("43A07", 7, "2"), aanbieder="42420050",
         voorkeur="Een plek waar zondagsrust is.", keuze_reden="De enige groep met zondagsrust waar plek is.",
         extra={"pleeggezin_reden": "Hendrik liep twee keer weg uit een pleeggezin. Hij heeft nu dag en nacht toezicht "
                "nodig.", "geloof_cultuur": "Het gezin vindt zondagsrust en samen bidden belangrijk."},
         motivering="Thuis is het niet veilig. Op de groep krijgt Hendrik rust, en hij houdt zijn school."),
)  # fmt: skip
