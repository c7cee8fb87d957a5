"""The answer to an own request (JW319): residence is being looked into, or it is refused."""

from ijw import Bericht as IjwBericht
from ijw.berichten import jw319
from ijw.codelijsten import omschrijving
from ijw.overstijgend import controleer
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import verzet
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling
from jeugdregio.toegang.aanbiederkant.dossier import dossier_antwoord
from jeugdregio.toegang.besluit import beurt_beantwoorden, sluit_beurt_als_klaar
from jeugdregio.toegang.messages import IN_ONDERZOEK
from jeugdregio.toegang.models import VerzoekRegel
from jeugdregio.toegang.partijen import partijen
from recht import keten


def verwerk_antwoord(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Book the answer on the line of the request it names, and move or close the turn of the municipality."""
    if not isinstance(inhoud, jw319.Bericht):
        raise TypeError(type(inhoud).__name__)
    gemeente, aanbieder = partijen(opgeslagen)
    antwoord = inhoud.antwoord
    dossier = dossier_antwoord(gemeente, aanbieder, antwoord.referentie_aanbieder)
    bevindingen = controleer(inhoud, dossier, vandaag=vandaag())
    if bevindingen:
        return Afhandeling(bevindingen)
    regel = VerzoekRegel.objects.select_related("verzoek").filter(
        verzoek__aanbieder=aanbieder, verzoek__gemeente=gemeente, referentie_aanbieder=antwoord.referentie_aanbieder
    )[0]
    if antwoord.verzoek_antwoord == IN_ONDERZOEK:
        _in_onderzoek(regel)
    else:
        _afgewezen(regel, antwoord)
    leg_vast(
        systeem(aanbieder), f"verzoek.{regel.staat}", kind_id=regel.verzoek.kind_id, soort="verzoek",
        onderwerp_id=regel.verzoek_id, gegevens={"bericht": str(opgeslagen.pk), "reden": regel.reden_afwijzing},
    )  # fmt: skip
    return Afhandeling()


def _in_onderzoek(regel: VerzoekRegel) -> None:
    verzoek = regel.verzoek
    termijn = keten.onderzoek(verzoek.ontvangen_op)
    regel.staat = VerzoekRegel.Staat.ONDERZOEK
    regel.save(update_fields=["staat"])
    verzoek.antwoord_uiterlijk = termijn.datum or verzoek.antwoord_uiterlijk
    verzoek.save(update_fields=["antwoord_uiterlijk"])
    verzet(beurt_beantwoorden(verzoek.pk), termijn.datum, [stap.tekst for stap in termijn.stappen])


def _afgewezen(regel: VerzoekRegel, antwoord: jw319.Antwoord) -> None:
    """The standard carries the code of the reason only; the motive itself comes in the letter."""
    elders = antwoord.woonplaatsbeginsel
    reden = antwoord.reden_afwijzing_verzoek or ""
    regel.staat, regel.besloten_op, regel.reden_afwijzing = VerzoekRegel.Staat.AFGEWEZEN, nu(), reden
    regel.motivering = omschrijving("WJ759", reden) if reden else ""
    if elders is not None:
        regel.motivering += f" Verantwoordelijk is gemeente {elders.gemeente}."
    regel.save(update_fields=["staat", "besloten_op", "reden_afwijzing", "motivering"])
    sluit_beurt_als_klaar(regel.verzoek)
