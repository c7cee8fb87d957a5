"""Return messages of a municipality on what a provider here sent (JW306, JW308, JW316, JW318).

The provider booked its message when it left. What the municipality did not take in counts as never sent, so its
booking is taken back and becomes a turn to mend it.
"""

from django.conf import settings

from ijw import Bericht as IjwBericht
from ijw import Bevinding, lees
from ijw.berichten import jw305, jw306, jw307, jw308, jw315, jw316, jw317, jw318
from ijw.codelijsten import omschrijving
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling
from jeugdregio.toegang.aanbiederkant import terugnemen
from jeugdregio.toegang.aanbiederkant.geweigerd import codes_van, geheel_geweigerd, geweigerde_delen
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.partijen import kind_van, partijen
from jeugdregio.toegang.permissions import rol_van_aanbieder


def verwerk_retour_gemeente(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Close the loop of an own message; what was refused is taken back and becomes a turn of the provider."""
    heen = opgeslagen.antwoord_op
    if heen is None:
        melding = "Dit retourbericht hoort bij geen bericht dat hier is verstuurd. Controleer de identificatie."
        return Afhandeling((Bevinding(3, "OP090", "/Bericht/Header", melding),))
    codes = codes_van(inhoud)
    if not codes:
        return Afhandeling()
    _neem_terug(inhoud, heen)
    open_herstelbeurt(opgeslagen, heen, codes)
    return Afhandeling([Bevinding(3, "RETOUR", "/Bericht", omschrijving("WJ001", code), code) for code in codes])


def open_herstelbeurt(opgeslagen: Bericht, heen: Bericht, codes: list[str]) -> None:
    """Open the turn of the provider to mend a message that the municipality refused, in whole or in part."""
    gemeente, aanbieder = partijen(opgeslagen)
    waarom = " ".join(f"{omschrijving('WJ001', code)} ({code})" for code in codes)
    open_beurt(
        sleutel=f"bericht:{heen.pk}:herstellen", soort="bericht_herstellen", titel="Afgekeurd bericht herstellen",
        tekst=f"{gemeente.naam} keurt {heen.soort} af. {waarom}", organisatie=aanbieder,
        rol=rol_van_aanbieder(aanbieder), begon_op=vandaag(), uiterlijk=None, grondslag="iJw 3.2 OP047",
        handeling="Bekijk het bericht",
        pad=f"/berichten/{heen.pk}/", escalatie="Berichtenbeheerder gemeente",
    )  # fmt: skip
    leg_vast(
        systeem(aanbieder), "bericht.afgekeurd_door_gemeente", soort="bericht", onderwerp_id=heen.pk,
        gegevens={"codes": codes},
    )  # fmt: skip


def _neem_terug(retour: IjwBericht, heen: Bericht) -> None:
    verstuurd = lees(bytes(heen.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht
    alles = geheel_geweigerd(retour.header)
    match verstuurd, retour:
        case jw315.Bericht(), jw316.Bericht():
            terug = retour.client.aangevraagde_producten if retour.client else ()
            verzoeken = geweigerde_delen(verstuurd.client.aangevraagde_producten, terug, alles=alles)
            terugnemen.neem_verzoek_terug(heen, [product.referentie_aanbieder for product in verzoeken])
        case jw317.Bericht(), jw318.Bericht():  # one coherent wish: refused in part is refused (IV093)
            terugnemen.neem_verzoek_terug(heen, [verstuurd.client.verzoek.referentie_aanbieder])
        case jw305.Bericht(), jw306.Bericht():
            gestart = retour.client.start_producten if retour.client else ()
            starts = geweigerde_delen(verstuurd.client.start_producten, gestart, alles=alles)
            terugnemen.neem_starts_terug(heen, _kind(heen, verstuurd.client.bsn), starts)
        case jw307.Bericht(), jw308.Bericht():
            gestopt = retour.client.stop_producten if retour.client else ()
            stops = geweigerde_delen(verstuurd.client.stop_producten, gestopt, alles=alles)
            terugnemen.neem_stops_terug(heen, _kind(heen, verstuurd.client.bsn), stops)


def _kind(heen: Bericht, bsn: str) -> Kind | None:
    return kind_van(heen.ontvanger, bsn) if heen.ontvanger is not None else None
