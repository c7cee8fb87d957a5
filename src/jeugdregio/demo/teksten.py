"""Joint texts: the regiovisie of 2021 as the sources tell it, with six councils, and fictional texts of now."""

from dataclasses import dataclass
from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.bestuur.teksten import amenderen, besluiten, concept, inspraak, uitvoer
from jeugdregio.bestuur.teksten.models import Amendement, Tekst
from jeugdregio.bestuur.teksten.weg import deelnemers
from jeugdregio.demo.laden_basis import Register
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

UITGANGSPUNTEN = (
    "Samen met gezinnen en partners zorgen dat een kind veilig thuis kan opgroeien.",
    "Hulp is dichtbij en werkt: passend bij het gewone leven, eenvoudig, gericht op eigen kracht.",
    "Leren door te doen: een lerend systeem.",
    "Het regionale budget van nu is leidend, met oog voor het macrobudget en nieuwe wetten.",
    "Samenwerken op het juiste niveau: lokaal waar het kan, regionaal waar het meer oplevert, daarboven als het moet.",
)
# What the council of Dronten gave in June 2021 (ten points), in our words, with what the proposal answers.
PUNTEN: tuple[tuple[str, str, str, str], ...] = (
    ("Wij staan positief tegenover de doelen en uitgangspunten.", "toegelicht", "Dank. De tekst blijft zo.", ""),
    ("Wat betekent dit voor het lokale beleid?", "deels",
     "De visie sluit aan op het lokale beleid; samenwerken alleen waar dat meer oplevert.", "Uitgangspunt e"),
    ("Let op jongeren met zware psychische problemen en uithuisplaatsing.", "overgenomen",
     "De regio maakt een kwaliteitshandvest met eisen aan deze hulp.", "Kwaliteit"),
    ("Samenwerken moet nut hebben en helpen.", "overgenomen", "Dat is nu een uitgangspunt.", "Uitgangspunt e"),
    ("Is nul uithuisplaatsingen wel altijd het beste voor een kind?", "toegelicht",
     "Nul is geen resultaat maar een richting; van elke plaatsing leren we.", ""),
    ("Kijk meer naar effect dan naar aantallen.", "deels", "We leren van waarom iets gebeurt, niet alleen hoe vaak.",
     "Leren wat werkt"),
    ("Hoe houden we grip op aanbieders en contracten?", "toegelicht",
     "Met strategisch partnerschap, en contractbeheer bij de aankoopcentrale.", ""),
    ("Is met aanbieders gesproken over de administratie?", "toegelicht",
     "We verminderen die tussentijds, en zoeken balans met wat nodig is om te sturen.", ""),
    ("Wij hebben zorgen over de rechtspositie van ouders en kinderen.", "toegelicht",
     "Die is lokaal en regionaal gelijk; een deel van de hulp volgt uit een besluit van de rechter.", ""),
    ("Denk aan hulp tijdens het wachten.", "overgenomen",
     "Aanbieders van jeugd-ggz zorgen voor overbrugging; een maatje hoort bij het beleid.", "Wachten"),
)  # fmt: skip
RIB, CONSULTATIE, ADVIESRADEN = date(2021, 3, 30), date(2021, 6, 10), date(2021, 6, 22)
# The sources say only that the councils decide at the end of 2021; the day itself is ours.
VASTGESTELD = date(2021, 12, 13)
TITEL = "Regiovisie Jeugd: Samen, dichtbij en leren wat werkt"
_VISIE = (
    "Alle kinderen groeien thuis veilig op.\nWe streven naar nul uithuisplaatsingen: een richting, geen resultaat.\n"
    "Hulp is dichtbij en werkt.\nWe leren van wat werkt.\nWe werken samen op het juiste niveau."
)


def wie_als(organisatie: Organisatie, rol: str) -> Wie:
    """Return somebody in a role of an organisation, also of one that left the region since."""
    return Wie(organisatie=organisatie, rollen=frozenset({rol}), naam=f"{Rol(rol).label} {organisatie}")


