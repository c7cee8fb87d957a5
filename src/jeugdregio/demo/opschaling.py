"""Stuck help in the demonstration: cases at every level and in every state, in all municipalities, by the real acts."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import QuerySet

from jeugdregio.basis import klok
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.organisaties import WACHTWOORD, Account
from jeugdregio.demo.verteller import Verteller
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.opschaling import adviezen, anders, casussen, gasten, instellen, trajecten, zittingen
from jeugdregio.toegang.opschaling.models import Casusvraag, Expertteam, Opschaling, Teamlid, Zitting
from jeugdregio.toegang.toestemming.actions import Uitleg, Voor, leg_toestemming_vast

KADER = "Handelingskader expertteam, termijnen verzonnen"
LOKAAL = "Lokaal beleid doorbraakteam, verzonnen"
SINDS = date(2025, 1, 1)
GAST = Account(Rol.GAST, "regio", "")
GASTNAAM = "Hedda Brink"


@dataclass(frozen=True)
class Zaak:
    """A stuck case: where it is, how many days ago it began, what is stuck, and what the youth says."""

    plaats: str
    dagen: int
    vraag: str
    stem: str


THUIS = Zaak("almere", 110, "De jongere kan thuis niet blijven zonder hulp, en geen aanbieder neemt hem aan.",
             "Ik wil niet weer weg. Ik wil iemand die blijft.")  # fmt: skip
ZAKEN = {
    "gepland": Zaak("almere", 40, "De jongere gaat al een jaar niet naar school en komt de kamer niet uit.",
                    "School snapt niet hoe het voor mij is."),
    "doorbraak": Zaak("lelystad", 45, "Wonen, schulden en hulp wachten op elkaar.", "Begin gewoon ergens."),
    "wacht_op_uur": Zaak("lelystad", 50, "Twee behandelingen stopten; niemand weet wat nu helpt.",
                         "Elke keer begin ik opnieuw met vertellen."),
    "lokaal": Zaak("dronten", 3, "De ouders zijn het niet eens over de hulp.", "Ik wil geen partij kiezen."),
    "te_vroeg": Zaak("dronten", 30, "De jongere wil geen gesprek met de hulpverlener.", "Waarom vraagt niemand iets?"),
    "te_screenen": Zaak("noordoostpolder", 32, "De jongere loopt weg uit elke groep.", "Daar luistert niemand."),
    "anders_klaar": Zaak("noordoostpolder", 95, "Een opname dreigt, en thuis kan het ook.", "Thuis kan het wel."),
    "gesloten": Zaak("urk", 70, "Er was geen vervoer naar de dagbehandeling.", "Ik wilde wel, ik kwam er niet."),
    "teruggekeken": Zaak("lelystad", 150, "De jongere sliep bij vrienden op de bank.", "Ik wil een eigen sleutel."),
}  # fmt: skip


def laad_opschaling(register: Register, vandaag: date) -> None:
    """Record the levels and the team, and tell the cases."""
    verteller = _Opschaling(register, vandaag)
    verteller.richt_in()
    verteller.thuis()
    verteller.anderen()


class _Opschaling(Verteller):
    """Tells the cases, each act on its own day."""

    def richt_in(self) -> None:
        """Let the region and the municipalities record who owns which level; Urk has no breakthrough team."""
        kantoor = self.register.op_sleutel["regio"]
        self.kantoor, beleid = kantoor, self.wie(kantoor, Rol.BELEID)
        self.emma = self.wie(kantoor, Rol.EXPERT)
        assert self.emma.gebruiker is not None  # noqa: S101  made by this demonstration
        email = self.emma.gebruiker.email
        with klok.op(SINDS):
            for naam in ("Regionaal Expert Team", "Bovenregionaal expertteam"):
                instellen.richt_team_in(
                    beleid, naam=naam, bron=KADER, secretaris_email=email, deskundigheid="secretaris, procesregie"
                )
            self.team = Expertteam.objects.get(naam="Regionaal Expert Team")
            boven = Expertteam.objects.get(naam="Bovenregionaal expertteam")
            for adres, kennis in (("debrug", "gezinstherapie"), ("dehaven", "jeugdbescherming")):
                lid = Gebruiker.objects.get(email=Account(Rol.EXPERT, adres, "").email)
                zittingen.voeg_lid_toe(self.emma, self.team.pk, email=lid.email, deskundigheid=kennis)
            rijen = (("lokaal", 14, None), ("anders", 91, None), ("ret", 42, self.team), ("bovenregionaal", 56, boven))
            for niveau, dagen, team in rijen:
                instellen.leg_niveau_vast(
                    beleid, instellen.NieuwNiveau(niveau=niveau, van=SINDS, termijn_dagen=dagen, bron=KADER, team=team)
                )
            for gemeente in self.register.gemeenten:
                if gemeente.naam != "Urk":
                    doorbraak = instellen.NieuwNiveau(
                        niveau="doorbraak", van=SINDS, termijn_dagen=21, bron=LOKAAL, rol=Rol.TEAMLEIDER,
                        contact="Voorzitter doorbraakteam",
                    )  # fmt: skip
                    instellen.leg_niveau_vast(self.wie(gemeente, Rol.BELEID), doorbraak)

    def thuis(self) -> None:
        """The boy of 16 of Almere: advice followed, Team AnderS at work, three months not over yet."""
        opschaling = self._open(THUIS)
        self._doorbraak(opschaling, THUIS)
        casus = self._vraag(opschaling, THUIS, 85)
        zitting = self._zitting(70)
        self._op_agenda(casus, zitting, 1, 80)
        wie = self._wie_van(opschaling)
        self._deel_met(opschaling, GASTNAAM, 76)
        with klok.op(self.terug(75)):
            tot = self.vandaag + timedelta(days=25)
            gast = gasten.NieuweGast(
                naam=GASTNAAM, email=GAST.email, wachtwoord="alleen voor de eerste keer",
                deskundigheid="kinder- en jeugdpsychiater",
                waarom="Het team mist kennis van medicijnen en slaap.", grond="toestemming",
                delen=("vraag", "stem", "geprobeerd", "advies"), tot=tot,
            )  # fmt: skip
            gebruiker = gasten.nodig_uit(wie, casus.pk, gast).gebruiker
            gebruiker.set_password(WACHTWOORD)  # a guest chooses another at once
            gebruiker.eerste_wachtwoord = False
            gebruiker.save()
        self._adviseer(casus, 70)
        with klok.op(self.terug(64)):
            reden = "Dit past bij wat de jongere wil."
            adviezen.reageer(wie, casus.pk, versie=_versie(casus), reactie="volgt", reden=reden, verder_op="anders")
        self._start_anders(opschaling, 60)

    def anderen(self) -> None:
        """The other states."""
        zaak = {naam: self._open(rij) for naam, rij in ZAKEN.items()}
        for naam in ("doorbraak", "wacht_op_uur", "te_vroeg", "gepland", "te_screenen"):
            self._doorbraak(zaak[naam], ZAKEN[naam])
        komend = self._zitting(-4)
        gepland = self._vraag(zaak["gepland"], ZAKEN["gepland"], 15)
        self._op_agenda(gepland, komend, 1, 12)
        compleet = self._vraag(zaak["wacht_op_uur"], ZAKEN["wacht_op_uur"], 6)
        self._screen(compleet, 2, "compleet", "Duidelijke vraag, en de jongere komt zelf aan het woord.")
        vroeg = self._vraag(zaak["te_vroeg"], ZAKEN["te_vroeg"], 10)
        self._screen(vroeg, 7, "te_vroeg", "Praat eerst zelf met de jongere over wat wel kan.")
        self._vraag(zaak["te_screenen"], ZAKEN["te_screenen"], 2)
        self._anders_klaar(zaak["anders_klaar"])
        wie = self._wie_van(zaak["gesloten"])
        with klok.op(self.terug(50)):
            trajecten.sluit(
                wie, zaak["gesloten"].pk, versie=_versie(zaak["gesloten"]), afloop="opgelost",
                afloop_reden="Een vrijwilliger rijdt nu.", leernotitie="Vraag bij de start naar vervoer.",
            )  # fmt: skip
        self._teruggekeken(zaak["teruggekeken"])

    def _open(self, rij: Zaak) -> Opschaling:
        gemeente = self.register.op_sleutel[rij.plaats]
        wie = self.wie(gemeente, Rol.TOEGANG)
        kind = self._jongen_van_16(gemeente) if rij is THUIS else self._jongeren(gemeente, 16, 18)[0]
        with klok.op(self.terug(rij.dagen + 20)):
            hulpvraag = open_hulpvraag(wie, kind.pk, "eigen", self.terug(rij.dagen + 20), vraag=rij.stem)
        with klok.op(self.terug(rij.dagen)):
            return trajecten.open_opschaling(wie, hulpvraag.pk, vraag=rij.vraag, geprobeerd="Vier aanbieders gevraagd.")

    def _jongen_van_16(self, gemeente: Organisatie) -> Kind:
        jongeren = self._jongeren(gemeente, 16, 17)
        return jongeren.filter(geslacht="1").first() or jongeren[0]

    def _jongeren(self, gemeente: Organisatie, vanaf: int, tot: int) -> QuerySet[Kind]:
        """Return the youths of these ages without a case yet: they decide alone, and did half a year ago."""
        jongst, oudst = self.terug(365 * vanaf + 190), self.terug(365 * tot - 10)
        jongeren = Kind.objects.filter(gemeente=gemeente, geboortedatum__range=(oudst, jongst))
        return jongeren.exclude(hulpvragen__opschalingen__isnull=False).order_by("kenmerk")

    def _wie_van(self, opschaling: Opschaling) -> Wie:
        return self.wie(opschaling.gemeente, Rol.TOEGANG)

    def _doorbraak(self, opschaling: Opschaling, rij: Zaak) -> None:
        with klok.op(self.terug(rij.dagen - 12 if rij.dagen > 12 else 0)):
            verder = trajecten.Verder(
                niveau="doorbraak", reden="Dit lukt niet met gewone hulp.", geprobeerd="Met iedereen om tafel gezeten."
            )
            trajecten.ga_naar(self._wie_van(opschaling), opschaling.pk, versie=_versie(opschaling), verder=verder)

    def _deel_met(self, opschaling: Opschaling, met_wie: str, dagen: int) -> None:
        op = self.terug(dagen)
        with klok.op(op):
            leg_toestemming_vast(
                self._wie_van(opschaling), opschaling.hulpvraag.kind_id, None, "ja", op,
                voor=Voor(doel="delen", met_wie=met_wie, wat="de casus zonder naam"),
                uitleg=Uitleg(tekst="Wie meedenkt, wat zij lezen, en dat het mag stoppen.", op=op),
            )  # fmt: skip

    def _vraag(self, opschaling: Opschaling, rij: Zaak, dagen: int) -> Casusvraag:
        self._deel_met(opschaling, self.team.naam, dagen)
        with klok.op(self.terug(dagen)):
            vraag = casussen.Vraag(
                niveau="ret", vraag=rij.vraag, geprobeerd="Vier aanbieders gevraagd, twee keer om tafel gezeten.",
                stem=rij.stem, stem_van="de jongere", grond="toestemming",
                leernotitie="Eerst een vast gezicht, dan pas een plan.",
            )  # fmt: skip
            return casussen.dien_in(self._wie_van(opschaling), opschaling.pk, versie=_versie(opschaling), vraag=vraag)

    def _screen(self, casus: Casusvraag, dagen: int, oordeel: str, reden: str) -> None:
        with klok.op(self.terug(dagen)):
            casussen.screen(self.emma, casus.pk, versie=_versie(casus), oordeel=oordeel, reden=reden)

    def _zitting(self, dagen: int) -> Zitting:
        leden = [lid.pk for lid in Teamlid.objects.filter(team=self.team)]
        with klok.op(self.terug(max(dagen, 0) + 14)):
            return zittingen.plan_zitting(
                self.emma, self.team.pk, op=self.terug(dagen), begint=time(9), uren=3, plaats="Lelystad", leden=leden
            )

    def _op_agenda(self, casus: Casusvraag, zitting: Zitting, uur: int, dagen: int) -> None:
        self._screen(casus, dagen, "compleet", "Alles staat erin.")
        with klok.op(self.terug(dagen)):
            zittingen.zet_op_agenda(self.emma, casus.pk, versie=_versie(casus), zitting_id=zitting.pk, uur=uur)

    def _adviseer(self, casus: Casusvraag, dagen: int) -> None:
        with klok.op(self.terug(dagen)):
            adviezen.adviseer(
                self.emma, casus.pk, versie=_versie(casus), tekst="Zet Team AnderS in, met een vast gezicht.",
                waarom="De jongere wil thuis blijven, en thuis kan het met hulp in de avond.",
            )  # fmt: skip

    def _start_anders(self, opschaling: Opschaling, dagen: int) -> None:
        vraag = opschaling.hulpvraag
        with klok.op(self.terug(dagen)):
            leg_toestemming_vast(
                self._wie_van(opschaling), vraag.kind_id, None, "ja", self.terug(dagen),
                voor=Voor(hulpvraag_id=vraag.pk), uitleg=Uitleg(tekst="Wat Team AnderS doet.", op=self.terug(dagen)),
            )  # fmt: skip
            anders.start(
                self._wie_van(opschaling), opschaling.pk, versie=_versie(opschaling), doel="voorkomen",
                aanpak="Elke avond een vast gezicht thuis, en twee dagen werk bij een garage.", op=self.terug(dagen),
            )  # fmt: skip

    def _anders_klaar(self, opschaling: Opschaling) -> None:
        wie = self._wie_van(opschaling)
        with klok.op(self.terug(80)):
            verder = trajecten.Verder(niveau="anders", reden="Opname dreigt.", geprobeerd="Ambulante hulp.")
            trajecten.ga_naar(wie, opschaling.pk, versie=_versie(opschaling), verder=verder)
        self._start_anders(opschaling, 78)
        with klok.op(self.terug(6)):
            anders.stop(
                wie, opschaling.pk, versie=_versie(opschaling), op=self.terug(6), reden_einde="bereikt",
                toelichting="De jongere woont thuis en gaat naar school.",
            )  # fmt: skip

    def _teruggekeken(self, opschaling: Opschaling) -> None:
        """Advice given, deviated from, and looked back on; the case is closed."""
        wie = self._wie_van(opschaling)
        casus = self._vraag(opschaling, ZAKEN["teruggekeken"], 130)
        self._op_agenda(casus, self._zitting(115), 2, 125)
        self._adviseer(casus, 115)
        with klok.op(self.terug(105)):
            reden = "De jongere wil een eigen kamer, en die is er."
            adviezen.reageer(wie, casus.pk, versie=_versie(casus), reactie="wijkt_af", reden=reden, verder_op="lokaal")
        with klok.op(self.terug(20)):
            adviezen.kijk_terug(
                wie, casus.pk, versie=_versie(casus), wat_gebeurde="De jongere woont op kamers met begeleiding.",
                voorkomen="nvt", geleerd="Vraag eerst wat de jongere zelf wil.",
            )  # fmt: skip
        with klok.op(self.terug(18)):
            trajecten.sluit(
                wie, opschaling.pk, versie=_versie(opschaling), afloop="opgelost", afloop_reden="De hulp loopt.",
                leernotitie="Een eigen plek was de sleutel.",
            )  # fmt: skip


def _versie(ding: Opschaling | Casusvraag) -> int:
    ding.refresh_from_db(fields=["versie"])
    return ding.versie
