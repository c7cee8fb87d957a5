"""What people do with messages: offer one by hand, and try one again that got stuck."""

from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.bezorgen import bezorg_bericht
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.ontvangen import ontvang
from jeugdregio.postbus.permissions import eis_berichtenbeheer, zichtbare_berichten
from jeugdregio.postbus.verwerken import verwerk

Staat = Bericht.Staat


def upload(wie: Wie, inhoud: bytes) -> Bericht:
    """Take in a message that somebody offers by hand, and handle it. Return it with its state and findings."""
    eis_berichtenbeheer(wie)
    with transaction.atomic():
        bericht = ontvang(inhoud, kanaal="upload", aangeboden_door=wie.organisatie)
        leg_vast(wie, "bericht.aangeboden", soort="bericht", onderwerp_id=bericht.pk)
    return verwerk(bericht.pk)


def probeer_opnieuw(wie: Wie, bericht_id: UUID) -> Bericht:
    """Handle or deliver a message again that got stuck. Raises Geweigerd for a message that is done."""
    eis_berichtenbeheer(wie)
    bericht = zichtbare_berichten(wie).filter(pk=bericht_id).first()
    if bericht is None:
        raise NietGevonden("Dit bericht is er niet.")
    if bericht.staat not in {Staat.ONTVANGEN, Staat.KLAAR, Staat.MISLUKT}:
        raise Geweigerd("Dit bericht is al afgehandeld.")
    leg_vast(wie, "bericht.opnieuw_geprobeerd", soort="bericht", onderwerp_id=bericht.pk)
    if bericht.richting == Bericht.Richting.IN:
        return verwerk(bericht.pk)
    Bericht.objects.filter(pk=bericht.pk, staat=Staat.MISLUKT).update(staat=Staat.KLAAR, pogingen=0)
    bezorg_bericht(bericht.pk)
    bericht.refresh_from_db()
    return bericht
