"""The road of article 15 as the sources tell it, from the memo of 11 March 2025 to four recommendations followed up."""

from dataclasses import dataclass
from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.bestuur.geschillen import commissie, opvolging, weg
from jeugdregio.bestuur.geschillen.models import Expertise, Geschil, Reactie
from jeugdregio.bestuur.geschillen.permissions import deelnemers
from jeugdregio.bestuur.mandaten.models import Betwisting
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.teksten import wie_als
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

NOTA, MEMO = date(2025, 1, 16), date(2025, 3, 11)
START, VERWACHT, ADVIES = date(2025, 5, 1), date(2025, 6, 30), date(2025, 9, 19)
BRIEF = date(2025, 10, 9)  # of the promise in the register of Almere; the letter itself bears no day
AANBEVELINGEN = (
    "Stel de bescherming van kinderen voorop in elke gemeente.",
    "Voer als regio het gesprek over de inhoudelijke visie.",
    "Hervat de bestuurlijke samenwerking van de vijf gemeenten.",
    "Wees trots op lokaal beleid.",
)
# The experts by what they bring; the report names three people and five expertises together, not who brings which.
DESKUNDIGEN: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("Deskundige transformatie", (Expertise.VELD, Expertise.TRANSFORMATIE), False),
    ("Deskundige jeugdrecht", (Expertise.RECHT,), False),
    ("Deskundige bestuur", (Expertise.INTERGEMEENTELIJK, Expertise.POLITIEK), True),
)
# Day, function, people, repeat, who was there too, first and last day of the function (annex 2 of the report).
GESPREKKEN: tuple[tuple[date, str, int, bool, str, date | None, date | None], ...] = (
    (date(2025, 5, 8), "Wethouder Almere (tot 15 mei)", 1, False, "", None, date(2025, 5, 14)),
    (date(2025, 5, 13), "Wethouder Almere (vanaf 15 mei)", 1, False, "", date(2025, 5, 15), None),
    (date(2025, 5, 19), "Wethouder Lelystad", 1, False, "", None, None),
    (date(2025, 5, 20), "Wethouder Dronten", 1, False, "", None, None),
    (date(2025, 5, 26), "Wethouder Noordoostpolder", 1, False, "", None, None),
    (date(2025, 5, 28), "Wethouder Urk", 1, False, "een ambtelijk adviseur", None, None),
    (date(2025, 6, 20), "Directeur sociaal domein", 1, False, "", None, None),
    (date(2025, 6, 26), "Technisch voorzitter bestuurlijk overleg", 1, False, "", None, None),
    (date(2025, 7, 4), "Directeur bedrijfsvoering van een aanbieder", 1, False, "", None, None),
    (date(2025, 7, 7), "Bestuurder en regiomanager Veilig Thuis", 2, False, "", None, None),
    (date(2025, 7, 8), "Bestuurder en regiomanager gecertificeerde instelling", 2, False, "", None, None),
    (date(2025, 7, 10), "Directeur-bestuurder uitvoering Lelystad", 1, False, "een adviseur", None, None),
    (date(2025, 9, 10), "Wethouder Lelystad", 1, True, "", None, None),
)
# The groups of annex 1 with how many papers each has; the titles stay with the regional office.
STUKKEN: tuple[tuple[str, int], ...] = (
    ("Algemene documenten", 3), ("Geschil met een ggz-aanbieder", 7), ("Handelingskader", 5),
    ("Kort geding aanbesteding 2023", 2), ("Kort geding instellingen", 1), ("Lokaal beleid Lelystad", 1),
    ("Ministerie van VWS", 3), ("Nieuwe governance en intentieovereenkomst", 6), ("Operationele processen", 1),
    ("Rapportage Veilig Thuis", 1), ("Regionale samenwerking", 2), ("Veilig Thuis", 8),
)  # fmt: skip
_EIGENAAR = ("teamleider toegang", "wethouder jeugd", "wethouder jeugd", "beleidsmedewerker jeugd")


@dataclass
class Verteller:
    """Takes the steps of one dispute, each on its day, by the real acts."""

    regio: Wie
    geschil: Geschil

    @property
    def versie(self) -> int:
        """What the next step must name."""
        self.geschil.refresh_from_db()
        return self.geschil.versie

    def per_college(self) -> list[Wie]:
        """Return somebody of every college."""
        return [wie_als(g, Rol.BELEID) for g in deelnemers(self.geschil)]