@dataclass
class Verteller:
    """Takes the steps of one text, each on its day, by the real acts."""

    regio: Wie
    tekst: Tekst

    @property
    def versie(self) -> int:
        """What the next step must name."""
        self.tekst.refresh_from_db()
        return self.tekst.versie

    def verder(self, dag: date, toelichting: str) -> None:
        """Take the next step of the road."""
        with klok.op(dag):
            concept.verder(self.regio, self.tekst.pk, versie=self.versie, toelichting=toelichting)

    def schrijf(self, dag: date, inhoud: str, reden: str) -> None:
        """Write a version."""
        with klok.op(dag):
            concept.schrijf_versie(self.regio, self.tekst.pk, versie=self.versie, tekst=inhoud, reden=reden)

    def uitgangspunten(self, dag: date, regels: tuple[str, ...]) -> None:
        """Write down the starting points."""
        with klok.op(dag):
            concept.zet_uitgangspunten(self.regio, self.tekst.pk, versie=self.versie, regels="\n".join(regels))

    def consultaties(self, dag: date, punten: dict[str, tuple[str, ...]]) -> None:
        """Record what every council said; of the others the source says nothing."""
        with klok.op(dag):
            for gemeente in deelnemers(self.tekst):
                eigen = punten.get(gemeente.naam, ())
                inspraak.leg_consultatie_vast(
                    wie_als(gemeente, Rol.GRIFFIER), self.tekst.pk, versie=self.versie, op=dag, punten="\n".join(eigen),
                    opmerking="" if eigen else "De opbrengst staat niet in de bronnen",
                )  # fmt: skip

    def antwoorden(self, dag: date, antwoorden: tuple[tuple[str, str, str, str], ...]) -> None:
        """Answer the points, in their order."""
        with klok.op(dag):
            for punt, (_, verwerking, antwoord, plek) in zip(
                self.tekst.punten.filter(bron="raad").order_by("nummer"), antwoorden, strict=True
            ):
                inspraak.beantwoord_punt(
                    self.regio, self.tekst.pk, punt.pk, versie=self.versie, verwerking=verwerking, antwoord=antwoord,
                    plek=plek,
                )  # fmt: skip

    def advies(self, vraag: date, antwoord: date, gemeente: Organisatie, naam: str) -> None:
        """Ask an advisory council and take in its advice."""
        with klok.op(vraag):
            aanvraag = inspraak.vraag_advies(
                self.regio, self.tekst.pk, versie=self.versie, gemeente=gemeente, adviesraad=naam, uiterlijk=antwoord
            )
        with klok.op(antwoord):
            inspraak.leg_advies_vast(
                self.regio,
                self.tekst.pk,
                aanvraag.pk,
                versie=self.versie,
                geen_advies="De inhoud staat niet in de bron",
            )

    def herijken(self, dag: date, herijken_op: date) -> None:
        """Set the day of review."""
        with klok.op(dag):
            concept.stel_herijking(self.regio, self.tekst.pk, versie=self.versie, herijken_op=herijken_op)

    def colleges(self, dag: date) -> None:
        """Let every college agree."""
        with klok.op(dag):
            for gemeente in deelnemers(self.tekst):
                besluiten.leg_collegebesluit_vast(
                    wie_als(gemeente, Rol.BELEID), self.tekst.pk, versie=self.versie, op=dag, kenmerk="dag is fictief"
                )

    def raad(self, dag: date, gemeente: Organisatie, uitkomst: str = "aangenomen", **velden: str) -> None:
        """Let one council decide."""
        with klok.op(dag):
            besluiten.leg_raadsbesluit_vast(
                wie_als(gemeente, Rol.GRIFFIER), self.tekst.pk, versie=self.versie, uitkomst=uitkomst, op=dag,
                kenmerk="dag is fictief", **velden,
            )  # fmt: skip

    def amendeer(self, dag: date, gemeente: Organisatie, titel: str, oud: str, nieuw: str) -> Amendement:
        """Let one council amend."""
        with klok.op(dag):
            return amenderen.amendeer(
                wie_als(gemeente, Rol.GRIFFIER), self.tekst.pk, versie=self.versie, titel=titel, oud=oud, nieuw=nieuw,
                op=dag, kenmerk="fictief",
            )  # fmt: skip


def begin(regio: Wie, dag: date, titel: str, soort: str, zichtbaarheid: str = "openbaar") -> Verteller:
    """Begin a text on a day."""
    with klok.op(dag):
        tekst = concept.begin(
            regio, soort=soort, titel=titel, grondslag="Jeugdwet artikel 2.8; Norm voor Opdrachtgeverschap",
            aanleiding="De gemeenten leggen samen vast hoe zij de hulp voor kinderen willen vormgeven.",
            zichtbaarheid=zichtbaarheid,
        )  # fmt: skip
    return Verteller(regio, tekst)


