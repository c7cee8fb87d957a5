"""How the own municipality decides: where a second pair of eyes is wanted, and who is registered as professional."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.beschikkingen import actions, queries
from jeugdregio.toegang.beschikkingen.forms import BlikForm, DeskundigForm
from jeugdregio.toegang.beschikkingen.permissions import LEZERS, eis_lezer, eis_teamleider, is_teamleider
from jeugdregio.toegang.beschikkingen.tweede_blik import team


@require_GET
@scherm(*LEZERS)
def afspraken(request: Verzoek) -> HttpResponse:
    """Show how the own municipality decides."""
    eis_lezer(request.wie)
    blikken, deskundig = queries.afspraken(request.wie)
    context = {
        "blikken": blikken, "deskundig": [(d, d.geldt_op(vandaag())) for d in deskundig],
        "mag": is_teamleider(request.wie),
        "zonder": [m for m in team(request.wie.organisatie)
                   if not any(d.gebruiker_id == m.pk and d.geldt_op(vandaag()) for d in deskundig)],
    }  # fmt: skip
    return render(request, "beschikkingen/afspraken.html", context)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TEAMLEIDER)
def tweede_blik(request: Verzoek) -> HttpResponse:
    """Agree on a second pair of eyes."""
    eis_teamleider(request.wie)
    formulier = BlikForm(request.POST or None, initial={"van": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.spreek_af(request.wie, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De afspraak is vastgelegd.")
            return redirect("beschikkingen:afspraken")
    return _formulier(request, formulier, "Tweede blik afspreken", "Leg de afspraak vast")


@require_POST
@scherm(Rol.TEAMLEIDER)
def stop(request: Verzoek, afspraak_id: UUID) -> HttpResponse:
    """End an agreement."""
    actions.stop_afspraak(request.wie, afspraak_id)
    messages.success(request, "De afspraak stopt na vandaag.")
    return redirect("beschikkingen:afspraken")


@require_http_methods(["GET", "POST"])
@scherm(Rol.TEAMLEIDER)
def deskundigheid(request: Verzoek) -> HttpResponse:
    """Record a registration."""
    eis_teamleider(request.wie)
    formulier = DeskundigForm(request.POST or None, mensen=team(request.wie.organisatie))
    if request.method == "POST" and formulier.is_valid():
        velden = dict(formulier.cleaned_data)
        try:
            actions.registreer(request.wie, UUID(velden.pop("gebruiker")), **velden)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "De registratie is vastgelegd.")
            return redirect("beschikkingen:afspraken")
    return _formulier(request, formulier, "Registratie vastleggen", "Leg de registratie vast")


def _formulier(request: Verzoek, formulier: Form, titel: str, knop: str) -> HttpResponse:
    context = {"form": formulier, "titel": titel, "knop": knop}
    return render(request, "beschikkingen/instellen.html", context, status=status(formulier))
