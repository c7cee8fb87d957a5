"""The screens of the starter pack."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.document import naar_pdf, naar_word
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.leren.startpakket import actions, document, forms, queries
from jeugdregio.leren.startpakket.permissions import mag_prioriteiten
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

_SOORT = {
    "pdf": (naar_pdf, "application/pdf"),
    "docx": (naar_word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@require_GET
@scherm()
def pakket(request: Verzoek) -> HttpResponse:
    """Show the pack of the own municipality; the regional office chooses one."""
    p = queries.pakket(request.wie, request.GET.get("gemeente", "")[:8])
    regio = request.wie.organisatie.soort == Soort.REGIOKANTOOR
    context = {"p": p, "gemeenten": deelnemers() if regio else ()}
    return render(request, "startpakket/pakket.html", context)


@require_GET
@scherm()
def bestand(request: Verzoek, vorm: str) -> HttpResponse:
    """Give the pack as PDF or Word."""
    p = queries.pakket(request.wie, request.GET.get("gemeente", "")[:8])
    if vorm not in _SOORT:
        raise NietGevonden("Dit bestand is er niet.")
    maak, soort = _SOORT[vorm]
    antwoord = HttpResponse(maak(document.document(p)), content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="startpakket-{p.gemeente.code}.{vorm}"'
    return antwoord


@require_http_methods(["GET", "POST"])
@scherm(Rol.WETHOUDER, Rol.BELEID)
def prioriteit(request: Verzoek) -> HttpResponse:
    """Add a priority."""
    if not mag_prioriteiten(request.wie, request.wie.organisatie):
        raise GeenRecht("Je houdt alleen de prioriteiten van je eigen gemeente bij.")
    formulier = forms.PrioriteitForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.voeg_toe(request.wie, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error("titel", str(fout))
        else:
            messages.success(request, "De prioriteit staat erin.")
            return redirect("startpakket:pakket")
    return render(request, "startpakket/prioriteit.html", {"form": formulier}, status=status(formulier))


@require_POST
@scherm(Rol.WETHOUDER, Rol.BELEID)
def overdragen(request: Verzoek, prioriteit_id: UUID) -> HttpResponse:
    """Move a priority to the next term."""
    return _stap(request, prioriteit_id, actions.draag_over, forms.OverdrachtForm(request.POST))


@require_POST
@scherm(Rol.WETHOUDER, Rol.BELEID)
def klaar(request: Verzoek, prioriteit_id: UUID) -> HttpResponse:
    """Say that a priority is done."""
    return _stap(request, prioriteit_id, actions.rond_af, forms.MetVersie(request.POST))


def _stap(request: Verzoek, prioriteit_id: UUID, daad: Any, formulier: forms.MetVersie) -> HttpResponse:
    p = queries.pakket(request.wie)
    code, fout_tekst = 422, "Schrijf op wat de opvolger moet weten."
    if formulier.is_valid():
        try:
            daad(request.wie, prioriteit_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            fout_tekst = str(fout)
        except Conflict as fout:
            code, fout_tekst = 409, str(fout)
        else:
            messages.success(request, "Bijgewerkt.")
            return redirect("startpakket:pakket")
    context = {"p": p, "fout": fout_tekst, "ingevuld": request.POST.get("overdracht", ""), "bij": prioriteit_id}
    return render(request, "startpakket/pakket.html", context, status=code)
