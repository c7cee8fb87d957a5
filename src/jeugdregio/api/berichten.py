"""Messages over the API: send one and get the return message, see what waits, fetch it."""

import logging
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from jeugdregio.api import vormen
from jeugdregio.api.antwoorden import leeg_antwoord, pagina_antwoord, probleem, xml_antwoord
from jeugdregio.api.pagina import Bladeren
from jeugdregio.api.sleutel import eis_scope
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.invoer import aangekondigde_omvang
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.permissions import SCOPE_LEZEN, SCOPE_SCHRIJVEN
from jeugdregio.postbus.queries import antwoord_van, leg_blik_vast, uitgaand_voor
from jeugdregio.postbus.vervoer.enveloppen import als_gevraagd

router = Router(tags=["berichten"])
log = logging.getLogger(__name__)

XML = {"content": {"application/xml": {"schema": {"type": "string"}}}, "description": "Retourbericht of antwoord."}
PROBLEEM = {
    "description": "Probleem, met per bevinding regel, pad en herstel.",
    "content": {"application/problem+json": {}},
}


@router.post(
    "",
    operation_id="bericht_aanbieden",
    summary="Bied een iJw-bericht aan",
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/xml": {"schema": {"type": "string"}}}},
        "responses": {
            200: XML, 204: {"description": "Verwerkt; op dit bericht volgt geen antwoord."}, 401: PROBLEEM,
            403: PROBLEEM, 413: PROBLEEM, 422: PROBLEEM, 500: PROBLEEM,
        },
    },
)  # fmt: skip
def bied_aan(request: HttpRequest) -> HttpResponse:
    """Take in a message. The same message again gives the stored answer."""
    wie: Wie = request.auth  # type: ignore[attr-defined]
    eis_scope(wie, SCOPE_SCHRIJVEN)
    inhoud = _lees_stroom(request)
    if inhoud is None:
        return probleem(413, "Bericht te groot", "Verdeel het bericht over meer berichten en stuur die los.")
    with transaction.atomic():
        bericht = postbus.ontvang(inhoud, kanaal="api", aangeboden_door=wie.organisatie)
        leg_vast(wie, "bericht.aangeboden", soort="bericht", onderwerp_id=bericht.pk)
    try:
        bericht = postbus.verwerk(bericht.pk)
    except Exception as fout:  # noqa: BLE001 - kept with the message and tried again; the sender must know
        log.error("Verwerken van bericht %s mislukt: %s", bericht.pk, type(fout).__name__)
        return probleem(
            500, "Verwerken mislukt",
            "Het bericht is bewaard en wordt later opnieuw verwerkt. Stuur het niet onder een andere identificatie.",
            bericht=str(bericht.pk),
        )  # fmt: skip
    return _antwoord(bericht)


@router.get(
    "", operation_id="berichten_lijst", summary="Berichten aan jouw organisatie",
    openapi_extra={
        "responses": {200: {"description": "Een pagina berichten, oudste eerst."}, 401: PROBLEEM, 403: PROBLEEM}
    },
)  # fmt: skip
def lijst(request: HttpRequest, bladeren: Query[Bladeren], staat: str = "") -> HttpResponse:
    """List the messages to this organisation. With `staat=klaar` only those it did not fetch yet."""
    wie: Wie = request.auth  # type: ignore[attr-defined]
    eis_scope(wie, SCOPE_LEZEN)
    gevonden = uitgaand_voor(wie)
    if staat:
        gevonden = gevonden.filter(staat=staat)
    blad = Paginator(gevonden, bladeren.per_pagina).get_page(bladeren.pagina)
    return pagina_antwoord(request, "berichten", [vormen.bericht(rij) for rij in blad], blad)


@router.get(
    "/{bericht_id}", operation_id="bericht_ophalen", summary="Haal een bericht op",
    openapi_extra={"responses": {200: XML, 401: PROBLEEM, 403: PROBLEEM, 404: PROBLEEM}},
)  # fmt: skip
def haal_op(request: HttpRequest, bericht_id: UUID) -> HttpResponse:
    """Return a message as XML and mark it as delivered."""
    wie: Wie = request.auth  # type: ignore[attr-defined]
    eis_scope(wie, SCOPE_LEZEN)
    bericht = uitgaand_voor(wie).filter(pk=bericht_id).first()
    if bericht is None:
        raise NietGevonden("Dit bericht is er niet.")
    leg_blik_vast(wie, bericht, "bericht_api")
    leg_vast(wie, "bericht.opgehaald", soort="bericht", onderwerp_id=bericht.pk)
    antwoord = xml_antwoord(bytes(bericht.inhoud))
    postbus.meld_opgehaald(bericht)
    return antwoord


def _lees_stroom(request: HttpRequest) -> bytes | None:
    """Return what was sent, or None when it is larger than a message may be.

    Not `request.body`: its limit is that of everybody. Call this only when token and scope are good.
    """
    grens: int = settings.BERICHT_MAX_BYTES
    if aangekondigde_omvang(request) > grens:
        return None
    inhoud: bytes = request.read(grens + 1)
    return inhoud if len(inhoud) <= grens else None


def _antwoord(bericht: Bericht) -> HttpResponse:
    antwoord = antwoord_van(bericht)
    if antwoord is not None:
        postbus.meld_opgehaald(antwoord)
        return xml_antwoord(als_gevraagd(antwoord))
    if bericht.staat == Bericht.Staat.AFGEKEURD:
        bevindingen = [vormen.bevinding(rij) for rij in postbus.bevindingen_van(bericht)]
        return probleem(
            422, "Bericht afgekeurd", "Herstel de bevindingen en stuur het bericht opnieuw.",
            bericht=str(bericht.pk), bevindingen=bevindingen,
        )  # fmt: skip
    return leeg_antwoord()
