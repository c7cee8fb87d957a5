"""Screens of joint texts: the list, the page of one, every act on one form screen, comparing, the grid of signing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.basis.document import naar_pdf, naar_word
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.daden import toon_daad
from jeugdregio.bestuur.teksten import forms, intenties, queries
from jeugdregio.bestuur.teksten.concept import begin
from jeugdregio.bestuur.teksten.handelingen import HANDELINGEN
from jeugdregio.bestuur.teksten.models import Amendement, Tekst
from jeugdregio.bestuur.teksten.permissions import eis_regie, mag_college, mag_lezen, mag_regie
from jeugdregio.bestuur.teksten.reactienota import maak_reactienota
from jeugdregio.bestuur.teksten.vergelijken import vergelijk
from jeugdregio.bestuur.teksten.weergave import band
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HAAL_EN_STUUR = require_http_methods(["GET", "POST"])


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """List the joint texts and the agreements of intent."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Dit is voor de bestuurstafel en de griffies.")
    context = {
        "teksten": queries.lijst(request.wie), "intenties": queries.intenties(request.wie),
        "mag_beginnen": mag_regie(request.wie),
    }  # fmt: skip
    return render(request, "teksten/lijst.html", context)


@HAAL_EN_STUUR
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Begin a joint text."""
    eis_regie(request.wie)
    form = forms.NieuwForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            tekst = begin(request.wie, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        else:
            messages.success(request, "De startnotitie staat erin. Leg nu de uitgangspunten vast.")
            return redirect("teksten:tekst", tekst.pk)
    context = {"form": form, "titel": "Nieuwe gezamenlijke tekst", "knop": "Begin"}
    return render(request, "teksten/formulier.html", context, status=status(form))


@require_GET
@scherm()
def tekst(request: Verzoek, tekst_id: UUID) -> HttpResponse:
    """Show one text: where it stands, who decided on which version, the points and answers, the calendar."""
    beeld = queries.beeld(request.wie, tekst_id)
    stappen = beeld.tekst.stappen.select_related("door", "namens")
    context = {"beeld": beeld, "tekst": beeld.tekst, "band": band(beeld.tekst), "stappen": stappen}
    return render(request, "teksten/tekst.html", context)


@HAAL_EN_STUUR
@scherm()
def handeling(request: Verzoek, tekst_id: UUID, code: str, deel_id: UUID | None = None) -> HttpResponse:
    """Show and do one act."""
    dossier = queries.tekst(request.wie, tekst_id)
    daad = HANDELINGEN.get(code)
    deel = _deel(dossier, daad.model, deel_id) if daad and daad.model and deel_id else None
    if deel_id and deel is None:
        raise NietGevonden("Dit onderdeel is er niet.")
    terug = reverse("teksten:tekst", args=[tekst_id])
    return toon_daad(request, daad, dossier, deel, sjabloon="teksten/handeling.html", terug=terug)


def _deel(dossier: Tekst, model: type[Any], deel_id: UUID) -> Any:
    eigen = {"tekstversie__dossier": dossier} if model is Amendement else {"dossier": dossier}
    return model.objects.filter(pk=deel_id, **eigen).first()


@require_GET
@scherm()
def vergelijken(request: Verzoek, tekst_id: UUID) -> HttpResponse:
    """Show two versions side by side; without a choice the newest two."""
    dossier = queries.tekst(request.wie, tekst_id)
    versies = list(dossier.versies.all())
    per_nummer = {str(v.nummer): v for v in versies}
    nieuw_ = per_nummer.get(request.GET.get("nieuw", "")) or (versies[-1] if versies else None)
    oud = per_nummer.get(request.GET.get("oud", "")) or (versies[-2] if len(versies) > 1 else nieuw_)
    regels = vergelijk(oud.tekst, nieuw_.tekst) if oud and nieuw_ else []
    context = {
        "tekst": dossier, "versies": versies, "oud": oud, "nieuw": nieuw_, "regels": regels,
        "gewijzigd": sum(bool(r.wat) for r in regels),
    }  # fmt: skip
    return render(request, "teksten/vergelijken.html", context)


@require_GET
@scherm()
def reactienota(request: Verzoek, tekst_id: UUID, vorm: str) -> HttpResponse:
    """Give the note of answers as PDF or Word."""
    dossier = queries.tekst(request.wie, tekst_id)
    document = maak_reactienota(dossier, dossier.punten.all(), dossier.consultaties.select_related("gemeente"))
    naam = f"reactienota-{slugify(dossier.titel)[:40]}"
    if vorm == "pdf":
        return _bestand(naar_pdf(document), "application/pdf", f"{naam}.pdf")
    return _bestand(naar_word(document), WORD, f"{naam}.docx")


def _bestand(inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


@HAAL_EN_STUUR
@scherm()
def intentie_nieuw(request: Verzoek) -> HttpResponse:
    """Put an agreement of intent up for signing."""
    eis_regie(request.wie)
    form = forms.IntentieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            intentie = intenties.begin_intentie(request.wie, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        else:
            messages.success(request, "De colleges kunnen nu vastleggen of zij tekenen.")
            return redirect("teksten:intentie", intentie.pk)
    context = {"form": form, "titel": "Nieuwe intentieovereenkomst", "knop": "Begin"}
    return render(request, "teksten/formulier.html", context, status=status(form))


@HAAL_EN_STUUR
@scherm()
def intentie(request: Verzoek, intentie_id: UUID) -> HttpResponse:
    """Show who signed; a college records what it does."""
    overeenkomst, vakken = intenties.rooster(request.wie, intentie_id)
    form = forms.OndertekenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            intenties.onderteken(request.wie, intentie_id, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        else:
            messages.success(request, "Vastgelegd. Er is geen mandaat gegeven.")
            return redirect("teksten:intentie", intentie_id)
    eigen = any(v.gemeente.pk == request.wie.organisatie_id for v in vakken)
    context = {
        "intentie": overeenkomst, "vakken": vakken, "aard": intenties.AARD, "form": form,
        "mag": mag_college(request.wie) and eigen,
        "getekend": sum(bool(v.ondertekening and v.ondertekening.getekend) for v in vakken),
    }  # fmt: skip
    return render(request, "teksten/intentie.html", context, status=status(form))