def vertel_regiovisie(regio: Wie, dronten: Organisatie, herijken_op: date) -> Tekst:
    """Tell the regiovisie of 2021: letter of 30 March, ten points in June, adopted by six councils."""
    v = begin(regio, date(2021, 1, 11), TITEL, "regiovisie")
    v.verder(date(2021, 1, 25), "Startnotitie besproken")
    v.uitgangspunten(date(2021, 2, 8), UITGANGSPUNTEN)
    v.verder(date(2021, 3, 1), "Met partners van het zorglandschap en ervaringsdeskundigen")
    v.schrijf(date(2021, 3, 15), _VISIE.replace(": een richting, geen resultaat", ""), "Eerste concept")
    v.verder(RIB, "Raadsinformatiebrief over de voorbereiding van de regiovisie")
    v.verder(date(2021, 6, 1), "Concept aan alle raden voorgelegd")
    v.consultaties(CONSULTATIE, {dronten.naam: tuple(p for p, *_ in PUNTEN)})
    v.verder(ADVIESRADEN, "Bijeenkomst met de adviesraden en cliëntenraden")
    v.verder(date(2021, 6, 24), "Advies gevraagd na de bijeenkomst")
    v.advies(date(2021, 6, 25), date(2021, 8, 30), dronten, "Adviesraad Sociaal Domein Dronten")
    v.verder(date(2021, 9, 1), "Alle adviezen zijn binnen")
    v.antwoorden(date(2021, 9, 6), PUNTEN)
    v.schrijf(date(2021, 9, 13), _VISIE, "Ambitie uitgelegd als richting, na de consultatie")
    v.verder(date(2021, 9, 20), "Alle punten zijn gebundeld en beantwoord")
    v.colleges(date(2021, 10, 12))
    v.herijken(date(2021, 10, 13), herijken_op)
    v.verder(date(2021, 10, 14), "Aangeboden; de adviesraden kregen de reactienota")
    v.verder(date(2021, 11, 1), "Geagendeerd in alle raden")
    for gemeente in _deelnemers(v, VASTGESTELD):
        v.raad(VASTGESTELD, gemeente)
    v.verder(date(2022, 2, 1), "Strategisch inkoopplan")
    v.verder(date(2022, 5, 1), "Aanbesteding voor de inkoop per 2023")
    with klok.op(date(2022, 5, 2)):
        gepland = uitvoer.plan_jaar(regio, v.tekst.pk, versie=v.versie, jaar=2022)
    v.verder(date(2023, 1, 1), "Nieuwe contracten")
    with klok.op(date(2023, 1, 2)):
        for rij in gepland:
            if rij.soort != "rib":
                uitvoer.meld_gedaan(
                    regio, v.tekst.pk, rij.pk, versie=v.versie, op=rij.uiterlijk, verwijzing="archief regiokantoor"
                )
    return v.tekst


def _deelnemers(v: Verteller, dag: date) -> list[Organisatie]:
    with klok.op(dag):
        return deelnemers(v.tekst)


def laad_teksten(register: Register, vandaag: date) -> None:
    """Tell the regiovisie of the sources, and fictional texts of now in the states that ask something of somebody."""
    gemeenten = {g.naam: g for g in register.gemeenten}
    regio = wie_als(register.op_sleutel["regio"], Rol.SECRETARIS)
    visie = vertel_regiovisie(regio, gemeenten["Dronten"], vandaag + timedelta(days=70))
    visie.refresh_from_db()
    uitvoer.plan_jaar(regio, visie.pk, versie=visie.versie, jaar=vandaag.year)
    _regeling(regio, gemeenten, vandaag)
    _in_consultatie(regio, gemeenten, vandaag)
    uitvoer.werk()


