"""Proposals of the demonstration, one in every state, each brought there by the real acts on their own days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from jeugdregio.basis import klok
from jeugdregio.bestuur.consent import (
    bekrachtigen,
    escaleren,
    evalueren,
    gesprek,
    herstellen,
    inbrengen,
    rondes,
    standpunten,
    tijd,
    toetsen,
)  # fmt: skip
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.bekrachtigen import TeBesluiten
from jeugdregio.bestuur.consent.beurten import in_een_keer, open_ronde
from jeugdregio.bestuur.consent.models import Bezwaar, Principe, Voorstel
from jeugdregio.bestuur.consent.overgangen import vingerafdruk
from jeugdregio.bestuur.consent.rondes import Maatstaf
from jeugdregio.bestuur.consent.standpunten import NieuwBezwaar, NieuweZorg
from jeugdregio.demo.laden_basis import Register
from jeugdregio.organisaties.models import Gebruiker, Rol
from jeugdregio.organisaties.wie import Wie, wie_is
from recht.kalender import is_werkdag, rol_door, werkdagen_erbij

_SCHADE = {"o1": True, "o2": True, "o3": True, "o4": True, "o5": False}
_STRIJD = {"o1": False, "o2": True, "o3": True, "o4": False, "o5": True}
MANDAATZIN = " Het mandaat verandert alleen met een apart besluit van ieder college."
WACHTTIJD = NieuweZorg(
    "De wachttijd kan oplopen als er minder regionaal wordt ingekocht.",
    "Het aantal kinderen met hulp daalt niet door wachten", "verblijf.samen",
)  # fmt: skip
_PRINCIPES = (
    "Een plan is goed als het kind en het gezin er beter van worden",
    "Lokaal wat lokaal kan, samen wat samen moet",
    "We leren van wat werkt en delen dat met elkaar",
)


@dataclass(frozen=True)
class Stof:
    """What a proposal is about."""

    titel: str
    aanleiding: str
    voorbeeld: str
    tekst: str
    grondslag: str = "Centrumregeling"
    kosten: str = "Binnen het regionale budget"


class Tafel:
    """The people at the table, and the road of a proposal as short steps from a first day."""

    def __init__(self, register: Register, vandaag: date) -> None:
        self.vandaag = vandaag
        self.gemeenten = register.gemeenten
        self.directeur, self.secretaris = self._regio(Rol.DIRECTEUR), self._regio(Rol.SECRETARIS)
        self.voorzitter, self.begeleider = self._regio(Rol.VOORZITTER), self._regio(Rol.BEGELEIDER)
        self.ervaring = self._regio(Rol.ERVARING)
        self.wethouders = {g.naam: self._mens(f"{Rol.WETHOUDER}@{g.naam.lower()}.demo") for g in self.gemeenten}
        self.beleid = self._mens(f"{Rol.BELEID}@almere.demo")
        self.principes = [
            Principe.objects.create(tekst=tekst, bron="Leidende principes van de regio", van=date(2025, 2, 18))
            for tekst in _PRINCIPES
        ]

    def _regio(self, rol: str) -> Wie:
        return self._mens(f"{rol}@regio.demo")

    def _mens(self, email: str) -> Wie:
        wie = wie_is(Gebruiker.objects.get(email=email))
        if wie is None:
            raise ValueError(f"{email} heeft geen aanstelling.")
        return wie

    def dag(self, dagen_geleden: int) -> date:
        """Return a working day about so many days ago, never after today."""
        gekozen = self.vandaag - timedelta(days=dagen_geleden)
        return gekozen if is_werkdag(gekozen) else rol_door(gekozen - timedelta(days=4))

    def concept(self, stof: Stof, dagen_geleden: int, wie: Wie | None = None) -> Voorstel:
        """Write a concept with its intake sheet."""
        wie = wie or self.directeur
        with klok.op(self.dag(dagen_geleden)):
            v = maak_concept(
                wie, titel=stof.titel, aanleiding=stof.aanleiding, voorbeeld=stof.voorbeeld, tekst=stof.tekst
            )
            return inbrengen.wijzig_concept(
                wie, v.pk, titel=stof.titel, aanleiding=stof.aanleiding, voorbeeld=stof.voorbeeld, tekst=stof.tekst,
                bijdrage="De gemeenten weten waar zij aan toe zijn; er gaat meer tijd naar kinderen.",
                grondslag=stof.grondslag, kosten=stof.kosten, tafel="bestuurlijk", zichtbaarheid="delegaties",
                zicht_uitkomst="openbaar", principes=self.principes[:2], gemeenten=self.gemeenten,
            )  # fmt: skip

    def intake(self, stof: Stof, dagen_geleden: int) -> Voorstel:
        """Hand it in, and send the papers that day."""
        v = self.concept(stof, dagen_geleden)
        with klok.op(self.dag(dagen_geleden)):
            inbrengen.dien_in(self.directeur, v.pk)
            return inbrengen.verzend_stukken(self.secretaris, v.pk)

    def beeld(self, stof: Stof, dagen_geleden: int) -> Voorstel:
        """Put it on the agenda of the earliest day, and let Urk ask something."""
        v = self.intake(stof, dagen_geleden)
        with klok.op(self.dag(dagen_geleden)):
            inbrengen.agendeer(self.voorzitter, v.pk, bijeenkomst_op=werkdagen_erbij(self.dag(dagen_geleden), 10))
            gesprek.stel_vraag(self.wethouders["Urk"], v.pk, tekst="Wat betekent dit voor een kleine gemeente?")
        return v

    def mening(self, stof: Stof, dagen_geleden: int) -> Voorstel:
        """Answer the question, and open the round of opinions in the meeting; `dagen_geleden` is the day before it."""
        v = self.beeld(stof, dagen_geleden + 18)
        vraag = v.vragen.get()
        gesprek_op = v.overgangen.model.objects.get(voorstel=v, naar="beeldvorming").op.date()
        with klok.op(gesprek_op):
            gesprek.doe_vraag_af(
                self.directeur, vraag.pk, antwoord="Niets extra: iedere gemeente houdt haar eigen taak."
            )
        with klok.op(werkdagen_erbij(gesprek_op, 10)):
            gesprek.rond_beeldvorming_af(self.voorzitter, v.pk)
            gesprek.geef_stem(self.ervaring, v.pk, tekst="Denk aan wat een gezin hiervan merkt: één vast gezicht.")
        v.refresh_from_db()
        return v

    def bijeenkomst(self, v: Voorstel) -> date:
        """Return the day of the meeting."""
        v.refresh_from_db()
        return v.bijeenkomst_op or self.vandaag

    def bijstelling(self, stof: Stof, dagen_geleden: int) -> Voorstel:
        """Let every municipality react."""
        v = self.mening(stof, dagen_geleden)
        with klok.op(self.bijeenkomst(v)):
            for naam, wethouder in self.wethouders.items():
                gesprek.reageer(wethouder, v.pk, tekst=f"{naam} kan hiermee verder praten.", gepast=naam == "Dronten")
        v.refresh_from_db()
        return v

    def ronde(self, stof: Stof, dagen_geleden: int) -> Voorstel:
        """Freeze the text and open the round in the meeting."""
        v = self.bijstelling(stof, dagen_geleden)
        dag = self.bijeenkomst(v)
        with klok.op(dag):
            rondes.leg_voor(
                self.directeur, v.pk, keuze=rondes.HOUDEN, tekst=stof.tekst, toelichting="De reacties vroegen uitleg.",
                evaluatie_op=dag + timedelta(weeks=26), schadebronnen="Taken die tussen regio en gemeente in vallen",
                criteria=[
                    Maatstaf("Minder kinderen wonen buiten hun eigen gezin", "verblijf.met"),
                    Maatstaf("De afspraak wordt in iedere gemeente gelijk gelezen"),
                ],
            )  # fmt: skip
        v.refresh_from_db()
        return v

    def spreek(self, v: Voorstel, namen: list[str], zorg: dict[str, NieuweZorg] | None = None,
               bezwaar: dict[str, NieuwBezwaar] | None = None, dag: date | None = None) -> Voorstel:  # fmt: skip
        """Let these municipalities speak, in the meeting or on another day."""
        zorg, bezwaar = zorg or {}, bezwaar or {}
        with klok.op(dag or self.bijeenkomst(v)):
            for naam in namen:
                ronde = open_ronde(v)
                if ronde is None:
                    break
                keuze = "bezwaar" if naam in bezwaar else "zorg" if naam in zorg else "consent"
                standpunten.neem_standpunt_in(
                    self.wethouders[naam], v.pk, tekst_hash=ronde.hash, keuze=keuze,
                    mandaat="college" if naam in {"Lelystad", "Almere"} else "portefeuille",
                    zorg=zorg.get(naam), bezwaar=bezwaar.get(naam),
                )  # fmt: skip
        v.refresh_from_db()
        return v

    @property
    def namen(self) -> list[str]:
        """The names of the municipalities."""
        return list(self.wethouders)

    def toets(self, v: Voorstel, dag: date) -> Bezwaar:
        """Find the reasoning of the objection sound, and begin the repair."""
        bezwaar = v.bezwaren.filter(staat="ingediend").get()
        with klok.op(dag):
            toetsen.toets(
                self.begeleider, bezwaar.pk, redenering_klopt=True, bevinding="De schade volgt uit deze tekst."
            )
            toetsen.rond_toetsing_af(self.begeleider, v.pk)
        bezwaar.refresh_from_db()
        v.refresh_from_db()
        return bezwaar

    def herstel(self, v: Voorstel, bezwaar: Bezwaar, dag: date, zin: str, *, bevestigd: bool = True) -> None:
        """Propose a repair; confirmed by both when asked."""
        tekst = v.werktekst + zin
        with klok.op(dag):
            herstellen.stel_herstel_voor(self.directeur, bezwaar.pk, wijziging=zin.strip(), tekst=tekst)
            if bevestigd:
                for wie in (self.wethouders[bezwaar.gemeente.naam], self.directeur):
                    herstellen.bevestig_herstel(wie, bezwaar.pk, tekst_hash=vingerafdruk(tekst))
        v.refresh_from_db()

    def uitzetten(self, v: Voorstel, dag: date) -> None:
        """Ask every college, within six weeks."""
        with klok.op(dag):
            tot = dag + timedelta(weeks=6)
            bekrachtigen.zet_uit(self.secretaris, v.pk, [TeBesluiten(g, "college", tot) for g in self.gemeenten])
        v.refresh_from_db()

    def bekrachtig(self, v: Voorstel, namen: list[str], dag: date) -> None:
        """Let the colleges of these municipalities adopt the text."""
        with klok.op(dag):
            for rij in v.bekrachtigingen.filter(staat="open", gemeente__naam__in=namen).select_related(
                "gemeente", "versie"
            ):
                bekrachtigen.bekrachtig(
                    self.wethouders[rij.gemeente.naam], rij.pk, tekst_hash=rij.versie.hash,
                    kenmerk=f"B&W {dag:%Y-%m}-{rij.gemeente.naam[:3].upper()}", besloten_op=dag,
                )  # fmt: skip
        v.refresh_from_db()


def _stof(titel: str, aanleiding: str, tekst: str) -> Stof:
    return Stof(titel, aanleiding, "Twee gemeenten gaven op dezelfde vraag een ander antwoord.", tekst)


ARTIKEL_3 = Stof(
    "Minimumvariant van artikel 3",
    "Over de brede versie van artikel 3 zijn de gemeenten het niet eens. Daardoor ligt ook wettelijk werk stil.",
    "Over een nieuw contract werd drie keer vergaderd zonder besluit.",
    "De centrumgemeente koopt namens de gemeenten in wat de wet regionaal vraagt, en verleent de regionale subsidies. "
    "Andere taken blijven bij de gemeenten.",
    grondslag="Centrumregeling artikel 3; Jeugdwet 2.17",
)  # fmt: skip


def _artikel_3(t: Tafel) -> None:
    """Objection by Lelystad, repaired; ratified by five; half a year later its review is open with its figures."""
    v = t.ronde(ARTIKEL_3, 215)
    dag = t.bijeenkomst(v)
    bezwaar = NieuwBezwaar(
        "De tekst kan worden gelezen als een verborgen overdracht van mandaat.", "De raad en inwoners van Lelystad",
        _STRIJD, "Mandaat vraagt een eigen besluit.", "Een zin die zegt dat mandaat apart wordt besloten.",
    )  # fmt: skip
    t.spreek(v, t.namen, bezwaar={"Lelystad": bezwaar})
    t.herstel(v, t.toets(v, dag), dag, MANDAATZIN)
    t.spreek(v, t.namen, zorg={"Urk": WACHTTIJD})
    t.uitzetten(v, dag)
    t.bekrachtig(v, t.namen, werkdagen_erbij(dag, 8))


def _lopende_ronde(t: Tafel) -> None:
    v = t.ronde(
        _stof("Eén werkwijze bij het einde van hulp", "Aanbieders weten niet waar zij een verlenging vragen.",
              "Zes weken voor het einde neemt de gemeente contact op met het gezin en de aanbieder."), 4,
    )  # fmt: skip
    t.spreek(v, [naam for naam in t.namen if naam not in {"Lelystad", "Urk"}])


def _in_herstel(t: Tafel) -> None:
    v = t.ronde(
        _stof("Verdeling van de kosten van Veilig Thuis", "De verdeling volgt nog het oude aantal inwoners.",
              "De kosten worden verdeeld naar het aantal jeugdigen op 1 januari."), 12,
    )  # fmt: skip
    bezwaar = NieuwBezwaar(
        "De bijdrage stijgt midden in het jaar; daar is geen geld voor.", "De begroting van Noordoostpolder", _SCHADE,
        "De begroting is vastgesteld.", "Invoeren vanaf het volgende begrotingsjaar.",
    )  # fmt: skip
    t.spreek(v, t.namen, bezwaar={"Noordoostpolder": bezwaar})
    dag = t.bijeenkomst(v)
    t.herstel(v, t.toets(v, dag), dag, " Dit gaat in op 1 januari van het volgende jaar.", bevestigd=False)


def _in_bekrachtiging(t: Tafel) -> None:
    v = t.ronde(
        _stof("Contactpersoon voor ieder gezin", "Gezinnen weten niet wie zij kunnen bellen.",
              "Ieder gezin met hulp heeft één contactpersoon, met naam en telefoonnummer."), 30,
    )  # fmt: skip
    t.spreek(v, t.namen)
    dag = t.bijeenkomst(v)
    t.uitzetten(v, dag)
    t.bekrachtig(v, ["Almere", "Dronten", "Urk"], werkdagen_erbij(dag, 6))


def _laat_bezwaar(t: Tafel) -> None:
    v = t.ronde(
        _stof("Regionaal overzicht van wachttijden", "De wachttijden staan per aanbieder, niet per regio.",
              "Aanbieders melden iedere maand hun wachttijd; de regio maakt ze openbaar."), 45,
    )  # fmt: skip
    t.spreek(v, t.namen)
    dag = t.bijeenkomst(v)
    t.uitzetten(v, dag)
    rij = v.bekrachtigingen.get(gemeente__naam="Dronten")
    with klok.op(dag + timedelta(days=20)):
        bekrachtigen.weiger(
            t.wethouders["Dronten"], rij.pk, besloten_op=dag + timedelta(days=20),
            bezwaar=NieuwBezwaar("Kleine aanbieders worden herkenbaar en haken af.", "Gezinnen in Dronten", _SCHADE),
        )  # fmt: skip


def _van_kracht(t: Tafel) -> None:
    v = t.ronde(
        _stof("Iedere maand een casus bespreken", "Gemeenten kennen elkaars oplossingen niet.",
              "De gemeenten bespreken iedere maand een vraagstuk uit de praktijk, zonder namen."), 70,
    )  # fmt: skip
    t.spreek(v, t.namen)
    dag = t.bijeenkomst(v)
    t.uitzetten(v, dag)
    t.bekrachtig(v, t.namen, werkdagen_erbij(dag, 5))


def _beeindigd(t: Tafel) -> None:
    v = t.ronde(
        _stof("Proef met een gezamenlijk spreekuur", "Jongeren vinden de weg niet.",
              "De gemeenten houden een half jaar een gezamenlijk spreekuur."), 260,
    )  # fmt: skip
    t.spreek(v, t.namen)
    dag = t.bijeenkomst(v)
    t.uitzetten(v, dag)
    t.bekrachtig(v, t.namen, werkdagen_erbij(dag, 5))
    v.refresh_from_db()
    later = t.dag(20)
    with klok.op(later):
        tijd.werk()
        evalueren.leg_evaluatie_voor(
            t.secretaris, v.pk, werkte="Jongeren die kwamen, kwamen terug.", werkte_niet="De reis was te ver.",
            geleerd="Dichtbij werkt beter.", verandert="Elke gemeente houdt een spreekuur.", uitkomst="beeindigd",
        )  # fmt: skip
    t.spreek(v, t.namen, dag=later)


def _aangehouden(t: Tafel) -> None:
    v = t.ronde(
        _stof("Meer plekken in gezinshuizen", "Kinderen wachten te lang op een gezinshuis.",
              "De regio koopt twaalf plekken in gezinshuizen extra in."), 20,
    )  # fmt: skip
    bezwaar = NieuwBezwaar("Er is geen dekking.", "De begroting van Dronten", _SCHADE, "", "Eerst de dekking.")
    t.spreek(v, t.namen, bezwaar={"Dronten": bezwaar})
    dag = t.bijeenkomst(v)
    t.toets(v, dag)
    kantoor = t.secretaris.organisatie
    with klok.op(t.dag(3)):
        herstellen.houd_aan(
            t.voorzitter, v.pk, wat="Wat de plekken kosten en waaruit dat kan", wie_doet=kantoor,
            terug_op=t.vandaag + timedelta(days=28),
        )  # fmt: skip


def _escalatie(t: Tafel) -> None:
    v = t.ronde(
        _stof("Brede zorglandschapsvisie", "De visie loopt af en er is geen nieuwe.",
              "De regio stelt een brede visie op het zorglandschap vast."), 60,
    )  # fmt: skip
    bezwaar = NieuwBezwaar("De regio gaat over lokaal beleid beslissen.", "De raad van Lelystad", _STRIJD)
    t.spreek(v, t.namen, bezwaar={"Lelystad": bezwaar})
    t.toets(v, t.bijeenkomst(v))
    with klok.op(t.dag(8)):
        escaleren.stel_samenvatting_voor(
            t.voorzitter, v.pk, samenvatting="Almere zoekt samenhang, Lelystad zoekt ruimte voor eigen beleid. "
            "Beide willen dat kinderen dichtbij geholpen worden.",
        )  # fmt: skip
        for wie in (t.wethouders["Lelystad"], t.directeur):
            escaleren.vind_eerlijk(wie, v.pk)
        escaleren.leg_goede_trouw_vast(t.begeleider, v.pk, bevinding="Beide kanten brachten herstel in.")
        escaleren.kies_vervolg(t.voorzitter, v.pk, vervolg="sessie")


def _begin(t: Tafel) -> None:
    """The first phases, and what ended early."""
    t.concept(
        _stof("Minder papierwerk bij de intake", "Gezinnen vertellen hun verhaal drie keer.",
              "De intake van de aanbieder telt ook voor de gemeente."), 3, t.beleid,
    )  # fmt: skip
    t.intake(_stof("Eén opleiding voor nieuwe medewerkers", "Iedere gemeente leidt apart op.",
                   "De gemeenten leiden nieuwe medewerkers samen op."), 2)  # fmt: skip
    t.beeld(_stof("Vervoer naar dagbehandeling", "Vervoer is per gemeente anders geregeld.",
                  "De gemeenten regelen vervoer naar dagbehandeling samen."), 5)  # fmt: skip
    v = t.mening(_stof("Hulp in de klas", "Scholen werken met vijf verschillende afspraken.",
                       "De gemeenten maken één afspraak met de scholen over hulp in de klas."), 1)  # fmt: skip
    with klok.op(t.bijeenkomst(v)):
        gesprek.reageer(t.wethouders["Almere"], v.pk, tekst="Houd ruimte voor wat een school zelf al doet.")
    t.bijstelling(_stof("Gezamenlijke klachtenroute", "Een ouder weet niet waar een klacht hoort.",
                        "De gemeenten hebben samen één loket voor klachten over jeugdhulp."), 6)  # fmt: skip
    v = t.ronde(_stof("Samen inkopen van dyslexiezorg", "De tarieven lopen uiteen.",
                      "De gemeenten kopen dyslexiezorg samen in."), 3)  # fmt: skip
    t.spreek(v, t.namen)
    v = t.beeld(_stof("Regionale folder", "Folders verschillen.", "Er komt één folder."), 40)
    with klok.op(t.dag(30)):
        inbrengen.trek_in(t.directeur, v.pk, reden="De gemeenten houden liever hun eigen folder, in eigen woorden.")


_VERHALEN: tuple[Callable[[Tafel], None], ...] = (
    _beeindigd, _artikel_3, _van_kracht, _escalatie, _laat_bezwaar, _in_bekrachtiging, _aangehouden, _in_herstel,
    _lopende_ronde, _begin,
)  # fmt: skip


def laad_consent(register: Register, vandaag: date) -> None:
    """Bring a proposal to every state; what is due today happens today."""
    tafel = Tafel(register, vandaag)
    for verhaal in _VERHALEN:
        with transaction.atomic(), in_een_keer():
            verhaal(tafel)
    tijd.werk()
