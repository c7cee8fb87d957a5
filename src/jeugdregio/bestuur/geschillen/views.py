"""Screens of disputes: the list, giving a signal, the page of one, and every act on one form screen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.daden import toon_daad
from jeugdregio.bestuur.geschillen import queries
from jeugdregio.bestuur.geschillen.forms import SignaalForm
from jeugdregio.bestuur.geschillen.handelingen import HANDELINGEN
from jeugdregio.bestuur.geschillen.models import Geschil, Reactie
from jeugdregio.bestuur.geschillen.permissions import mag_lezen, mag_melden
from jeugdregio.bestuur.geschillen.weergave import band
from jeugdregio.bestuur.geschillen.weg import geef_signaal
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

HAAL_EN_STUUR = require_http_methods(["GET", "POST"])


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """List the disputes."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Dit is voor de bestuurstafel en de griffies.")
    context = {"geschillen": queries.lijst(request.wie), "mag_melden": mag_melden(request.wie)}
    return render(request, "geschillen/lijst.html", context)


@HAAL_EN_STUUR
@scherm()
def nieuw(request: Verzoek) -> HttpResponse:
    """Give a signal."""
    if not mag_melden(request.wie):
        raise GeenRecht("Een geschil meldt een deelnemende gemeente of het regiokantoor.")
    form = SignaalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            dossier = geef_signaal(request.wie, **form.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(form, fout)
        else:
            messages.success(request, "Het signaal staat erin. De secretaris neemt het in ontvangst.")
            return redirect("geschillen:geschil", dossier.pk)
    return render(request, "geschillen/nieuw.html", {"form": form}, status=status(form))


@require_GET
@scherm()
def geschil(request: Verzoek, geschil_id: UUID) -> HttpResponse:
    """Show one dispute: where it stands, the committee, the advice and what every college does with it."""
    beeld = queries.beeld(request.wie, geschil_id)
    context = {
        "beeld": beeld, "geschil": beeld.geschil, "band": band(beeld.geschil),
        "stappen": beeld.geschil.stappen.select_related("door", "namens"),
    }  # fmt: skip
    return render(request, "geschillen/geschil.html", context)


@HAAL_EN_STUUR
@scherm()
def handeling(request: Verzoek, geschil_id: UUID, code: str, deel_id: UUID | None = None) -> HttpResponse:
    """Show and do one act."""
    dossier = queries.geschil(request.wie, geschil_id)
    daad = HANDELINGEN.get(code)
    deel = _deel(dossier, daad.model, deel_id) if daad and daad.model and deel_id else None
    if deel_id and deel is None:
        raise NietGevonden("Dit onderdeel is er niet.")
    terug = reverse("geschillen:geschil", args=[geschil_id])
    return toon_daad(request, daad, dossier, deel, sjabloon="geschillen/handeling.html", terug=terug)


def _deel(dossier: Geschil, model: type[Any], deel_id: UUID) -> Any:
    eigen = {"aanbeveling__dossier": dossier} if model is Reactie else {"dossier": dossier}
    return model.objects.filter(pk=deel_id, **eigen).first()