def _tot_raden(v: Verteller, vandaag: date, inhoud: str, punten: dict[str, tuple[str, ...]]) -> None:
    """Bring a fictional text before the councils."""
    dag = vandaag - timedelta(days=200)
    v.verder(dag, "Startnotitie besproken")
    v.uitgangspunten(dag, ("Elke gemeente houdt haar eigen bevoegdheid.", "Wat samen moet, staat in de regeling."))
    v.verder(dag, "Met partners besproken")
    v.schrijf(dag, inhoud, "Eerste concept")
    v.verder(dag, "Brief verstuurd")
    v.verder(vandaag - timedelta(days=150), "Voorgelegd aan de raden")
    v.consultaties(vandaag - timedelta(days=140), punten)
    v.verder(vandaag - timedelta(days=130), "Bijeenkomst met de adviesraden")
    v.verder(vandaag - timedelta(days=129), "Advies gevraagd")
    gemeente = _deelnemers(v, vandaag)[0]
    v.advies(vandaag - timedelta(days=129), vandaag - timedelta(days=100), gemeente, f"Adviesraad {gemeente} (fictief)")
    v.verder(vandaag - timedelta(days=99), "Adviezen zijn binnen")
    v.antwoorden(
        vandaag - timedelta(days=95),
        tuple((p, "overgenomen", "Dit staat er nu in.", "Artikel 2") for p in punten["Urk"]),
    )
    v.verder(vandaag - timedelta(days=90), "Reactienota gemaakt")


def _regeling(regio: Wie, gemeenten: dict[str, Organisatie], vandaag: date) -> None:
    """Four councils adopted; Urk amended: one other council accepted so far."""
    v = begin(
        regio, vandaag - timedelta(days=210), "Gemeenschappelijke regeling jeugd (fictief concept)", "regeling", "raden"
    )
    inhoud = (
        "Artikel 1. De gemeenten kopen de wettelijk verplichte jeugdhulp samen in.\n"
        "Artikel 2. Een mandaat verandert alleen door een apart besluit van het college.\n"
        "Artikel 3. De deelnemers kijken elke vier jaar terug."
    )
    _tot_raden(v, vandaag, inhoud, {"Urk": ("Zeg dat een mandaat alleen door een apart besluit verandert.",)})
    v.colleges(vandaag - timedelta(days=70))
    v.herijken(vandaag - timedelta(days=69), vandaag + timedelta(days=1460))
    v.verder(vandaag - timedelta(days=68), "Aangeboden aan de raden")
    v.verder(vandaag - timedelta(days=60), "Geagendeerd")
    for naam in ("Almere", "Lelystad", "Noordoostpolder"):
        v.raad(vandaag - timedelta(days=20), gemeenten[naam])
    v.raad(
        vandaag - timedelta(days=20), gemeenten["Dronten"], "aangenomen_met_motie", motie_nummer="DRO-MOT-26-09",
        motie="Vertel de raad elk jaar wat de regeling kinderen heeft gebracht.",
    )  # fmt: skip
    amendement = v.amendeer(
        vandaag - timedelta(days=15),
        gemeenten["Urk"],
        "Eerder terugkijken",
        "elke vier jaar terug",
        "elke twee jaar terug",
    )
    with klok.op(vandaag - timedelta(days=5)):
        amenderen.oordeel(
            wie_als(gemeenten["Almere"], Rol.GRIFFIER), v.tekst.pk, amendement.pk, versie=v.versie, akkoord=True,
            op=vandaag - timedelta(days=5),
        )  # fmt: skip


def _in_consultatie(regio: Wie, gemeenten: dict[str, Organisatie], vandaag: date) -> None:
    """A text of which one council gave its points, and the others must still."""
    v = begin(regio, vandaag - timedelta(days=60), "Kwaliteitshandvest jeugdhulp (fictief concept)", "anders", "raden")
    v.verder(vandaag - timedelta(days=55), "Startnotitie besproken")
    v.uitgangspunten(vandaag - timedelta(days=50), ("Een kind merkt dat de hulp goed is.",))
    v.verder(vandaag - timedelta(days=45), "Met ervaringsdeskundigen besproken")
    v.schrijf(vandaag - timedelta(days=40), "Ieder kind heeft een vast gezicht.\nWachten duurt kort.", "Eerste concept")
    v.schrijf(
        vandaag - timedelta(days=38), "Ieder kind heeft een vast gezicht.\nWachten duurt hooguit zes weken.",
        "Concreter gemaakt",
    )  # fmt: skip
    v.verder(vandaag - timedelta(days=30), "Brief verstuurd")
    v.verder(vandaag - timedelta(days=20), "Voorgelegd aan de raden")
    with klok.op(vandaag - timedelta(days=9)):
        inspraak.leg_consultatie_vast(
            wie_als(gemeenten["Noordoostpolder"], Rol.GRIFFIER), v.tekst.pk, versie=v.versie,
            op=vandaag - timedelta(days=9), punten="Zes weken is lang voor een jong kind.\nHoe meten we dit?",
        )  # fmt: skip
