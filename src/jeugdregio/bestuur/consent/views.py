"""Screens of proposals."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jeugdregio.bestuur.consent import queries
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@scherm()
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """List the proposals this person may see."""
    return render(request, "consent/lijst.html", {"voorstellen": queries.lijst(request.wie)})


@scherm()
@require_GET
def voorstel(request: Verzoek, voorstel_id: UUID) -> HttpResponse:
    """Show one proposal."""
    return render(request, "consent/voorstel.html", {"voorstel": queries.voorstel(request.wie, voorstel_id)})