def vertel_artikel_15(regio: Wie, lelystad: Organisatie, gemeenten: list[Organisatie]) -> Verteller:
    """Tell the road from the refusal in January 2025 to the advice of 19 September 2025."""
    v = _tot_geen_overeenstemming(regio, lelystad, gemeenten)
    pk = v.geschil.pk
    with klok.op(MEMO):
        commissie.kondig_aan(regio, pk, versie=v.versie, op=MEMO, verwacht_op=VERWACHT)
        for soort, reden in (
            ("aantal", "Een kleine groep van drie werkt sneller; de expertise is samen geborgd."),
            ("voorzitter", "De commissie koos haar voorzitter uit haar midden."),
        ):
            afwijking = commissie.stel_afwijking_voor(regio, pk, versie=v.versie, soort=soort, reden=reden)
            for college in v.per_college():
                commissie.stem_in(college, pk, afwijking.pk, versie=v.versie)
    with klok.op(date(2025, 4, 28)):
        for naam, expertises, is_voorzitter in DESKUNDIGEN:
            deskundige = commissie.wijs_deskundige_aan(
                regio, pk, versie=v.versie, naam=naam, expertises=expertises, onafhankelijk_op=date(2025, 4, 28)
            )
            if is_voorzitter:
                voorzitter = deskundige
        commissie.verklaar_compleet(regio, pk, versie=v.versie)
        commissie.benoem_voorzitter(regio, pk, voorzitter.pk, versie=v.versie)
        commissie.geef_opdracht(
            regio, pk, versie=v.versie, vraag="Welke oplossingen zijn er voor de geschillen in de samenwerking?",
            afbakening="De samenwerking en de uitvoering; geen oordeel over lopende rechtszaken.",
            planning="Start per 1 mei, advies uiterlijk in juni.", privacy="Geen dossiers van kinderen.",
            toegang="Stukken via het regiokantoor.", notities="Geen verslagen; notities na het advies vernietigd.",
            niet_bindend=True,
        )  # fmt: skip
    with klok.op(START):
        commissie.start_onderzoek(regio, pk, versie=v.versie, op=START)
        for groep, aantal in STUKKEN:
            titels = "\n".join(f"{groep}, stuk {n}" for n in range(1, aantal + 1))
            commissie.registreer_stukken(
                regio, pk, versie=v.versie, groep=groep, titels=titels, zichtbaarheid="vertrouwelijk"
            )
    for op, functie, personen, herhaling, erbij, rol_van, rol_tot in GESPREKKEN:
        with klok.op(op):
            commissie.registreer_gesprek(
                regio, pk, versie=v.versie, op=op, functie=functie, personen=personen, herhaling=herhaling, erbij=erbij,
                rol_van=rol_van, rol_tot=rol_tot,
            )  # fmt: skip
    with klok.op(ADVIES):
        opvolging.bied_advies_aan(
            regio, pk, versie=v.versie, op=ADVIES, aanbevelingen="\n".join(AANBEVELINGEN),
            advies="De gemeenten hebben in de kern hetzelfde doel. Hervat de samenwerking, met de vier aanbevelingen.",
            uitloop_reden="De bron noemt geen reden. De gesprekken liepen door tot 10 september.",
        )  # fmt: skip
    return v


def _tot_geen_overeenstemming(regio: Wie, lelystad: Organisatie, gemeenten: list[Organisatie]) -> Verteller:
    with klok.op(NOTA):
        geschil = weg.geef_signaal(
            wie_als(lelystad, Rol.BELEID), titel="Samenwerking jeugdzorg in de regio",
            onderwerp="Het college tekent de intentieovereenkomst niet en volgt het regionale kader niet.",
            bepaling="Centrumregeling, uitvoering en artikel 15", gemeenten=gemeenten,
            geprobeerd="Gesprekken en brieven tussen de colleges.", gewenst="Duidelijkheid over rol en mandaat.",
            zichtbaarheid="raden",
        )  # fmt: skip
    v = Verteller(regio, geschil)
    with klok.op(date(2025, 1, 20)):
        weg.neem_in_ontvangst(regio, geschil.pk, versie=v.versie, soort="mandaat")
        weg.begin_bespreking(regio, geschil.pk, versie=v.versie, toelichting="Delegatie van de vijf colleges")
    with klok.op(date(2025, 3, 3)):
        for college in v.per_college():
            tekst = "Eerst duidelijkheid over mandaat." if college.organisatie == lelystad else "Wij willen tekenen."
            weg.geef_inbreng(college, geschil.pk, versie=v.versie, tekst=tekst)
    with klok.op(MEMO):
        weg.rond_bespreking_af(
            regio, geschil.pk, versie=v.versie, overeenstemming=False, op=MEMO,
            toelichting="Geen overeenstemming; de colleges gebruiken artikel 15.",
        )  # fmt: skip
    return v


