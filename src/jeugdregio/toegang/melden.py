"""What a provider without software reports on the screens. It travels the same road as a message of its own."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db import transaction

from ijw import Bericht as IjwBericht
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.messages import VERWIJDEREN, startbericht, stopbericht
from jeugdregio.toegang.models import Levering, Toewijzing
from jeugdregio.toegang.permissions import eis_aanbieder, zichtbare_toewijzingen


def meld_start(wie: Wie, toewijzing_id: UUID, datum: date) -> Bericht:
    """Report that help began on `datum` (JW305). Raises Geweigerd with what the municipality's check found."""
    toewijzing = _toewijzing(wie, toewijzing_id)
    if datum > vandaag():
        raise Geweigerd("De hulp is nog niet begonnen.", velden={"datum": "Kies vandaag of een eerdere dag."})
    return _verstuur(
        wie, toewijzing, "start.gemeld",
        lambda nummer: startbericht(toewijzing, datum, identificatie=nummer, dagtekening=vandaag()),
    )  # fmt: skip


def meld_stop(wie: Wie, toewijzing_id: UUID, datum: date, reden: str) -> Bericht:
    """Report that the running help ended on `datum` (JW307), with a reason of JZ588."""
    toewijzing = _toewijzing(wie, toewijzing_id)
    levering = _levering(toewijzing)
    if not levering.begindatum <= datum <= vandaag():
        raise Geweigerd(
            "De einddatum klopt niet.", velden={"datum": "Kies een dag tussen de start van de hulp en vandaag."}
        )
    return _verstuur(
        wie, toewijzing, "stop.gemeld",
        lambda nummer: stopbericht(levering, datum, reden, identificatie=nummer, dagtekening=vandaag()),
    )  # fmt: skip


def verwijder_start(wie: Wie, toewijzing_id: UUID) -> Bericht:
    """Withdraw the reported start of the running delivery (JW305 with status 3)."""
    toewijzing = _toewijzing(wie, toewijzing_id)
    begin = _levering(toewijzing).begindatum
    return _verstuur(
        wie, toewijzing, "start.verwijderd",
        lambda nummer: startbericht(
            toewijzing, begin, status=VERWIJDEREN, identificatie=nummer, dagtekening=vandaag()
        ),
    )  # fmt: skip


def _verstuur(wie: Wie, toewijzing: Toewijzing, handeling: str, maak: Callable[[str], IjwBericht]) -> Bericht:
    with transaction.atomic():
        bericht = maak(postbus.volgende_identificatie(toewijzing.aanbieder))
        ontvangen = postbus.ontvang(postbus.schrijf(bericht), kanaal="scherm", aangeboden_door=wie.organisatie)
        leg_vast(
            wie,
            handeling,
            kind_id=toewijzing.kind_id,
            soort="toewijzing",
            onderwerp_id=toewijzing.pk,
            gegevens={"bericht": str(ontvangen.pk)},
        )
    verwerkt = postbus.verwerk(ontvangen.pk)
    if verwerkt.aantal_bevindingen:
        meldingen = " ".join(b.melding for b in postbus.bevindingen_van(verwerkt))
        raise Geweigerd(f"De gemeente kan deze melding niet verwerken. {meldingen}")
    return verwerkt


def _toewijzing(wie: Wie, toewijzing_id: UUID) -> Toewijzing:
    eis_aanbieder(wie)
    gevonden = (
        zichtbare_toewijzingen(wie).filter(pk=toewijzing_id).select_related("kind", "gemeente", "aanbieder").first()
    )
    if gevonden is None:
        raise NietGevonden("Deze toewijzing is er niet.")
    return gevonden


def _levering(toewijzing: Toewijzing) -> Levering:
    """The running delivery; one that stopped for a while may still be ended for good."""
    levering = toewijzing.leveringen.filter(verwijderd_op__isnull=True).order_by("-begindatum").first()
    if levering is None:
        raise Geweigerd("De start van deze hulp is nog niet gemeld. Meld eerst de start.")
    return levering
