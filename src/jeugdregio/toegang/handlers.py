"""What happens when a message for this room comes in. Runs inside the one transaction of `postbus.verwerk`."""

from ijw import Bericht as IjwBericht
from ijw.berichten import jw315
from ijw.overstijgend import controleer
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import AMSTERDAM, vandaag
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling, registreer
from jeugdregio.toegang.afwijking import afwijkingen
from jeugdregio.toegang.beurten import open_beurt_verzoek
from jeugdregio.toegang.dossier import dossier_verzoek
from jeugdregio.toegang.haken import verzoek_ontvangen
from jeugdregio.toegang.handlers_levering import verwerk_start, verwerk_stop
from jeugdregio.toegang.handlers_retour import verwerk_retour
from jeugdregio.toegang.kinderen import nieuw_kind
from jeugdregio.toegang.messages import regel_uit
from jeugdregio.toegang.models import Kind, Verzoek
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.partijen import kind_van, partijen
from recht import keten


def registreer_handlers() -> None:
    """Tell the postbus which messages this room handles."""
    registreer("JW315", verwerk_verzoek)
    registreer("JW305", verwerk_start)
    registreer("JW307", verwerk_stop)
    registreer("JW302", verwerk_retour)
    registreer("JW320", verwerk_retour)


def verwerk_verzoek(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Take a request for assignment (JW315): it becomes a Verzoek, with the turn to answer it.

    A finding anywhere refuses the whole message (IV032), so that both sides hold the same: nothing.
    """
    if not isinstance(inhoud, jw315.Bericht):
        raise TypeError(type(inhoud).__name__)
    aanbieder, gemeente = partijen(opgeslagen)
    client = inhoud.client
    kind = kind_van(gemeente, client.bsn)
    referenties = [product.referentie_aanbieder for product in client.aangevraagde_producten]
    dossier = dossier_verzoek(gemeente, aanbieder, kind, client.bsn, referenties)
    bevindingen = controleer(inhoud, dossier, vandaag=vandaag())
    if not bevindingen:
        _maak_verzoek(opgeslagen, kind or nieuw_kind(gemeente, client), client)
    return Afhandeling(bevindingen)


def _maak_verzoek(opgeslagen: Bericht, kind: Kind, client: jw315.Client) -> None:
    aanbieder, gemeente = partijen(opgeslagen)
    ontvangen = opgeslagen.ontvangen_op.astimezone(AMSTERDAM).date()
    termijn = keten.antwoord(ontvangen)
    bekend = {"1": True, "2": False}.get(client.gezagsdrager_bekend or "")
    verzoek = Verzoek.objects.create(
        kenmerk=kenmerk("V"), kind=kind, gemeente=gemeente, aanbieder=aanbieder, bericht=opgeslagen,
        ontvangen_op=ontvangen, antwoord_uiterlijk=termijn.datum or ontvangen, gezagsdrager_bekend=bekend,
        commentaar=client.commentaar or "", afwijkend=afwijkingen(kind, client),
    )  # fmt: skip
    for product in client.aangevraagde_producten:
        regel = regel_uit(product)
        regel.verzoek = verzoek
        regel.save()
    leg_vast(
        systeem(gemeente), "verzoek.ontvangen", kind_id=kind.pk, soort="verzoek", onderwerp_id=verzoek.pk,
        gegevens={"bericht": str(opgeslagen.pk)},
    )  # fmt: skip
    open_beurt_verzoek(verzoek, termijn)
    verzoek_ontvangen(verzoek)
