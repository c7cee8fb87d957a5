"""Return messages of a municipality on what a provider here sent (JW306, JW308, JW316, JW318).

The provider booked its message when it left. A finding anywhere refuses all of it (IV032), so then it counts as never
sent: its booking is taken back and becomes a turn to mend it.
"""

from django.conf import settings

from ijw import Bericht as IjwBericht
from ijw import Bevinding, lees
from ijw.berichten import jw305, jw307, jw315, jw317
from ijw.codelijsten import omschrijving
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.hersteld import sleutel_herstellen
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling
from jeugdregio.postbus.retouren import bevindingen_op_retour
from jeugdregio.toegang.aanbiederkant import terugnemen
from jeugdregio.toegang.aanbiederkant.geweigerd import codes_van
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.partijen import kind_van, partijen
from jeugdregio.toegang.permissions import rol_van_aanbieder


def verwerk_retour_gemeente(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Close the loop of an own message; what was refused is taken back and becomes a turn of the provider."""
    heen = opgeslagen.antwoord_op
    if heen is None:
        melding = "Dit retourbericht hoort bij geen bericht dat hier is verstuurd. Controleer de identificatie."
        return Afhandeling((Bevinding(3, "OP090", "/Bericht/Header", melding),))
    fouten, codes = bevindingen_op_retour(inhoud, heen), codes_van(inhoud)
    if codes:
        _neem_terug(heen)
    if codes or fouten:
        open_herstelbeurt(opgeslagen, heen, codes)
    geweigerd = [Bevinding(3, "RETOUR", "/Bericht", omschrijving("WJ001", code), code) for code in codes]
    return Afhandeling([*fouten, *geweigerd])


def open_herstelbeurt(opgeslagen: Bericht, heen: Bericht, codes: list[str]) -> None:
    """Open the turn of the provider to mend a message that the municipality refused, in whole or in part."""
    gemeente, aanbieder = partijen(opgeslagen)
    waarom = " ".join(f"{omschrijving('WJ001', code)} ({code})" for code in codes)
    wat = f"{gemeente.naam} keurt {heen.soort} af. {waarom}"
    if not codes:
        wat = f"Het antwoord van {gemeente.naam} past niet bij {heen.soort}. Bel het contactpunt berichtenverkeer."
    open_beurt(
        sleutel=sleutel_herstellen(heen.pk), soort="bericht_herstellen", titel="Afgekeurd bericht herstellen",
        tekst=wat, organisatie=aanbieder,
        rol=rol_van_aanbieder(aanbieder), begon_op=vandaag(), uiterlijk=None, grondslag="iJw 3.2 OP047",
        handeling="Bekijk het bericht",
        pad=f"/berichten/{heen.pk}/", escalatie="Berichtenbeheerder gemeente",
    )  # fmt: skip
    leg_vast(
        systeem(aanbieder), "bericht.afgekeurd_door_gemeente", soort="bericht", onderwerp_id=heen.pk,
        gegevens={"codes": codes},
    )  # fmt: skip


def _neem_terug(heen: Bericht) -> None:
    verstuurd = lees(bytes(heen.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht
    match verstuurd:
        case jw315.Bericht() | jw317.Bericht():
            terugnemen.neem_verzoek_terug(heen)
        case jw305.Bericht(client=gestart):
            terugnemen.neem_starts_terug(heen, _kind(heen, gestart.bsn), gestart.start_producten)
        case jw307.Bericht(client=gestopt):
            terugnemen.neem_stops_terug(heen, _kind(heen, gestopt.bsn), gestopt.stop_producten)


def _kind(heen: Bericht, bsn: str) -> Kind | None:
    return kind_van(heen.ontvanger, bsn) if heen.ontvanger is not None else None
