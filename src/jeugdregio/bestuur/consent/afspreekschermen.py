"""The screen of the numbers of the procedure and the leading principles."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.bestuur.consent import afspreken, queries
from jeugdregio.bestuur.consent.afspreekform import PrincipeForm, SpelregelForm
from jeugdregio.bestuur.consent.permissions import AFSPREKERS, TAFEL
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

_GELUKT = {"regel": "De spelregel is vastgelegd.", "principe": "Het principe is vastgelegd."}
_DADEN: dict[str, Callable[..., object]] = {
    "regel": afspreken.leg_spelregel_vast,
    "principe": afspreken.leg_principe_vast,
}


@require_http_methods(["GET", "POST"])
@scherm(*TAFEL, Rol.GRIFFIER)
def spelregels(request: Verzoek) -> HttpResponse:
    """Show what holds, since when and by whom; record another number or principle."""
    formulieren: dict[str, Form] = {"regel": SpelregelForm(prefix="regel"), "principe": PrincipeForm(prefix="principe")}
    code = 200
    if request.method == "POST":
        welke = "principe" if "principe-tekst" in request.POST else "regel"
        formulier = formulieren[welke] = type(formulieren[welke])(request.POST, prefix=welke)
        code = 422
        if formulier.is_valid():
            try:
                _DADEN[welke](request.wie, **formulier.cleaned_data)
                messages.success(request, _GELUKT[welke])
                return redirect("consent:spelregels")
            except Geweigerd as fout:
                zet_fouten(formulier, fout)
            except Conflict as fout:
                formulier.add_error(None, str(fout))
                code = 409
    context = {"beeld": queries.afspraken_over_besluiten(request.wie), **formulieren}
    return render(request, "consent/spelregels.html", context, status=code)


@require_POST
@scherm(*AFSPREKERS)
def principe_einde(request: Verzoek, principe_id: UUID) -> HttpResponse:
    """Let a principle end today."""
    try:
        afspreken.beeindig_principe(request.wie, principe_id)
    except Conflict as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "Het principe geldt vandaag voor het laatst.")
    return redirect("consent:spelregels")
