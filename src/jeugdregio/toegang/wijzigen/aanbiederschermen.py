"""Screens of the provider: ask for a change, take a request back, correct a reported start or stop."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang import queries, weergave
from jeugdregio.toegang.aanvragen import eigen_producten
from jeugdregio.toegang.portaalforms import StartForm, StopForm
from jeugdregio.toegang.wijzigen import actions
from jeugdregio.toegang.wijzigen.aanbiederforms import IntrekForm, WijzigingsverzoekForm
from jeugdregio.toegang.wijzigen.beeld import hoeveel


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def vragen(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Ask the municipality to change what runs for a child."""
    beeld = queries.toewijzing(request.wie, toewijzing_id)
    lopend = weergave.toewijzingregels(actions.lopende(request.wie, toewijzing_id))
    regels = [(rij.toewijzing, f"{rij.product}, nu {_nu(rij)}") for rij in lopend]
    formulier = WijzigingsverzoekForm(request.POST or None, lopend=regels, producten=eigen_producten(request.wie))
    if request.method == "POST" and formulier.is_valid():
        try:
            verzoek = actions.vraag_wijziging(
                request.wie, toewijzing_id, formulier.cleaned_data["reden"], formulier.anders(), formulier.erbij()
            )
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Je verzoek staat bij gemeente {verzoek.gemeente}.")
            return redirect("toegang:verzoek", verzoek.pk)
    kind = beeld.toewijzing.kind
    context = {
        "form": formulier, "toewijzing": beeld.toewijzing, "lopend": lopend, "naam": weergave.naam(kind),
        "kop": weergave.wie_het_is(kind),
    }  # fmt: skip
    return render(request, "wijzigen/vragen.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def intrekken(request: Verzoek, verzoek_id: UUID) -> HttpResponse:
    """Tell the municipality that a request is no longer needed."""
    beeld = queries.verzoek(request.wie, verzoek_id)
    formulier = IntrekForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            toegang.vraag_intrekking(request.wie, verzoek_id, formulier.cleaned_data["reden"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Gemeente {beeld.verzoek.gemeente} weet dat je het verzoek niet meer wilt.")
            return redirect("toegang:verzoek", verzoek_id)
    kind = beeld.verzoek.kind
    context = {
        "form": formulier, "verzoek": beeld.verzoek, "naam": weergave.naam(kind), "kop": weergave.wie_het_is(kind)
    }  # fmt: skip
    return render(request, "wijzigen/intrekken.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def start(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Mend the day on which help began."""
    formulier = StartForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            toegang.corrigeer_start(request.wie, toewijzing_id, formulier.cleaned_data["datum"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De start is verbeterd.")
            return redirect("toegang:toewijzing", toewijzing_id)
    return _meldblad(request, toewijzing_id, formulier, "Start verbeteren", "Verbeter de start")


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def stop(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Mend the last day of help or the reason."""
    formulier = StopForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            toegang.corrigeer_stop(request.wie, toewijzing_id, velden["datum"], velden["reden"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De stop is verbeterd.")
            return redirect("toegang:toewijzing", toewijzing_id)
    return _meldblad(request, toewijzing_id, formulier, "Stop verbeteren", "Verbeter de stop")


@require_POST
@scherm(Rol.AANBIEDER, Rol.GI)
def stop_intrekken(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Take back a stop that was reported by mistake."""
    try:
        toegang.verwijder_stop(request.wie, toewijzing_id)
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "De stopmelding is ingetrokken.")
    return redirect("toegang:toewijzing", toewijzing_id)


def _nu(rij: weergave.ToewijzingRegel) -> str:
    toewijzing = rij.toewijzing
    return hoeveel(toewijzing.ingangsdatum, toewijzing.einddatum, rij.omvang, toewijzing.budget)


def _meldblad(request: Verzoek, toewijzing_id: UUID, formulier: BaseForm, titel: str, knop: str) -> HttpResponse:
    beeld = queries.toewijzing(request.wie, toewijzing_id)
    (regel,) = weergave.toewijzingregels([beeld.toewijzing])
    kind = beeld.toewijzing.kind
    context = {
        "toewijzing": beeld.toewijzing, "rij": regel, "kop": weergave.wie_het_is(kind), "naam": weergave.naam(kind),
        "form": formulier, "titel": titel, "knop": knop,
    }  # fmt: skip
    return render(request, "toegang/melden.html", context, status=status(formulier))
