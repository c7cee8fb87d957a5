"""Screens for the region: stuck cases in numbers, and who owns which level where."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.opschaling import forms, instellen
from jeugdregio.toegang.opschaling.models.niveaus import Niveau
from jeugdregio.toegang.opschaling.niveaus import niveaus_van
from jeugdregio.toegang.opschaling.permissions import CIJFERROLLEN
from jeugdregio.toegang.opschaling.regiobeeld import regiobeeld


@require_GET
@scherm(*CIJFERROLLEN)
def regio(request: Verzoek) -> HttpResponse:
    """Where stuck cases lie, in numbers that identify nobody."""
    return render(request, "opschaling/regio.html", {"beeld": regiobeeld(request.wie), "niveaus": list(Niveau)})


@require_http_methods(["GET", "POST"])
@scherm(*CIJFERROLLEN)
def wie_is_aan_zet(request: Verzoek) -> HttpResponse:
    """Who owns which level where, and record another owner."""
    if request.wie.organisatie.soort not in {Soort.GEMEENTE, Soort.REGIOKANTOOR}:
        raise GeenRecht("Dit is voor gemeenten en het regiokantoor.")
    formulier = forms.NiveauForm(request.POST or None, initial={"van": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        try:
            instellen.leg_niveau_vast(request.wie, instellen.NieuwNiveau(**formulier.cleaned_data))
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Vastgelegd. Zaken die al lopen, houden hun termijn.")
            return redirect("opschaling:niveaus")
    return _niveaublad(request, formulier, forms.TeamForm(prefix="team"))


def _niveaublad(request: Verzoek, formulier: Form, team: Form) -> HttpResponse:
    context = {
        "standen": niveaus_van(list(deelnemers().order_by("naam"))).items(), "niveaus": list(Niveau),
        "mag": instellen.stelt_in(request.wie), "form": formulier, "team": team,
        "is_regio": request.wie.organisatie.soort == Soort.REGIOKANTOOR,
    }  # fmt: skip
    code = 422 if formulier.errors or team.errors else 200
    return render(request, "opschaling/niveaus.html", context, status=code)


@require_POST
@scherm(Rol.BELEID)
def team_inrichten(request: Verzoek) -> HttpResponse:
    """Found an expert team."""
    if request.wie.organisatie.soort != Soort.REGIOKANTOOR:
        raise GeenRecht("Een expertteam richt het regiokantoor in.")
    team = forms.TeamForm(request.POST, prefix="team")
    if team.is_valid():
        try:
            instellen.richt_team_in(request.wie, **team.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(team, fout)
        else:
            messages.success(request, "Het team is er. De secretaris voegt de leden toe.")
            return redirect("opschaling:niveaus")
    return _niveaublad(request, forms.NiveauForm(initial={"van": vandaag()}), team)
