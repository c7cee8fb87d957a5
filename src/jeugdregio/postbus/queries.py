"""Reading messages: the list, one message with its findings and answer, and the counts above them."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from ijw import Bericht as IjwBericht
from ijw import Bevinding, lees
from jeugdregio.audit.actions import leg_inzage_vast, leg_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.betrokkenen import kinderen_van
from jeugdregio.postbus.bevindingen import bevindingen_van
from jeugdregio.postbus.leesbaar import inhoud_van
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.permissions import zichtbare_berichten

PER_PAGINA = 25
Staat = Bericht.Staat
TE_LAAT = "te_laat"  # a filter beside the states: the return message should have been there
_ZONDER_ANTWOORD = (Staat.KLAAR, Staat.BEZORGD, Staat.MISLUKT)


@dataclass(frozen=True)
class BerichtBeeld:
    """One message with its findings, the messages that answer it, and the message it answers or repeats.

    `inhoud` is the parsed message; None when it cannot be read or is too large to show.
    """

    bericht: Bericht
    inhoud: IjwBericht | None
    bevindingen: tuple[Bevinding, ...]
    antwoorden: tuple[Bericht, ...]
    antwoord_op: Bericht | None
    herhaling_van: Bericht | None


def berichten(
    wie: Wie, *, richting: str = "", staat: str = "", soort: str = "", zoek: str = "", pagina: int = 1
) -> Page[Bericht]:
    """Return one page of messages, newest first. `zoek` is an identification or a code or name of the other side.

    Rows carry no content; names of children are never in this list.
    """
    gevonden = _lijst(wie)
    if richting in Bericht.Richting.values:
        gevonden = gevonden.filter(richting=richting)
    if staat == TE_LAAT:
        gevonden = gevonden.filter(_te_laat())
    elif staat in Staat.values:
        gevonden = gevonden.filter(staat=staat)
    if soort:
        gevonden = gevonden.filter(soort=soort)
    for woord in zoek.split():
        gevonden = gevonden.filter(
            Q(identificatie__icontains=woord) | Q(afzender_code=woord) | Q(ontvanger_code=woord)
            | Q(afzender__naam__icontains=woord) | Q(ontvanger__naam__icontains=woord)
        )  # fmt: skip
    return _bladzij(gevonden, pagina)


def _bladzij(gevonden: QuerySet[Bericht], nummer: int) -> Page[Bericht]:
    """Sort the keys alone and fetch one page of rows by them: whole messages are too wide to sort thousands of."""
    sleutels = Paginator(gevonden.order_by("-ontvangen_op", "-pk").values_list("pk", flat=True), PER_PAGINA).get_page(
        nummer
    )
    gekozen = list(sleutels.object_list)
    rijen = {bericht.pk: bericht for bericht in gevonden.filter(pk__in=gekozen)}
    return Page([rijen[sleutel] for sleutel in gekozen], sleutels.number, sleutels.paginator)  # type: ignore[arg-type]


def bericht(wie: Wie, bericht_id: UUID) -> BerichtBeeld:
    """Return one message and log the look, at each known child it is about. Raises NietGevonden."""
    gevonden = (
        zichtbare_berichten(wie)
        .select_related("afzender", "ontvanger", "aangeboden_door", "antwoord_op", "herhaling_van")
        .filter(pk=bericht_id)
        .first()
    )
    if gevonden is None:
        raise NietGevonden("Dit bericht is er niet.")
    inhoud = inhoud_van(gevonden)
    _log_blik(wie, gevonden, inhoud, "bericht")
    return BerichtBeeld(
        bericht=gevonden,
        inhoud=inhoud,
        bevindingen=bevindingen_van(gevonden),
        antwoorden=tuple(gevonden.antwoorden.defer("inhoud", "bevindingen")),
        antwoord_op=gevonden.antwoord_op,
        herhaling_van=gevonden.herhaling_van,
    )


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


def tellingen(wie: Wie) -> dict[str, int]:
    """Return how many messages there are per state, for the counts that open the list."""
    rijen = list(
        zichtbare_berichten(wie)
        .order_by()
        .values("staat")
        .annotate(aantal=Count("id"), te_laat=Count("id", filter=_te_laat()))
    )
    return {rij["staat"]: rij["aantal"] for rij in rijen} | {TE_LAAT: sum(rij["te_laat"] for rij in rijen)}


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


def _te_laat() -> Q:
    return Q(richting=Bericht.Richting.UIT, staat__in=_ZONDER_ANTWOORD, antwoord_uiterlijk__lt=vandaag())


def _lijst(wie: Wie) -> QuerySet[Bericht]:
    return zichtbare_berichten(wie).select_related("afzender", "ontvanger").defer("inhoud", "bevindingen")
