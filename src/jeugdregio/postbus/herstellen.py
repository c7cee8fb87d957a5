"""What people do with messages: offer one by hand, and try one again that got stuck."""

import threading
from contextlib import suppress
from uuid import UUID

from django.db import connection, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.bezorgen import bezorg_bericht
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.ontvangen import ontvang
from jeugdregio.postbus.permissions import eis_berichtenbeheer, zichtbare_berichten
from jeugdregio.postbus.verwerken import verwerk

Staat = Bericht.Staat
PORTAAL = "portaal"
_VAST = frozenset({Staat.ONTVANGEN, Staat.KLAAR, Staat.MISLUKT})
_NIET_VAN_JOU = "Alleen de afzender kan dit bericht opnieuw bezorgen."


def upload(wie: Wie, inhoud: bytes) -> Bericht:
    """Take in a message that somebody offers by hand, and handle it. Return it with its state and findings."""
    eis_berichtenbeheer(wie)
    with transaction.atomic():
        bericht = ontvang(inhoud, kanaal="upload", aangeboden_door=wie.organisatie)
        leg_vast(wie, "bericht.aangeboden", soort="bericht", onderwerp_id=bericht.pk)
    return verwerk(bericht.pk)


def upload_groot(wie: Wie, inhoud: bytes) -> Bericht:
    """Take in a large message and handle it beside the request, so that nobody stares at a page that does not come.

    It is stored first; when this process stops, the round of work handles it.
    """
    eis_berichtenbeheer(wie)
    with transaction.atomic():
        bericht = ontvang(inhoud, kanaal="upload", aangeboden_door=wie.organisatie)
        leg_vast(wie, "bericht.aangeboden", soort="bericht", onderwerp_id=bericht.pk)
    op_de_achtergrond(bericht.pk)
    return bericht


def op_de_achtergrond(bericht_id: UUID) -> None:
    """Handle a stored message in a thread with its own connection. A fault is kept with the message by `verwerk`."""
    threading.Thread(target=_verwerk_los, args=(bericht_id,), name="postbus-groot", daemon=True).start()


def _verwerk_los(bericht_id: UUID) -> None:
    try:
        with suppress(Exception):  # noted with the message, which is tried again
            verwerk(bericht_id)
    finally:
        connection.close()


def kan_opnieuw(wie: Wie, bericht: Bericht) -> bool:
    """Tell whether this person may handle or deliver the message again because it got stuck."""
    if bericht.richting == Bericht.Richting.UIT and bericht.afzender_id != wie.organisatie.pk:
        return False
    return bericht.staat in _VAST


def kan_opnieuw_versturen(wie: Wie, bericht: Bericht) -> bool:
    """Tell whether this person may deliver once more what the receiver says not to have."""
    # Who works on our screens always has it.
    van_ons = bericht.richting == Bericht.Richting.UIT and bericht.afzender_id == wie.organisatie.pk
    return van_ons and bericht.staat == Staat.BEZORGD and bericht.kanaal != PORTAAL


def probeer_opnieuw(wie: Wie, bericht_id: UUID) -> Bericht:
    """Handle or deliver a message again that got stuck. Raises Geweigerd for a message that is done."""
    bericht = _van(wie, bericht_id)
    if not kan_opnieuw(wie, bericht):
        raise Geweigerd(_NIET_VAN_JOU if bericht.staat in _VAST else "Dit bericht is al afgehandeld.")
    leg_vast(wie, "bericht.opnieuw_geprobeerd", soort="bericht", onderwerp_id=bericht.pk)
    if bericht.richting == Bericht.Richting.IN:
        return verwerk(bericht.pk)
    Bericht.objects.filter(pk=bericht.pk, staat=Staat.MISLUKT).update(staat=Staat.KLAAR, pogingen=0)
    return _bezorg_nu(bericht)


def verstuur_opnieuw(wie: Wie, bericht_id: UUID) -> Bericht:
    """Deliver a message once more under its own identification: who has it already changes nothing (TR056).

    Raises Geweigerd for a message that is not delivered yet, or is answered.
    """
    bericht = _van(wie, bericht_id)
    if not kan_opnieuw_versturen(wie, bericht):
        raise Geweigerd("Nog eens versturen kan alleen met een bezorgd bericht van jouw organisatie zonder antwoord.")
    with transaction.atomic():
        opnieuw = Bericht.objects.filter(pk=bericht.pk, staat=Staat.BEZORGD).update(
            staat=Staat.KLAAR, pogingen=0, volgende_poging_op=None, laatste_fout=""
        )
        if not opnieuw:
            raise Geweigerd("Dit bericht is net beantwoord of door een collega verstuurd.")
        leg_vast(wie, "bericht.opnieuw_verstuurd", soort="bericht", onderwerp_id=bericht.pk)
    return _bezorg_nu(bericht)


def _van(wie: Wie, bericht_id: UUID) -> Bericht:
    eis_berichtenbeheer(wie)
    bericht = zichtbare_berichten(wie).filter(pk=bericht_id).first()
    if bericht is None:
        raise NietGevonden("Dit bericht is er niet.")
    return bericht


def _bezorg_nu(bericht: Bericht) -> Bericht:
    bezorg_bericht(bericht.pk)
    bericht.refresh_from_db()
    return bericht
