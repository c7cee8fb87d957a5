"""Tells a story by the real doors: messages through the postbus, acts by people, each at its own moment."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from uuid import UUID

import ijw
from ijw.retour import maak_retour
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import JeugdregioFout
from jeugdregio.demo.berichten import KANAAL_IN, verzoekbericht
from jeugdregio.demo.bevolking import verjaardag
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.mensen import bsns_testreeks
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.zorgaanbod import PER_CODE
from jeugdregio.organisaties.models import Aanstelling, Organisatie
from jeugdregio.organisaties.wie import Wie, wie_is
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.models import Kind, Toestemming, Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.toestemming import actions as toestemming
from jeugdregio.toegang.toestemming.models import ZonderToestemming

EERSTE_BSN = 20  # the first numbers stay free for people who try the published examples
PORTAAL = "portaal"
BRP = "basisregistratie personen"


class VerhaalVastgelopen(JeugdregioFout):
    """A story cannot be told: what the application said."""


@dataclass(frozen=True)
class Hoofdpersoon:
    """The child of a story, `leeftijd` years old today. `ouders` are (name, relation)."""

    voornaam: str
    achternaam: str
    geslacht: str
    leeftijd: int
    ouders: tuple[tuple[str, str], ...] = (("Ouder", "moeder"),)
    voorvoegsel: str = ""


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What a provider asks: codes of organisations and product, referrer (COD327), the day, and the period."""

    aanbieder: str
    gemeente: str
    product: str
    verwijzer: str
    op: date
    ingang: date
    einde: date
    volume: int = 0
    raamcontract: bool = True


