"""How a proposal reads: the band of its road, and one sentence about where it stands."""

from dataclasses import dataclass

from jeugdregio.bestuur.consent.models import Staat, Voorstel
from jeugdregio.bestuur.consent.queries import Beeld
from recht.datum import datum_nl


@dataclass(frozen=True)
class Stap:
    """A step of the band: what, a word below it, and gedaan, nu or straks."""

    label: str
    toelichting: str
    stand: str


_BAND = (
    ("Inbrengen", (Staat.CONCEPT, Staat.INTAKE)),
    ("Beeld", (Staat.BEELDVORMING,)),
    ("Mening", (Staat.MENINGSVORMING, Staat.BIJSTELLING)),
    ("Consentronde", (Staat.CONSENTRONDE, Staat.TOETSING, Staat.INTEGRATIE, Staat.AANGEHOUDEN, Staat.ESCALATIE)),
    ("Bekrachtiging", (Staat.CONSENT, Staat.BEKRACHTIGING)),
    ("Van kracht", (Staat.VAN_KRACHT,)),
    ("Evaluatie", (Staat.EVALUATIE, Staat.BEEINDIGD)),
)


def band(voorstel: Voorstel) -> list[Stap]:
    """Return the road with where it stands; a withdrawn proposal has no place on it."""
    plaats = next((n for n, (_, staten) in enumerate(_BAND) if voorstel.staat in staten), None)
    if plaats is None:
        return []
    uit = []
    for nummer, (naam, _) in enumerate(_BAND):
        stand = "gedaan" if nummer < plaats else "nu" if nummer == plaats else "straks"
        uit.append(Stap(naam, voorstel.get_staat_display() if nummer == plaats else "", stand))
    return uit


_ZINNEN = {
    Staat.CONCEPT: "De inbrenger schrijft nog. Alleen zijn organisatie leest mee.",
    Staat.MENINGSVORMING: "Iedere gemeente reageert een keer of past. De inbrenger luistert.",
    Staat.BIJSTELLING: "De inbrenger verwerkt de reacties en legt de tekst daarna voor.",
    Staat.CONSENTRONDE: "Iedere gemeente neemt een standpunt in. Tot iedereen heeft gesproken blijft alles verzegeld.",
    Staat.TOETSING: "Iedereen heeft gesproken. De begeleider toetst of de redenering van ieder bezwaar rond is.",
    Staat.INTEGRATIE: "Bezwaren worden een voor een hersteld. De indiener en de inbrenger bevestigen allebei.",
    Staat.ESCALATIE: "Herstel lukte niet aan deze tafel. De voorzitter kiest met de partijen een andere weg.",
    Staat.CONSENT: "Er is consent: niemand heeft een zwaarwegend bezwaar. De secretaris zet de bekrachtiging uit.",
    Staat.BEKRACHTIGING: "Ieder college, en iedere raad op de lijst, besluit over precies deze tekst.",
    Staat.EVALUATIE: "De afgesproken cijfers en de zorgen liggen op tafel. Ook hierover besluiten we met consent.",
    Staat.BEEINDIGD: "De gemeenten zijn hiermee gestopt.",
    Staat.INGETROKKEN: "Dit voorstel is ingetrokken.",
}


def waar_staat_het(beeld: Beeld) -> str:
    """Return one sentence about where it stands and what is next."""
    v = beeld.voorstel
    if v.staat == Staat.INTAKE:
        if beeld.vroegste and beeld.vroegste.datum:
            return f"De stukken zijn verstuurd. De bijeenkomst kan op zijn vroegst {datum_nl(beeld.vroegste.datum)}."
        return "De secretaris kijkt of alles er is en verstuurt de stukken."
    if v.staat == Staat.BEELDVORMING and v.bijeenkomst_op:
        return f"De bijeenkomst is op {datum_nl(v.bijeenkomst_op)}. Tot dan kan iedereen vragen stellen."
    if v.staat == Staat.AANGEHOUDEN and v.terug_op:
        return f"Aangehouden. Komt vanzelf terug op {datum_nl(v.terug_op)}."
    if v.staat == Staat.VAN_KRACHT and v.evaluatie_op:
        return f"Dit geldt. Op {datum_nl(v.evaluatie_op)} komt het vanzelf terug voor de evaluatie."
    return _ZINNEN.get(Staat(v.staat), "")
