"""The screens of a municipality's own part: complete, look at it as PDF or Word, send, and read what was sent."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.document import Document, naar_html, naar_pdf, naar_word
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.brieven import document, forms, inhoud, queries, schillen
from jeugdregio.bestuur.brieven.permissions import VERZENDERS
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

_SOORT = {
    "pdf": (naar_pdf, "application/pdf"),
    "docx": (naar_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_BLADEN = {"brief": document.brief, "voorblad": document.voorblad}
_VELDEN = (
    "nummer", "portefeuillehouder", "vergadersoort", "aanhef", "eigen_alinea", "gedaan", "actueel", "anders",
)  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(*VERZENDERS)
def schil(request: Verzoek, schil_id: UUID) -> HttpResponse:
    """Complete the own part."""
    beeld = queries.schil(request.wie, schil_id)
    formulier = _schilform(beeld, request.POST or None)
    code = status(formulier)
    if request.method == "POST" and formulier.is_valid():
        velden: dict[str, Any] = {"stukken": [], **formulier.cleaned_data}
        try:
            schillen.bewaar(request.wie, schil_id, **velden)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
            code = 422
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(request, "Bewaard.")
            return redirect("brieven:schil", schil_id)
    return _blad(request, beeld, formulier, _verstuurform(beeld), code)


def _schilform(beeld: queries.Schilbeeld, gegevens: Any = None) -> forms.SchilForm:
    keuzes = [(str(s.pk), f"{s.nummer}: {s.kern[:140]}") for s in beeld.kiesbaar]
    begin = {naam: getattr(beeld.schil, naam) for naam in _VELDEN}
    begin |= {"versie": beeld.schil.versie, "stukken": [str(s.pk) for s in beeld.stukken]}
    return forms.SchilForm(gegevens, initial=begin, stukken=keuzes)


def _verstuurform(beeld: queries.Schilbeeld) -> forms.VerstuurForm:
    return forms.VerstuurForm(initial={"versie": beeld.schil.versie, "op": vandaag()}, prefix="verstuur")


def _blad(request: Verzoek, beeld: queries.Schilbeeld, form: Form, verstuur: Form, code: int) -> HttpResponse:
    voorbeeld = _voorbeeld(document.brief(beeld.kern, beeld.schil.gemeente, beeld.eigen, None))
    context = {"beeld": beeld, "schil": beeld.schil, "brief": beeld.schil.brief, "form": form, "verstuur": verstuur}
    return render(request, "brieven/schil.html", {**context, "voorbeeld": voorbeeld}, status=code)


@require_POST
@scherm(*VERZENDERS)
def versturen(request: Verzoek, schil_id: UUID) -> HttpResponse:
    """Write down that the council was sent the letter."""
    beeld = queries.schil(request.wie, schil_id)
    formulier = forms.VerstuurForm(request.POST, prefix="verstuur")
    code = 422
    if formulier.is_valid():
        try:
            verzending = schillen.verstuur(request.wie, schil_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(
                request, "De verzending ligt vast. Over stukken die de brief afdoet oordeelt nu de griffie."
            )
            return redirect("brieven:verzonden", verzending.pk)
    return _blad(request, beeld, _schilform(beeld), formulier, code)


@require_GET
@scherm(*VERZENDERS)
def bestand(request: Verzoek, schil_id: UUID, blad: str, vorm: str) -> HttpResponse:
    """Give the letter or cover form as it stands now."""
    beeld = queries.schil(request.wie, schil_id)
    _eis_vorm(blad, vorm)
    blad_ = _BLADEN[blad](beeld.kern, beeld.schil.gemeente, beeld.eigen, None)
    return _bestand(blad_, f"{blad}-{beeld.schil.gemeente.code}", vorm)


@require_GET
@scherm()
def verzonden(request: Verzoek, verzending_id: UUID) -> HttpResponse:
    """Show what a council was sent."""
    v = queries.verzending(request.wie, verzending_id)
    eigen = inhoud.van_verzending(v)
    context = {
        "v": v,
        "brief": v.kern.brief,
        "vakken": inhoud.vakken(eigen),
        "voorbeeld": _voorbeeld(document.brief(v.kern, v.schil.gemeente, eigen, v.op)),
    }
    return render(request, "brieven/verzonden.html", context)


@require_GET
@scherm()
def verzonden_bestand(request: Verzoek, verzending_id: UUID, blad: str, vorm: str) -> HttpResponse:
    """Give the letter or cover form as it was sent."""
    v = queries.verzending(request.wie, verzending_id)
    _eis_vorm(blad, vorm)
    blad_ = _BLADEN[blad](v.kern, v.schil.gemeente, inhoud.van_verzending(v), v.op)
    return _bestand(blad_, f"{blad}-{v.schil.gemeente.code}", vorm)


def _voorbeeld(blad: Document) -> str:
    """Return the document as part of a page: its title is a heading of the page, not a second title."""
    html = naar_html(blad)
    for niveau in (3, 2, 1):
        html = html.replace(f"<h{niveau}>", f"<h{niveau + 1}>").replace(f"</h{niveau}>", f"</h{niveau + 1}>")
    return html


def _eis_vorm(blad: str, vorm: str) -> None:
    if blad not in _BLADEN or vorm not in _SOORT:
        raise NietGevonden("Dit bestand is er niet.")


def _bestand(gemaakt: Document, naam: str, vorm: str) -> HttpResponse:
    maak, inhoudstype = _SOORT[vorm]
    antwoord = HttpResponse(maak(gemaakt), content_type=inhoudstype)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.{vorm}"'
    return antwoord
