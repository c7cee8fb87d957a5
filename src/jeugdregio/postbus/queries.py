"""Reading messages: the list, one message with its findings and answer, and the counts above them."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from ijw import Bericht as IjwBericht
from ijw import lees
from jeugdregio.audit.actions import leg_inzage_vast, leg_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.berichtbeeld import BerichtBeeld, blad
from jeugdregio.postbus.betrokkenen import kinderen_van
from jeugdregio.postbus.bevindingen import bevindingen_van
from jeugdregio.postbus.herstelwegen import verwanten
from jeugdregio.postbus.leesbaar import Tekst, inhoud_van
from jeugdregio.postbus.lijst import TE_LAAT, Bladzij, Keuze, bladzij
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.permissions import zichtbare_berichten
from jeugdregio.postbus.xmlbeeld import xmlregels

__all__ = ["TE_LAAT", "BerichtBeeld", "Bladzij", "antwoord_van", "bericht", "berichten", "xml"]


def berichten(wie: Wie, *, ouder_dan: str = "", nieuwer_dan: str = "", **keuze: Any) -> Bladzij:
    """Return one page of messages, newest first; `keuze` holds the fields of `lijst.Keuze`.

    Rows carry no content; names of children are never in this list. A list of one child is a look at that child.
    """
    gekozen = Keuze(**keuze)
    gevonden = bladzij(wie, gekozen, ouder_dan=ouder_dan, nieuwer_dan=nieuwer_dan)
    if gekozen.kind_id:
        leg_inzage_vast(wie, [gekozen.kind_id], scherm="berichten_van_kind")
    return gevonden


def bericht(wie: Wie, bericht_id: UUID, *, tekstblad: str = "1", xmlblad: str = "1") -> BerichtBeeld:
    """Return one page of one message and log the look, at each known child on that page. Raises NietGevonden."""
    gevonden = (
        zichtbare_berichten(wie)
        .select_related("afzender", "ontvanger", "aangeboden_door", "antwoord_op", "herhaling_van")
        .defer("antwoord_op__inhoud", "antwoord_op__bevindingen", "herhaling_van__inhoud", "herhaling_van__bevindingen")
        .filter(pk=bericht_id)
        .first()
    )
    if gevonden is None:
        raise NietGevonden("Dit bericht is er niet.")
    inhoud, bevindingen, xml_ = inhoud_van(gevonden), bevindingen_van(gevonden), xmlregels(gevonden)
    tekst = Tekst(inhoud, bevindingen)
    beeld = BerichtBeeld(
        bericht=gevonden,
        inhoud=inhoud,
        bevindingen=bevindingen,
        tekst=tekst,
        xml=xml_,
        tekstblad=blad(tekst, tekstblad),
        xmlblad=blad(xml_, xmlblad),
        antwoorden=tuple(gevonden.antwoorden.defer("inhoud", "bevindingen")),
        antwoord_op=gevonden.antwoord_op,
        herhaling_van=gevonden.herhaling_van,
        verwant=_verwant(wie, gevonden),
    )
    _log_blik(wie, gevonden, beeld.getoond, "bericht")
    return beeld


def _verwant(wie: Wie, van: Bericht) -> tuple[tuple[str, Bericht], ...]:
    """The messages of the same road that this reader may see, each with how it belongs."""
    labels = verwanten(van)
    rijen = zichtbare_berichten(wie).filter(pk__in=labels).defer("inhoud", "bevindingen").order_by("ontvangen_op", "pk")
    return tuple((labels[rij.pk], rij) for rij in rijen)


def xml(wie: Wie, bericht_id: UUID) -> Bericht:
    """Return one message to be given away byte for byte, and log the look like `bericht`, however large it is."""
    gevonden = zichtbare_berichten(wie).filter(pk=bericht_id).first()
    if gevonden is None:
        raise NietGevonden("Dit bericht is er niet.")
    leg_blik_vast(wie, gevonden, "bericht_xml")
    return gevonden


def leg_blik_vast(wie: Wie, bericht: Bericht, scherm: str) -> None:
    """Log that the whole content of a message was given to somebody: one line at each known child in it."""
    inhoud = lees(bytes(bericht.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht
    _log_blik(wie, bericht, inhoud, scherm)


def _log_blik(wie: Wie, bericht: Bericht, inhoud: IjwBericht | None, scherm: str) -> None:
    kinderen = kinderen_van(inhoud, bericht) if inhoud else []
    if kinderen:
        leg_inzage_vast(wie, kinderen, scherm=scherm, soort="bericht", onderwerp_id=bericht.pk)
    else:
        leg_vast(wie, "bericht.bekeken", soort="bericht", onderwerp_id=bericht.pk)


def uitgaand_voor(wie: Wie) -> QuerySet[Bericht]:
    """Return the messages for this organisation that it can fetch, oldest first, without content."""
    return (
        zichtbare_berichten(wie)
        .filter(richting=Bericht.Richting.UIT, ontvanger=wie.organisatie)
        .order_by("ontvangen_op", "pk")
        .defer("inhoud", "bevindingen")
    )


def antwoord_van(bericht: Bericht) -> Bericht | None:
    """Return the stored answer to a message that came in: its own, or that of the message it repeats."""
    eigen = Bericht.objects.filter(antwoord_op=bericht, richting=Bericht.Richting.UIT).order_by("ontvangen_op").first()
    if eigen is not None or bericht.herhaling_van_id is None:
        return eigen
    return (
        Bericht.objects.filter(antwoord_op=bericht.herhaling_van_id, richting=Bericht.Richting.UIT)
        .order_by("ontvangen_op")
        .first()
    )


def staat_van(wie: Wie, bericht_id: UUID) -> Bericht:
    """Return a message without content, to see how far it is. Nothing of a child is shown, so nothing is logged."""
    gevonden = zichtbare_berichten(wie).filter(pk=bericht_id).defer("inhoud", "bevindingen").first()
    if gevonden is None:
        raise NietGevonden("Dit bericht is er niet.")
    return gevonden
