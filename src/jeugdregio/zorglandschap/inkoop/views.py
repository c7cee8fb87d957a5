"""Screens of the purchase calendar."""

import csv
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.inkoop import actions, forms, queries, uitvoer
from jeugdregio.zorglandschap.inkoop.permissions import mag_beginnen, mag_lezen, rondt_af

GELUKT = {
    "kavel": "Het perceel staat in de kalender.",
    "start": "De kalender is opnieuw gerekend.",
    "stoppen": "De inkoop is gestopt.",
}


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the purchases and who must act on them."""
    if not mag_lezen(request.wie):
        raise GeenRecht("De inkoopkalender is voor wie bij een gemeente of de regio inkoopt of erover besluit.")
    context = {"beelden": queries.trajecten(request.wie), "mag_beginnen": mag_beginnen(request.wie)}
    return render(request, "inkoop/lijst.html", context)


@require_http_methods(["GET", "POST"])
@scherm(Rol.CONTRACT)
def nieuw(request: Verzoek) -> HttpResponse:
    """Begin a purchase."""
    formulier = forms.NieuwForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            begonnen = actions.begin(request.wie, formulier.nieuw())
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error("naam", str(fout))
        else:
            messages.success(request, "De kalender is teruggerekend vanaf de eerste dag.")
            return redirect("inkoop:traject", begonnen.pk)
    return render(request, "inkoop/nieuw.html", {"form": formulier}, status=status(formulier))


@require_GET
@scherm()
def traject(request: Verzoek, traject_id: UUID) -> HttpResponse:
    """Show one purchase with its lots and phases."""
    return _blad(request, traject_id)


def _blad(
    request: Verzoek, traject_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    beeld = queries.traject(request.wie, traject_id)
    begin = {"versie": beeld.traject.versie}
    context: dict[str, Any] = {
        "beeld": beeld, "traject": beeld.traject, "open_deel": naam,
        "kavel": forms.KavelForm(initial=begin, prefix="kavel"),
        "start": forms.StartForm(initial={**begin, "start": beeld.traject.start}, prefix="start"),
        "stoppen": forms.StopForm(initial=begin, prefix="stop"),
    }  # fmt: skip
    if fout is not None:
        context[naam] = fout
    return render(request, "inkoop/traject.html", context, status=code)


def _doe(request: Verzoek, traject_id: UUID, naam: str, formulier: Form, daad: Callable[..., object]) -> HttpResponse:
    """Run an act with a form of the page: back to the page, with the input and what is wrong if it failed."""
    if not formulier.is_valid():
        return _blad(request, traject_id, naam, formulier, 422)
    try:
        daad(request.wie, traject_id, **formulier.cleaned_data)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _blad(request, traject_id, naam, formulier, 422)
    except Conflict as fout:
        formulier.add_error(None, str(fout))
        return _blad(request, traject_id, naam, formulier, 409)
    messages.success(request, GELUKT[naam])
    return redirect("inkoop:traject", traject_id)


@require_POST
@scherm(Rol.CONTRACT)
def kavel(request: Verzoek, traject_id: UUID) -> HttpResponse:
    """Add a lot."""
    formulier = forms.KavelForm(request.POST, prefix="kavel")
    return _doe(request, traject_id, "kavel", formulier, actions.voeg_kavel_toe)


@require_POST
@scherm(Rol.CONTRACT)
def start(request: Verzoek, traject_id: UUID) -> HttpResponse:
    """Move the first day."""
    formulier = forms.StartForm(request.POST, prefix="start")
    return _doe(request, traject_id, "start", formulier, actions.verzet_start)


@require_POST
@scherm(Rol.CONTRACT)
def stoppen(request: Verzoek, traject_id: UUID) -> HttpResponse:
    """Stop the purchase."""
    formulier = forms.StopForm(request.POST, prefix="stop")
    return _doe(request, traject_id, "stoppen", formulier, actions.stop)


@require_http_methods(["GET", "POST"])
@scherm()
def fase(request: Verzoek, fase_id: UUID) -> HttpResponse:
    """Say that a phase is done."""
    gevonden = queries.fase(request.wie, fase_id)
    if not rondt_af(request.wie, gevonden):
        raise GeenRecht("Alleen wie aan zet is, of de contractmanager van wie inkoopt, rondt een fase af.")
    formulier = forms.FaseForm(request.POST or None, initial={"klaar_op": vandaag()})
    code = 200
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.rond_fase_af(request.wie, fase_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(request, f"{gevonden.naam} is afgerond.")
            return redirect("inkoop:traject", gevonden.kavel.traject_id)
    context = {"form": formulier, "fase": gevonden, "traject": gevonden.kavel.traject}
    return render(request, "inkoop/fase.html", context, status=code if code != 200 else status(formulier))


@require_GET
@scherm()
def traject_csv(request: Verzoek, traject_id: UUID) -> HttpResponse:
    """Give the calendar as CSV."""
    beeld = queries.traject(request.wie, traject_id)
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="inkoopkalender.csv"'
    csv.writer(antwoord, delimiter=";").writerows(uitvoer.csv_regels(beeld))
    return antwoord


@require_GET
@scherm()
def traject_ics(request: Verzoek, traject_id: UUID) -> HttpResponse:
    """Give the calendar as ICS."""
    beeld = queries.traject(request.wie, traject_id)
    antwoord = HttpResponse(uitvoer.ics(beeld), content_type="text/calendar; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="inkoopkalender.ics"'
    return antwoord
