"""Screens of the newsletter, and its files."""

from html import escape
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.document import Document, naar_html, naar_word
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.leren.nieuwsbrief import actions, forms, queries
from jeugdregio.leren.nieuwsbrief.handelingen import DADEN
from jeugdregio.leren.nieuwsbrief.inhoud import als_document
from jeugdregio.leren.nieuwsbrief.models import Nieuwsbrief
from jeugdregio.leren.nieuwsbrief.permissions import mag_maken
from jeugdregio.leren.schermhulp import DaadForm, te_doen, voer_uit
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the issues."""
    pagina = Paginator(queries.lijst(request.wie), 25).get_page(request.GET.get("pagina"))
    return render(request, "nieuwsbrief/lijst.html", {"pagina": pagina, "mag_maken": mag_maken(request.wie)})


@require_http_methods(["GET", "POST"])
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Begin an issue."""
    if not mag_maken(request.wie):
        raise GeenRecht("De nieuwsbrief maakt het regiokantoor.")
    form = forms.BriefForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            brief = actions.begin(request.wie, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        else:
            messages.success(request, "De nieuwsbrief staat klaar. Kies nu wat erin komt.")
            return redirect("nieuwsbrief:brief", brief.pk)
    return render(request, "nieuwsbrief/nieuw.html", {"form": form}, status=status(form))


@require_GET
@scherm()
def brief(request: Verzoek, brief_id: UUID) -> HttpResponse:
    """Show an issue as it reads now."""
    return _toon(request, brief_id, {}, 200)


@require_POST
@scherm()
def daad(request: Verzoek, brief_id: UUID, code: str) -> HttpResponse:
    """Do something with an issue."""
    return voer_uit(request, queries.brief(request.wie, brief_id), code, DADEN, toon=_toon, terug="nieuwsbrief:brief")


@require_GET
@scherm()
def word(request: Verzoek, brief_id: UUID) -> HttpResponse:
    """Give the issue as Word."""
    brief = queries.brief(request.wie, brief_id)
    return _bestand(naar_word(_document(brief)), _WORD, f"nieuwsbrief-{brief.nummer}.docx")


@require_GET
@scherm()
def html(request: Verzoek, brief_id: UUID) -> HttpResponse:
    """Give the issue as a page to put in a mail."""
    brief = queries.brief(request.wie, brief_id)
    document = _document(brief)
    inhoud = (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{escape(document.titel)}</title></head>'
        f"<body>{naar_html(document)}</body></html>"
    )
    return _bestand(inhoud.encode(), "text/html; charset=utf-8", f"nieuwsbrief-{brief.nummer}.html")


def _document(brief: Nieuwsbrief) -> Document:
    return als_document(brief.uitgaven.all()[0], brief.verzonden_op)


def _bestand(inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _toon(request: Verzoek, brief_id: UUID, ingevuld: dict[str, DaadForm], code: int) -> HttpResponse:
    brief = queries.brief(request.wie, brief_id)
    context = {
        "brief": brief,
        "uitgave": brief.uitgaven.all()[0],
        # Escaped part by part in naar_html.
        "tekst": mark_safe(naar_html(_document(brief)).replace("<h1>", "<h2>").replace("</h1>", "</h2>")),  # noqa: S308
        "daden": te_doen(request.wie, brief, DADEN, lambda c: reverse(f"nieuwsbrief:{c}", args=[brief.pk]), ingevuld),
    }
    return render(request, "nieuwsbrief/brief.html", context, status=code)
