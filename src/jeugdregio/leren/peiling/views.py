"""Screens of the pulse."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.leren.peiling import actions, forms, queries
from jeugdregio.leren.peiling.permissions import mag_houden, mag_lezen
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show what can be answered and the trend."""
    return _toon(request)


@require_http_methods(["GET", "POST"])
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Begin a round."""
    if not mag_houden(request.wie):
        raise GeenRecht("Een peiling begint bij de secretaris van het regiokantoor.")
    form = forms.RondeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.begin(request.wie, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        except Conflict as fout:
            form.add_error("tafel", str(fout))
        else:
            messages.success(request, "De peiling loopt.")
            return redirect("peiling:lijst")
    return render(request, "peiling/nieuw.html", {"form": form}, status=status(form))


@require_POST
@scherm()
def antwoord(request: Verzoek, ronde_id: UUID) -> HttpResponse:
    """Count one score. The number is in the body only, never in an address or a log."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Een peiling is voor wie aan de tafel zit.")
    form = forms.ScoreForm(request.POST)
    if not form.is_valid():
        return _toon(request, ronde_id, form, 422)
    try:
        actions.antwoord(request.wie, ronde_id, score=form.cleaned_data["score"])
    except Conflict as fout:
        form.add_error(None, str(fout))
        return _toon(request, ronde_id, form, 409)
    messages.success(request, "Dank je. Je cijfer telt mee en is niet meer van jou te maken.")
    return redirect("peiling:lijst")


@require_POST
@scherm()
def sluiten(request: Verzoek, ronde_id: UUID) -> HttpResponse:
    """Close a round."""
    try:
        ronde = actions.sluit(request.wie, ronde_id)
    except Conflict as fout:
        messages.error(request, str(fout))
        return _toon(request, code=409)
    te_weinig = "Er waren te weinig antwoorden. De cijfers zijn gewist."
    messages.success(request, "De uitkomst staat in de trend." if ronde.uitkomst is not None else te_weinig)
    return redirect("peiling:lijst")


def _toon(
    request: Verzoek, ronde_id: UUID | None = None, form: forms.ScoreForm | None = None, code: int = 200
) -> HttpResponse:
    if not mag_lezen(request.wie):
        raise GeenRecht("Een peiling is voor wie aan de tafel zit.")
    rondes = [
        (open_, form if form and open_.ronde.pk == ronde_id else forms.ScoreForm(auto_id=f"{open_.ronde.pk}-%s"))
        for open_ in queries.open_rondes(request.wie)
    ]
    context = {"rondes": rondes, "trend": queries.trend(request.wie), "mag_houden": mag_houden(request.wie)}
    return render(request, "peiling/lijst.html", context, status=code)
