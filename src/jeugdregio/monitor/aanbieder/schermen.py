"""Screens of the figures of a provider: choosing one, its page, and the report of a talk."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from jeugdregio.basis.document import naar_pdf, naar_word
from jeugdregio.monitor.aanbieder import queries
from jeugdregio.monitor.aanbieder.bevindingen import bevindingen
from jeugdregio.monitor.aanbieder.grafiek import grafiek
from jeugdregio.monitor.aanbieder.verslag import TOELICHTING, verslag
from jeugdregio.organisaties.models import Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.gesprekken import queries as gesprekken
from jeugdregio.zorglandschap.gesprekken.permissions import mag_lezen

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
@scherm()
def aanbieders(request: Verzoek) -> HttpResponse:
    """List the providers of which this person may see figures."""
    return render(request, "monitor/aanbieders.html", {"aanbieders": queries.aanbieders(request.wie)})


@require_GET
@scherm()
def aanbieder(request: Verzoek, aanbieder_id: UUID) -> HttpResponse:
    """Show the figures of one provider."""
    beeld = queries.beeld(
        request.wie, aanbieder_id, request.GET.get("kwartaal", "")[:6], request.GET.get("gebied", "")[:8]
    )
    context = {
        "beeld": beeld, "bevindingen": bevindingen(beeld), "toelichting": TOELICHTING,
        "svg": mark_safe(grafiek(beeld)),  # noqa: S308  made by us from numbers, without style and script
        "leest_gesprekken": mag_lezen(request.wie),
    }  # fmt: skip
    return render(request, "monitor/aanbieder.html", context)


def _rapport(request: Verzoek, gesprek_id: UUID, vorm: str) -> HttpResponse:
    """Give the report of a talk as PDF or Word. The file name names nobody."""
    gesprek = gesprekken.gesprek(request.wie, gesprek_id)
    onderwerp = gesprek.gesprek
    eigen = onderwerp.beheerder.code if onderwerp.beheerder.soort == Soort.GEMEENTE else None
    beeld = queries.maak(onderwerp.aanbieder, onderwerp.periode, list(deelnemers()), eigen or queries.REGIO)
    document = verslag(gesprek, beeld)
    inhoud, soort = (naar_pdf(document), "application/pdf") if vorm == "pdf" else (naar_word(document), _WORD)
    antwoord = HttpResponse(inhoud, content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="kwartaalgesprek-{onderwerp.periode.code}.{vorm}"'
    return antwoord


@require_GET
@scherm()
def rapport_pdf(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Give the report as PDF."""
    return _rapport(request, gesprek_id, "pdf")


@require_GET
@scherm()
def rapport_word(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Give the report as Word."""
    return _rapport(request, gesprek_id, "docx")
