"""What a provider without software reports on the screens. It travels the same road as a message of its own."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db import transaction

from ijw import Bericht as IjwBericht
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.uitgangstoets import BerichtNietInOrde
from jeugdregio.toegang.messages import VERWIJDEREN, StopRegel, startbericht, stopbericht
from jeugdregio.toegang.models import Levering, Toewijzing
from jeugdregio.toegang.permissions import eis_aanbieder, zichtbare_toewijzingen
from jeugdregio.toegang.poort import eis_begin
from jeugdregio.toegang.vooraf import bevindingen_vooraf


def meld_start(wie: Wie, toewijzing_id: UUID, datum: date) -> Bericht:
    """Report that help began on `datum` (JW305). Raises Geweigerd with what the municipality's check found."""
    toewijzing = _toewijzing(wie, toewijzing_id)
    if datum > vandaag():
        raise Geweigerd("De hulp is nog niet begonnen.", velden={"datum": "Kies vandaag of een eerdere dag."})
    eis_begin(toewijzing)
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


def verwijder_stop(wie: Wie, toewijzing_id: UUID) -> Bericht:
    """Withdraw the last reported stop (JW307 with status 3); the help runs on, or stays stopped for a while."""
    toewijzing = _toewijzing(wie, toewijzing_id)
    levering, stop = _gestopt(toewijzing)
    return _verstuur(
        wie, toewijzing, "stop.verwijderd",
        lambda nummer: stopbericht(
            levering, stop.einddatum, stop.reden, status=VERWIJDEREN, identificatie=nummer, dagtekening=vandaag()
        ),
    )  # fmt: skip


def corrigeer_start(wie: Wie, toewijzing_id: UUID, datum: date) -> Bericht:
    """Report another first day: the old start is removed and the new one reported in one message (IV008)."""
    toewijzing = _toewijzing(wie, toewijzing_id)
    levering = _levering(toewijzing)
    _nog_niet_gestopt(levering)
    if datum > vandaag():
        raise Geweigerd("De hulp is nog niet begonnen.", velden={"datum": "Kies vandaag of een eerdere dag."})
    if datum == levering.begindatum:
        raise Geweigerd("Die dag is al gemeld.", velden={"datum": "Kies de dag waarop de hulp wel begon."})
    return _verstuur(
        wie, toewijzing, "start.gecorrigeerd",
        lambda nummer: startbericht(
            toewijzing, datum, verwijder=levering.begindatum, identificatie=nummer, dagtekening=vandaag()
        ),
    )  # fmt: skip


def corrigeer_stop(wie: Wie, toewijzing_id: UUID, datum: date, reden: str) -> Bericht:
    """Report another last day or reason: the old stop is removed and the new one reported in one message (IV008)."""
    toewijzing = _toewijzing(wie, toewijzing_id)
    levering, stop = _gestopt(toewijzing)
    if not levering.begindatum <= datum <= vandaag():
        raise Geweigerd(
            "De einddatum klopt niet.", velden={"datum": "Kies een dag tussen de start van de hulp en vandaag."}
        )
    if (datum, reden) == (stop.einddatum, stop.reden):
        raise Geweigerd("Dit is al zo gemeld.", velden={"datum": "Verander de dag of de reden."})
    return _verstuur(
        wie, toewijzing, "stop.gecorrigeerd",
        lambda nummer: stopbericht(
            levering, datum, reden, verwijder=stop, identificatie=nummer, dagtekening=vandaag()
        ),
    )  # fmt: skip


def nieuw_nummer(aanbieder: Organisatie) -> str:
    """Return an identification for a message of this provider, never given out twice."""
    with transaction.atomic():  # the lock on the numbers lasts as long as a transaction
        return postbus.volgende_identificatie(aanbieder)


def verstuur_als_aanbieder(
    wie: Wie, bericht: IjwBericht, aanbieder: Organisatie, gemeente: Organisatie, handeling: str, **log: object
) -> Bericht:
    """Send a message of a provider that works on our screens, and have it handled. Returns it with its final state.

    Raises BerichtNietInOrde with the findings when its municipality would refuse it; then nothing is sent.
    """
    bevindingen = bevindingen_vooraf(bericht, aanbieder, gemeente)
    if bevindingen:
        raise BerichtNietInOrde(bericht.SOORT, bevindingen)
    with transaction.atomic():
        ontvangen = postbus.ontvang(postbus.schrijf(bericht), kanaal="scherm", aangeboden_door=wie.organisatie)
        leg_vast(wie, handeling, gegevens={"bericht": str(ontvangen.pk)}, **log)  # type: ignore[arg-type]
    verwerkt = postbus.verwerk(ontvangen.pk)
    if verwerkt.aantal_bevindingen:
        raise BerichtNietInOrde(bericht.SOORT, postbus.bevindingen_van(verwerkt))
    return verwerkt


def _gestopt(toewijzing: Toewijzing) -> tuple[Levering, StopRegel]:
    levering = _levering(toewijzing)
    if levering.einddatum is None:
        raise Geweigerd("De stop van deze hulp is nog niet gemeld.")
    return levering, StopRegel(levering.einddatum, levering.reden_beeindiging)


def _nog_niet_gestopt(levering: Levering) -> None:
    if levering.einddatum is not None or levering.tijdelijk_gestopt_op is not None:
        raise Geweigerd("Op deze start is al een stop gemeld. Trek eerst de stop in.", grondslag="iJw TR071")


def _verstuur(wie: Wie, toewijzing: Toewijzing, handeling: str, maak: Callable[[str], IjwBericht]) -> Bericht:
    bericht = maak(nieuw_nummer(toewijzing.aanbieder))
    try:
        return verstuur_als_aanbieder(
            wie, bericht, toewijzing.aanbieder, toewijzing.gemeente, handeling,
            kind_id=toewijzing.kind_id, soort="toewijzing", onderwerp_id=toewijzing.pk,
        )  # fmt: skip
    except BerichtNietInOrde as fout:
        meldingen = " ".join(b.melding for b in fout.bevindingen)
        raise Geweigerd(f"De gemeente kan deze melding niet verwerken. {meldingen}", grondslag=fout.grondslag) from fout


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
