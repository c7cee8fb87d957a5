"""What holds where: every question, every municipality, with the source."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jeugdregio.afspraken import queries
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def kaart(request: Verzoek) -> HttpResponse:
    """Show what holds in each municipality today, and why."""
    datum = vandaag()
    return render(request, "afspraken/kaart.html", {"datum": datum, "vragen": queries.kaart(request.wie, datum)})
