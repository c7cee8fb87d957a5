"""What lies on the message desk of Lelystad today: failed for good, not fetched, late, refused, and one that waits."""

from datetime import timedelta

from django.db.models import F

import ijw
from ijw import Bevinding
from ijw.retour import maak_retour
from jeugdregio.basis import klok
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.trajecten import werkdagen_terug
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.bewaken import bewaak
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.termijnen import uiterlijk
from jeugdregio.postbus.vastgelopen import MAX_POGINGEN, meld_vastgelopen

LELYSTAD, DE_BRUG = "0995", "42420001"
Staat = Bericht.Staat


def laad_berichtenbureau(register: Register) -> None:
    """Leave messages in every state that asks for somebody. After the stories: it takes messages that they made."""
    lelystad, de_brug = register.op_code[LELYSTAD], register.op_code[DE_BRUG]
    toewijzingen = list(
        Bericht.objects.filter(afzender=lelystad, soort="JW301", staat=Staat.BEANTWOORD)
        .exclude(ontvanger=de_brug)
        .order_by("-ontvangen_op", "pk")[:4]
    )
    if len(toewijzingen) == 4:
        _mislukt(toewijzingen[0])
        _niet_opgehaald(toewijzingen[1])
        _te_laat(toewijzingen[2])
        _geweigerd(toewijzingen[3])
    _wacht(lelystad)
    _opgehaald()
    bewaak()


def _opgehaald() -> None:
    """What the stories of the past left ready was fetched at the time; the last days still wait."""
    lang_geleden = Bericht.objects.filter(
        staat=Staat.KLAAR, kanaal="api", antwoord_uiterlijk=None, ontvangen_op__lt=klok.nu() - timedelta(days=14)
    )
    lang_geleden.update(staat=Staat.BEZORGD, verwerkt_op=F("ontvangen_op"))


def _zet(bericht: Bericht, werkdagen: int, **velden: object) -> Bericht:
    """Take the answer away and put the message so many working days back."""
    bericht.antwoorden.filter(richting=Bericht.Richting.IN).update(antwoord_op=None)
    op = werkdagen_terug(klok.vandaag(), werkdagen)
    velden |= {"ontvangen_op": moment(op, 11), "beantwoord_op": None, "antwoord_uiterlijk": uiterlijk("JW301", op)}
    Bericht.objects.filter(pk=bericht.pk).update(**velden)
    bericht.refresh_from_db()
    return bericht


def _mislukt(bericht: Bericht) -> None:
    """The folder of the provider could not be written, five times."""
    fout = "PermissionError"
    meld_vastgelopen(_zet(bericht, 1, staat=Staat.MISLUKT, kanaal="map", pogingen=MAX_POGINGEN, laatste_fout=fout))


def _niet_opgehaald(bericht: Bericht) -> None:
    """The system of the provider does not come for its messages."""
    _zet(bericht, 6, staat=Staat.KLAAR, kanaal="api", verwerkt_op=None)


def _te_laat(bericht: Bericht) -> None:
    """The provider has it, and sends no return message."""
    _zet(bericht, 7, staat=Staat.BEZORGD, kanaal="map")


def _geweigerd(bericht: Bericht) -> None:
    """The provider refuses the assignment: one client is not theirs."""
    inhoud = ijw.lees(bytes(bericht.inhoud)).bericht
    if inhoud is None or bericht.ontvanger is None:
        return
    _zet(bericht, 2, staat=Staat.BEZORGD)
    bevinding = Bevinding(3, "TR332", "/Bericht/Client", "De cliënt is bij ons niet bekend.", "9332")
    retour = maak_retour(inhoud, [bevinding], identificatie="VRWEIGERT01", dagtekening=klok.vandaag())
    with klok.op(moment(werkdagen_terug(klok.vandaag(), 1), 15)):
        postbus.ontvang_en_verwerk(ijw.schrijf(retour), kanaal="map", aangeboden_door=bericht.ontvanger)


def _wacht(gemeente: Organisatie) -> None:
    """A file that came in while the database was busy: it is tried again by itself."""
    with klok.op(moment(klok.vandaag(), 8)):
        bericht = postbus.ontvang(b"Dit bestand is halverwege afgebroken.", kanaal="map", aangeboden_door=gemeente)
    straks = klok.nu() + timedelta(minutes=8)
    Bericht.objects.filter(pk=bericht.pk).update(pogingen=3, laatste_fout="OperationalError", volgende_poging_op=straks)
