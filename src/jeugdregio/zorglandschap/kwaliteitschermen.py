"""Screens of the requirements of the kwaliteitshandvest: the list, and one to write or change."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap import kwaliteit
from jeugdregio.zorglandschap.aanbiederforms import KwaliteitseisForm
from jeugdregio.zorglandschap.formulierfouten import status, zet_fouten
from jeugdregio.zorglandschap.permissions import beheert_catalogus, eis


@scherm()
@require_GET
def eisen(request: Verzoek) -> HttpResponse:
    """What the region asks of providers, and how it is measured."""
    context = {"eisen": kwaliteit.kwaliteitseisen(request.wie), "beheert": beheert_catalogus(request.wie)}
    return render(request, "zorglandschap/kwaliteitseisen.html", context)


@scherm(Rol.CONTRACT, Rol.BELEID)
@require_http_methods(["GET", "POST"])
def eis_bewaren(request: Verzoek, eis_id: UUID | None = None) -> HttpResponse:
    """Add or change a requirement."""
    eis(beheert_catalogus(request.wie), kwaliteit.WIE)
    bestaand = kwaliteit.kwaliteitseis(request.wie, eis_id) if eis_id else None
    formulier = KwaliteitseisForm(request.POST or None, instance=bestaand)
    if request.method == "POST" and formulier.is_valid():
        try:
            bewaard = kwaliteit.bewaar_eis(request.wie, eis_id, formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Kwaliteitseis {bewaard.code} is vastgelegd.")
            return redirect("zorglandschap:kwaliteitseisen")
    titel = f"Kwaliteitseis {bestaand.code} wijzigen" if bestaand else "Kwaliteitseis toevoegen"
    context = {"form": formulier, "titel": titel, "terug": "zorglandschap:kwaliteitseisen"}
    return render(request, "zorglandschap/catalogus_formulier.html", context, status=status(formulier))
