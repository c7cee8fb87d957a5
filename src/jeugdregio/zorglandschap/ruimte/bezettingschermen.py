"""The screen on which a provider says how its beds are used in a week."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.ruimte import bezetting, queries
from jeugdregio.zorglandschap.ruimte.forms import BezettingForm
from jeugdregio.zorglandschap.ruimte.views import BIJHOUDERS, plekblad


@require_POST
@scherm(*BIJHOUDERS)
def opgeven(request: Verzoek, plek_id: UUID) -> HttpResponse:
    """Save how the beds are used; what is wrong comes back with the input. Other people's places are not there."""
    if not queries.plek(request.wie, plek_id).houdt_bij:
        raise NietGevonden("Deze plek houd je niet bij.")
    formulier, code = BezettingForm(request.POST), 422
    if formulier.is_valid():
        try:
            bezetting.geef_bezetting_op(request.wie, plek_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            nu = queries.plek(request.wie, plek_id).bezetting
            formulier = BezettingForm(request.POST.dict() | {"gezien": str(nu.pk) if nu else ""})
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(request, "De bezetting is bijgewerkt. Nagekeken vandaag.")
            return redirect("ruimte:plek", plek_id)
    return plekblad(request, plek_id, formulier, code)
