"""The screen on which the region office keeps the terms and the towns of this room."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.ruimte import instellen, termijnen
from jeugdregio.zorglandschap.ruimte.forms import PlaatsForm, TermijnenForm
from jeugdregio.zorglandschap.ruimte.models import Plaats, Ruimtetermijn
from jeugdregio.zorglandschap.ruimte.permissions import stelt_in


@scherm(Rol.CONTRACT, Rol.BELEID)
@require_http_methods(["GET", "POST"])
def instellingen(request: Verzoek) -> HttpResponse:
    """Show and change the terms and the towns; `wat` tells which of both forms was sent."""
    if not stelt_in(request.wie):
        raise GeenRecht("Dit kan alleen een contractmanager of beleidsmedewerker van het regiokantoor.")
    wat = request.POST.get("wat", "")
    nu = termijnen.op(vandaag())
    begin = {naam: getattr(nu, naam) for naam in instellen.DAGEN} | {"van": vandaag(), "volgorde": nu.volgorde}
    termijnform = TermijnenForm(request.POST if wat == "termijnen" else None, initial=begin, prefix="termijn")
    plaatsform = PlaatsForm(request.POST if wat == "plaats" else None, prefix="plaats")
    try:
        if wat == "termijnen" and termijnform.is_valid():
            velden = termijnform.cleaned_data
            dagen = {naam: velden[naam] for naam in instellen.DAGEN}
            instellen.zet_termijnen(
                request.wie, van=velden["van"], bron=velden["bron"], dagen=dagen, volgorde=velden["volgorde"]
            )
            messages.success(request, "De termijnen zijn vastgelegd.")
            return redirect("ruimte:instellingen")
        if wat == "plaats" and plaatsform.is_valid():
            instellen.bewaar_plaats(request.wie, **plaatsform.cleaned_data)
            messages.success(request, "De plaats is vastgelegd.")
            return redirect("ruimte:instellingen")
    except Geweigerd as fout:
        zet_fouten(termijnform if wat == "termijnen" else plaatsform, fout)
    context = {
        "termijnform": termijnform, "plaatsform": plaatsform, "nu": nu, "plaatsen": Plaats.objects.all(),
        "eerder": Ruimtetermijn.objects.all(),
    }  # fmt: skip
    return render(request, "ruimte/instellingen.html", context, status=422 if request.method == "POST" else 200)