class Verteller:
    """Holds who is who and gives out BSNs and references of the stories."""

    def __init__(self, register: Register, vandaag: date) -> None:
        self.register, self.vandaag = register, vandaag
        self._nummers = count(1)
        self._bsns = iter(bsns_testreeks()[EERSTE_BSN:])
        self._wie: dict[tuple[str, str], Wie] = {}

    def wie(self, organisatie: Organisatie, rol: str) -> Wie:
        """Return the person with this role at the organisation."""
        sleutel = (str(organisatie.pk), rol)
        if sleutel not in self._wie:
            aanstelling = Aanstelling.objects.select_related("gebruiker").get(organisatie=organisatie, rol=rol)
            wie = wie_is(aanstelling.gebruiker, organisatie.pk)
            if wie is None:
                raise VerhaalVastgelopen(f"{organisatie.naam} heeft vandaag geen {rol}.")
            self._wie[sleutel] = wie
        return self._wie[sleutel]

    def bsn(self) -> str:
        """Return a number that nobody has yet."""
        return next(self._bsns)

    def terug(self, dagen: int) -> date:
        """Return the day that lies so many days back."""
        return self.vandaag - timedelta(days=dagen)

    def nummer(self, letter: str) -> str:
        """Return a new identification or reference."""
        return f"{letter}{next(self._nummers):09d}"

    def jw315(self, persoon: Hoofdpersoon, vraag: Vraag, bsn: str | None = None) -> bytes:
        """Return the request of a provider as it travels."""
        van, aan = self.register.op_code[vraag.aanbieder], self.register.op_code[vraag.gemeente]
        aanbod = PER_CODE[vraag.product]
        geboren = verjaardag(self.vandaag, -persoon.leeftijd) - timedelta(days=100)
        kind = Kind(
            bsn=bsn or self.bsn(), geboortedatum=geboren, geslacht=persoon.geslacht, achternaam=persoon.achternaam,
            voorvoegsel=persoon.voorvoegsel, voornamen=persoon.voornaam, voorletters=persoon.voornaam[0],
        )  # fmt: skip
        regel = VerzoekRegel(
            referentie_aanbieder=self.nummer("S"), categorie=aanbod.categorie, code=aanbod.code,
            ingangsdatum=vraag.ingang, einddatum=vraag.einde, volume=vraag.volume or aanbod.volume[0],
            eenheid=aanbod.eenheid, frequentie=aanbod.frequentie, verwijzer_type=vraag.verwijzer,
            verwijzer_naam=VERWIJZER[vraag.verwijzer], raamcontract=vraag.raamcontract,
        )  # fmt: skip
        bericht = verzoekbericht(kind, regel, van, aan, identificatie=self.nummer("VM"), dagtekening=vraag.op)
        return ijw.schrijf(bericht)

    def verzoek(self, persoon: Hoofdpersoon, vraag: Vraag, bsn: str | None = None) -> Verzoek:
        """Let the provider send its JW315 and return the request that the municipality has then."""
        van = self.register.op_code[vraag.aanbieder]
        opgeslagen = self.stuur(self.jw315(persoon, vraag, bsn), van, moment(vraag.op, 10))
        gevonden = Verzoek.objects.filter(bericht=opgeslagen).first()
        if gevonden is None:
            meldingen = "; ".join(b.melding for b in postbus.bevindingen_van(opgeslagen))
            raise VerhaalVastgelopen(f"Het verzoek van {van.naam} aan {vraag.gemeente} is niet aangekomen: {meldingen}")
        return gevonden

    def stuur(self, inhoud: bytes, van: Organisatie, op: datetime) -> Bericht:
        """Offer a message at a moment, as this organisation does."""
        with klok.op(op):
            return postbus.ontvang_en_verwerk(inhoud, kanaal=KANAAL_IN[van.bezorging], aangeboden_door=van)

    def maak_toewijsbaar(
        self, verzoek: Verzoek, persoon: Hoofdpersoon, op: date, *, zonder: tuple[str, ...] = ()
    ) -> None:
        """Confirm where the child lives, and record consent of everybody except those in `zonder` (by relation)."""
        toegang_wie = self.wie(verzoek.gemeente, "toegangsmedewerker")
        kind = verzoek.kind
        sinds = max(kind.geboortedatum, op - timedelta(days=1200))
        with klok.op(moment(op, 11)):
            toegang.bevestig_woonplaats(toegang_wie, kind.pk, sinds, BRP, adres=None)
            self._adres(kind, verzoek.gemeente)
            for naam, relatie in persoon.ouders:
                drager = toegang.voeg_gezagsdrager_toe(
                    toegang_wie,
                    kind.pk,
                    f"{naam} {persoon.voorvoegsel} {persoon.achternaam}".replace("  ", " "),
                    relatie,
                )
                if relatie not in zonder:
                    self.stem_in(verzoek, drager.pk, op)
            if verjaardag(kind.geboortedatum, 12) <= op and "kind" not in zonder:
                self.stem_in(verzoek, None, op)

    def stem_in(self, verzoek: Verzoek, drager_id: UUID | None, op: date) -> Toestemming:
        """Record that the child (None) or somebody with authority said yes to the help of this request."""
        return toestemming.leg_toestemming_vast(
            self.wie(verzoek.gemeente, "toegangsmedewerker"), verzoek.kind_id, drager_id, "ja", op,
            voor=toestemming.Voor(verzoek_id=verzoek.pk), uitleg=toestemming.Uitleg(tekst=UITGELEGD, op=op),
        )  # fmt: skip

    def _adres(self, kind: Kind, gemeente: Organisatie) -> None:
        Kind.objects.filter(pk=kind.pk).update(
            straatnaam="Zuiderwagenstraat", huisnummer=int(next(self._nummers)) % 200 + 1, postcode="1399XX",
            plaatsnaam=gemeente.naam,
        )  # fmt: skip

    def wijs_toe(self, verzoek: Verzoek, op: date, *, bevestigd: bool = True) -> Toewijzing:
        """Assign all lines of the request; return the first assignment. The provider confirms it the same day."""
        verzoek = Verzoek.objects.select_related("gemeente").get(pk=verzoek.pk)
        regels = [regel.pk for regel in verzoek.regels.all()]
        with klok.op(moment(op, 14)):
            toewijzing = toegang.wijs_toe(
                self.wie(verzoek.gemeente, "toegangsmedewerker"), verzoek.pk, regels, versie=verzoek.versie
            )[0]
        if bevestigd and toewijzing.bericht is not None and toewijzing.aanbieder.bezorging != PORTAAL:
            self._bevestig(toewijzing.bericht, toewijzing.aanbieder, op)
        return toewijzing

    def _bevestig(self, bericht: Bericht, aanbieder: Organisatie, op: date) -> None:
        """Send the JW302 of a provider with its own system; on the screens our system does it for them."""
        inhoud = ijw.lees(bytes(bericht.inhoud)).bericht
        if inhoud is None:
            raise VerhaalVastgelopen("De toewijzing die wij verstuurden is niet te lezen.")
        retour = maak_retour(inhoud, (), identificatie=self.nummer("VR"), dagtekening=op)
        self.stuur(ijw.schrijf(retour), aanbieder, moment(op, 16))

    def maatregel(self, verzoek: Verzoek, reden: str, op: date) -> None:
        """Record that a measure of the court takes the place of consent."""
        with klok.op(moment(op, 12)):
            toestemming.leg_afweging_vast(
                self.wie(verzoek.gemeente, "toegangsmedewerker"), verzoek.pk, reden, grond=ZonderToestemming.MAATREGEL
            )

    def start(self, toewijzing: Toewijzing, datum: date, op: date) -> Bericht:
        """Let the provider report the start on a day."""
        with klok.op(moment(op, 15)):
            return toegang.meld_start(self._aanbieder(toewijzing), toewijzing.pk, datum)

    def stop(self, toewijzing: Toewijzing, datum: date, reden: str, op: date) -> Bericht:
        """Let the provider report the end on a day."""
        with klok.op(moment(op, 15)):
            return toegang.meld_stop(self._aanbieder(toewijzing), toewijzing.pk, datum, reden)

    def _aanbieder(self, toewijzing: Toewijzing) -> Wie:
        rol = "gi-medewerker" if toewijzing.aanbieder.soort == "gi" else "aanbieder"
        return self.wie(toewijzing.aanbieder, rol)


UITGELEGD = "Welke hulp dit is, waarom, hoelang het duurt, wat anders kan, en dat ja altijd weer nee kan worden."
VERWIJZER = {
    "01": "", "02": "Huisartsenpraktijk De Wierde", "03": "Jeugdgezondheidszorg", "04": "GI De Haven",
    "05": "Kinderarts", "06": "", "08": "Rechtbank",
}  # fmt: skip
