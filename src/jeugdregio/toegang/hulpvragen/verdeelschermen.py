"""Screens of the division of roles of a municipality: who does what on which road, since when, by which agreement."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.hulpvragen.forms import VerdelingForm
from jeugdregio.toegang.hulpvragen.models import Casusrol, Weg
from jeugdregio.toegang.hulpvragen.permissions import behandelt, eis_verdeling, houdt_verdeling_bij, leest_verdeling
from jeugdregio.toegang.hulpvragen.rollen import TE_VERDELEN
from jeugdregio.toegang.hulpvragen.verdelen import bewaar_verdeling, kan_verdeeld, verdelingsbeeld


@require_GET
@scherm()
def verdeling(request: Verzoek) -> HttpResponse:
    """Show the division of the own municipality, its gaps, and what the agreements say about case direction."""
    if not leest_verdeling(request.wie):
        raise GeenRecht("De rolverdeling is voor mensen van de gemeente.")
    beeld = verdelingsbeeld(request.wie)
    context = {"beeld": beeld, "rollen": TE_VERDELEN, "mag": houdt_verdeling_bij(request.wie)}
    context["leest_vragen"] = behandelt(request.wie)
    return render(request, "hulpvragen/verdeling.html", context)


@require_http_methods(["GET", "POST"])
@scherm()
def wijzig(request: Verzoek) -> HttpResponse:
    """Agree who holds a role from a day."""
    eis_verdeling(request.wie)
    vraag = request.GET
    begin = {"rol": vraag.get("rol") if vraag.get("rol") in Casusrol.values else None,
             "weg": vraag.get("weg") if vraag.get("weg") in Weg.values else ""}  # fmt: skip
    formulier = VerdelingForm(
        request.POST or None, organisaties=list(kan_verdeeld(request.wie.organisatie)), initial=begin
    )
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            bewaar_verdeling(
                request.wie, velden["rol"], velden["weg"], formulier.organisatie_id(), bron=velden["bron"],
                van=velden["van"],
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De rolverdeling is vastgelegd.")
            return redirect("hulpvragen:verdeling")
    return render(request, "hulpvragen/verdeling_wijzig.html", {"form": formulier}, status=status(formulier))
