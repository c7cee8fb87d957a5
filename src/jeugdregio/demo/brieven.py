"""Letters to the councils: those of the sources with their dates, and fictional ones in every state."""

from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.bestuur.brieven import actions, schillen
from jeugdregio.bestuur.brieven.models import Brief
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.toezeggingen import belofte_van_6_maart
from jeugdregio.demo.verteller import Verteller
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

_ADVIES = {
    "aanleiding": "De vijf gemeenten werken samen aan jeugdhulp. Over de uitvoering waren zij het niet eens. Daarom "
    "vroegen de wethouders een commissie van deskundigen om advies. Eerdere brieven gingen in januari en maart 2025 "
    "naar de raden.\n\nDe commissie begon in mei 2025 en sprak 14 mensen. Op 19 september 2025 gaf zij haar advies.",
    "kern": "De commissie doet vier aanbevelingen. De vijf colleges nemen die als leidraad.\n\n"
    "1. Zet in elke gemeente de bescherming van kinderen voorop.\n"
    "2. Voer als regio het gesprek over de visie op jeugdzorg.\n"
    "3. Hervat de samenwerking van de vijf gemeenten.\n"
    "4. Wees trots op lokaal beleid.",
    "toelichting": "Het rapport is de bijlage bij deze brief. De inkoop voor 2027 gaat door volgens de planning.",
    "vervolg": "De wethouders werken de aanbevelingen samen uit. De raden horen het zodra er meer te melden is.",
}
_GEDAAN = (
    "Het advies van de deskundigencommissie is met deze brief aan de raad gestuurd, met de vier aanbevelingen en wat "
    "de vijf gemeenten daarmee gaan doen."
)
_CIJFERS = {
    "aanleiding": "Twee keer per jaar krijgen de raden dezelfde cijfers over jeugdhulp in de regio.",
    "kern": "In de regio krijgen [[verblijf.samen]] kinderen jeugdhulp. Van hen wonen er [[verblijf.met]] tijdelijk "
    "ergens anders. Cijfers onder de acht worden niet getoond.",
    "toelichting": "",
    "vervolg": "In het voorjaar krijgen de raden de volgende cijfers.",
}
_CONCEPT = {
    "aanleiding": "De inkoop voor 2027 begint. Deze brief zegt wat de raden wanneer krijgen.",
    "kern": "Wij zijn verrast dat een ander college weigert mee te doen. Dat is de reden dat de "
    "planning nog niet rond is en dat wij u pas op een later moment kunnen vertellen wat de gevolgen zijn voor de "
    "kosten, voor de kwaliteit en voor de kinderen die hulp krijgen.",
    "toelichting": "",
    "vervolg": "",
}


def laad_brieven(register: Register, vandaag: date) -> None:
    """Tell by the real acts: the letter with the advice in five councils, one half sent, one being written."""
    verteller = Verteller(register, vandaag)
    secretaris = verteller.wie(register.op_sleutel["regio"], Rol.SECRETARIS)
    _advies(verteller, secretaris, register.gemeenten)
    _halfweg(verteller, secretaris, register.gemeenten, vandaag)
    over_drie_weken = vandaag + timedelta(days=21)
    _maak(
        secretaris, "raadsbrief", "Planning van de inkoop 2027",
        gemeenten=register.gemeenten, delen=_CONCEPT, op=over_drie_weken,
    )  # fmt: skip
    _voorstel(secretaris, register.gemeenten, vandaag)


def _maak(
    wie: Wie, soort: str, onderwerp: str, *, gemeenten: list[Organisatie], delen: dict[str, str], op: date
) -> Brief:
    brief = actions.begin(
        wie, zichtbaarheid="openbaar", soort=soort, onderwerp=onderwerp, verzenden_op=op,
        gemeenten=[gemeente.pk for gemeente in gemeenten],
    )  # fmt: skip
    actions.schrijf(wie, brief.pk, versie=1, delen=delen)
    return brief


def _advies(verteller: Verteller, secretaris: Wie, gemeenten: list[Organisatie]) -> None:
    """The letter of October 2025 with the advice; the promise of 6 March 2025 is judged by each council itself."""
    stukken = {gemeente.pk: belofte_van_6_maart(gemeente) for gemeente in gemeenten}
    with klok.op(date(2025, 10, 6)):
        brief = _maak(
            secretaris, "raadsbrief", "Advies van de deskundigencommissie",
            gemeenten=gemeenten, delen=_ADVIES, op=date(2025, 10, 9),
        )  # fmt: skip
        actions.geef_vrij(secretaris, brief.pk, versie=2)
    for dagen, gemeente in enumerate(gemeenten):
        # Almere on the day itself; in this story Urk a day later: the list shows that.
        op = date(2025, 10, 10) if dagen == len(gemeenten) - 1 else date(2025, 10, 9)
        with klok.op(op):
            _verstuur(verteller, brief, gemeente, nummer=f"RB-25-{101 + dagen}", stukken=[stukken[gemeente.pk]], op=op)


def _verstuur(
    verteller: Verteller, brief: Brief, gemeente: Organisatie, *, nummer: str, stukken: list[Raadsstuk], op: date,
    eigen: str = "",
) -> None:  # fmt: skip
    wie = verteller.wie(gemeente, Rol.BELEID)
    schil = brief.schillen.get(gemeente=gemeente)
    schil = schillen.bewaar(
        wie, schil.pk, versie=1, nummer=nummer, portefeuillehouder="wethouder jeugd", vergadersoort="raad",
        aanhef="Geachte raad,", eigen_alinea=eigen, actueel=not stukken, anders="", gedaan=_GEDAAN if stukken else "",
        stukken=[stuk.pk for stuk in stukken],
    )  # fmt: skip
    schillen.verstuur(wie, schil.pk, versie=schil.versie, op=op)


def _halfweg(verteller: Verteller, secretaris: Wie, gemeenten: list[Organisatie], vandaag: date) -> None:
    """A letter with figures (fictional): released, sent to two councils, with the turn at the others."""
    with klok.op(vandaag - timedelta(days=4)):
        brief = _maak(
            secretaris, "raadsbrief", "Jeugdhulp in cijfers, najaar", gemeenten=gemeenten, delen=_CIJFERS, op=vandaag
        )
        actions.geef_vrij(secretaris, brief.pk, versie=2)
    for nummer, gemeente in enumerate(gemeenten[:2]):
        eigen = f"In {gemeente} zelf krijgen [[verblijf.samen]] kinderen jeugdhulp."
        op = vandaag - timedelta(days=2 - nummer)
        with klok.op(op):
            _verstuur(verteller, brief, gemeente, nummer=f"RB-26-{31 + nummer}", stukken=[], op=op, eigen=eigen)


def _voorstel(secretaris: Wie, gemeenten: list[Organisatie], vandaag: date) -> None:
    """A proposal to the councils (fictional) that misses parts: the page says which."""
    delen = {
        "voorstel": "1. De herijkte regiovisie vast te stellen.\n2. De regiovisie in 2030 opnieuw te bekijken.",
        "aanleiding": "De regiovisie is uit 2021. In het advies van de deskundigen staat dat de regio het gesprek over "
        "de visie opnieuw voert.",
        "grondslag": "Jeugdwet artikel 2.2: de raad stelt het plan vast.",
        "argumenten": "Met één visie weten aanbieders en gezinnen waar zij aan toe zijn.",
    }
    op = vandaag + timedelta(days=60)
    _maak(secretaris, "raadsvoorstel", "Herijkte regiovisie jeugd", gemeenten=gemeenten, delen=delen, op=op)
