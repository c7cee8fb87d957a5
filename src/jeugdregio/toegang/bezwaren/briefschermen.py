"""The letters about the course of an objection or complaint, as PDF, made from what is recorded."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from jeugdregio.basis.document import Document, naar_pdf
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.bezwaren import klachtbrief, queries
from jeugdregio.toegang.bezwaren.ontvangstbrief import ontvangstbrief
from jeugdregio.toegang.bezwaren.permissions import ROLLEN
from jeugdregio.toegang.bezwaren.uitnodiging import uitnodiging as uitnodigingsbrief


@require_GET
@scherm(*ROLLEN)
def ontvangst(request: Verzoek, bezwaar_id: UUID) -> HttpResponse:
    """Give the letter that the objection was received."""
    beeld = queries.bezwaar(request.wie, bezwaar_id)
    return _pdf(ontvangstbrief(beeld), f"ontvangst-{beeld.bezwaar.kenmerk}")


@require_GET
@scherm(*ROLLEN)
def uitnodiging(request: Verzoek, bezwaar_id: UUID, genodigde_id: UUID) -> HttpResponse:
    """Give the invitation of one person to the hearing."""
    bezwaar = queries.bezwaar(request.wie, bezwaar_id).bezwaar
    return _pdf(uitnodigingsbrief(bezwaar, genodigde_id), f"uitnodiging-{bezwaar.kenmerk}")


@require_GET
@scherm(*ROLLEN)
def klacht_ontvangst(request: Verzoek, klacht_id: UUID) -> HttpResponse:
    """Give the letter that the complaint came in."""
    klacht, _ = queries.klacht(request.wie, klacht_id)
    return _pdf(klachtbrief.ontvangstbrief(klacht), f"ontvangst-{klacht.kenmerk}")


@require_GET
@scherm(*ROLLEN)
def klacht_slot(request: Verzoek, klacht_id: UUID) -> HttpResponse:
    """Give the letter that tells how the complaint ended."""
    klacht, _ = queries.klacht(request.wie, klacht_id)
    return _pdf(klachtbrief.slotbrief(klacht), f"oordeel-{klacht.kenmerk}")


def _pdf(document: Document, naam: str) -> HttpResponse:
    antwoord = HttpResponse(naar_pdf(document), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.pdf"'
    return antwoord
