"""Taking messages out of their envelope when they come in, and putting them in one when they leave."""

from uuid import UUID

from ijw.bevinding import Bevinding
from ijw.envelop import Envelop as StufEnvelop
from ijw.envelop import Systeem, is_envelop, pak_in, pak_uit
from jeugdregio.basis.klok import AMSTERDAM, nu
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.vervoer.models import Envelop

APPLICATIE = "Jeugdregio"
KNOOPPUNT = "GGk"  # the receiving application when we do not know that of the receiver


def uitgepakt(inhoud: bytes, max_bytes: int) -> StufEnvelop | None:
    """The envelope when `inhoud` is a right one; None for a bare message and for a wrong envelope.

    A wrong envelope is stored as it came; level 1 then says what is wrong with it.
    """
    if not is_envelop(inhoud):
        return None
    envelop = pak_uit(inhoud, max_bytes=max_bytes)
    return None if isinstance(envelop, Bevinding) else envelop


def bewaar_envelop(bericht: Bericht, envelop: StufEnvelop) -> None:
    """Keep what stood on the envelope of a message that came in."""
    Envelop.objects.create(
        bericht=bericht, berichtcode=envelop.berichtcode, referentienummer=UUID(envelop.referentienummer),
        kruisreferentie=UUID(envelop.kruisreferentie) if envelop.kruisreferentie else None,
        zender=envelop.zender.organisatie, zender_applicatie=envelop.zender.applicatie[:50],
        tijdstip=f"{envelop.tijdstip:%Y%m%d%H%M%S}",
    )  # fmt: skip


def als_gevraagd(antwoord: Bericht) -> bytes:
    """An answer as its asker wants it: in an envelope when the question came in one, else bare."""
    vraag = _envelop_van_vraag(antwoord)
    return bytes(antwoord.inhoud) if vraag is None else in_envelop(antwoord)


def in_envelop(bericht: Bericht) -> bytes:
    """An outgoing message in an envelope. Its reference is the key of the message, so again gives the same reference.

    Raises ValueError when it is larger than a hub takes.
    """
    vraag = _envelop_van_vraag(bericht)
    return pak_in(
        bytes(bericht.inhoud),
        functie=bericht.soort,
        zender=Systeem(bericht.afzender_code, APPLICATIE),
        ontvanger=Systeem(bericht.ontvanger_code, vraag.zender_applicatie if vraag else KNOOPPUNT),
        referentienummer=str(bericht.pk),
        tijdstip=nu().astimezone(AMSTERDAM),
        kruisreferentie=str(vraag.referentienummer) if vraag else None,
    )


def _envelop_van_vraag(antwoord: Bericht) -> Envelop | None:
    if antwoord.antwoord_op_id is None:
        return None
    return Envelop.objects.filter(bericht=antwoord.antwoord_op_id).first()