def vertel_reacties(v: Verteller, dag: date) -> None:
    """Let the administrators discuss the advice, and every college answer all four recommendations."""
    with klok.op(dag):
        opvolging.bespreek(
            v.regio, v.geschil.pk, versie=v.versie, toelichting="Besproken in het BOSD; allen positief over het advies"
        )
        for college in v.per_college():
            for nummer, aanbeveling in enumerate(v.geschil.aanbevelingen.all()):
                deels = college.organisatie.naam == "Lelystad" and nummer == 2
                opvolging.reageer(
                    college, v.geschil.pk, aanbeveling.pk, versie=v.versie, keuze="deels" if deels else "overnemen",
                    reden="Stap voor stap, met een apart besluit over mandaat." if deels else "Wij staan hierachter.",
                    eigenaar=_EIGENAAR[nummer], uiterlijk=dag + timedelta(days=730),
                )  # fmt: skip


def vertel_raden(v: Verteller, dag: date) -> None:
    """Let every college send its council the letter with the report; in Almere it answers the promise of 6 March."""
    with klok.op(dag):
        for college in v.per_college():
            belofte = Raadsstuk.objects.filter(gemeente=college.organisatie, nummer="ALM-TOE-25-03")
            opvolging.informeer_raad(
                college, v.geschil.pk, versie=v.versie, document="Raadsbrief met het advies", verzonden_op=dag,
                stukken=list(belofte),
            )  # fmt: skip


def laad_geschillen(register: Register, vandaag: date) -> None:
    """Tell article 15 of the sources with fictional progress after it, and a small dispute of now."""
    gemeenten = {g.naam: g for g in register.gemeenten}
    regio = wie_als(register.op_sleutel["regio"], Rol.SECRETARIS)
    v = vertel_artikel_15(regio, gemeenten["Lelystad"], register.gemeenten)
    vertel_reacties(v, date(2025, 10, 2))
    vertel_raden(v, BRIEF)
    for betwisting in Betwisting.objects.filter(tot=None, dossier__startswith="Geschil artikel 15"):
        opvolging.koppel_betwisting(regio, v.geschil.pk, versie=v.versie, betwisting=betwisting)
    _voortgang(v, vandaag)
    with klok.op(vandaag - timedelta(days=6)):
        nieuw = weg.geef_signaal(
            wie_als(gemeenten["Urk"], Rol.BELEID), titel="Verdeling kosten Veilig Thuis (fictief)",
            onderwerp="Over de verdeelsleutel voor volgend jaar zijn twee colleges het niet eens.",
            bepaling="Centrumregeling, verdeling van kosten", gemeenten=[gemeenten["Urk"], gemeenten["Almere"]],
            geprobeerd="Twee ambtelijke gesprekken.", gewenst="Een sleutel voor drie jaar.",
        )  # fmt: skip
        weg.neem_in_ontvangst(regio, nieuw.pk, versie=nieuw.versie, soort="geld")


def _voortgang(v: Verteller, vandaag: date) -> None:
    """Fictional: two colleges told how far they are, one finished its proudest one."""
    for naam, nummer, gedaan in (("Dronten", 4, True), ("Lelystad", 1, False), ("Almere", 2, False)):
        reactie = Reactie.objects.get(aanbeveling__dossier=v.geschil, aanbeveling__nummer=nummer, gemeente__naam=naam)
        with klok.op(vandaag - timedelta(days=30)):
            opvolging.meld_voortgang(
                wie_als(reactie.gemeente, Rol.BELEID), v.geschil.pk, reactie.pk, versie=v.versie, gedaan=gedaan,
                tekst="Besproken met het team en vastgelegd (fictief).", bewijs="Collegebrief (fictief)",
            )  # fmt: skip
