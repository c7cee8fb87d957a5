"""The screens of letters: the list, one letter, and writing the regional text."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.bestuur.brieven import actions, cijferplek, forms, queries
from jeugdregio.bestuur.brieven.models import Brief
from jeugdregio.bestuur.brieven.permissions import SCHRIJVERS, mag_lezen, mag_schrijven
from jeugdregio.bestuur.brieven.soorten import DELEN
from jeugdregio.organisaties.models import Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the letters with what each council was sent, and when."""
    if not mag_lezen(request.wie):
        raise GeenRecht("Brieven zijn voor wie aan de bestuurstafel zit, de raden en het regiokantoor.")
    context = {"brieven": queries.lijst(request.wie), "mag": mag_schrijven(request.wie)}
    return render(request, "brieven/lijst.html", context)


@require_http_methods(["GET", "POST"])
@scherm(*SCHRIJVERS)
def nieuw(request: Verzoek) -> HttpResponse:
    """Begin a letter."""
    if not mag_schrijven(request.wie):
        raise GeenRecht("Alleen het regiokantoor of een gemeente stelt een brief op.")
    eigen = request.wie.organisatie
    mag = [g for g in deelnemers() if eigen.soort == Soort.REGIOKANTOOR or g.pk == eigen.pk]
    formulier = forms.BriefForm(request.POST or None, gemeenten=[(str(g.pk), g.naam) for g in mag])
    if request.method == "POST" and formulier.is_valid():
        try:
            begonnen = actions.begin(request.wie, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            return redirect("brieven:schrijven", begonnen.pk)
    return render(request, "brieven/nieuw.html", {"form": formulier}, status=status(formulier))


@require_GET
@scherm()
def brief(request: Verzoek, brief_id: UUID) -> HttpResponse:
    """Show one letter: the text, its figures, what each council got, and what can be done now."""
    return _blad(request, brief_id)


def _blad(request: Verzoek, brief_id: UUID, fout: str = "", code: int = 200) -> HttpResponse:
    beeld = queries.brief(request.wie, brief_id)
    context = {"beeld": beeld, "brief": beeld.brief, "kern": beeld.kern, "fout": fout}
    return render(request, "brieven/brief.html", context, status=code)


@require_http_methods(["GET", "POST"])
@scherm(*SCHRIJVERS)
def schrijven(request: Verzoek, brief_id: UUID) -> HttpResponse:
    """Write the regional text; a chosen figure gets its place in the chosen part."""
    beeld = queries.brief(request.wie, brief_id)
    if not beeld.eigenaar:
        raise GeenRecht("Alleen wie de brief opstelde, en collega's daar, kunnen de tekst wijzigen.")
    if beeld.brief.staat != Brief.Staat.CONCEPT:
        messages.info(request, "Deze tekst is vrijgegeven en verandert niet meer. Maak een nieuwe versie.")
        return redirect("brieven:brief", brief_id)
    formulier = _kernform(request, beeld)
    code = status(formulier)
    if request.method == "POST" and formulier.is_valid():
        try:
            _bewaar(request, brief_id, formulier.cleaned_data, beeld.brief.soort)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
            code = 422
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(request, "De tekst is bewaard.")
            verder = "brieven:schrijven" if formulier.cleaned_data["cijfer"] else "brieven:brief"
            return redirect(verder, brief_id)
    context = {"form": formulier, "beeld": beeld, "brief": beeld.brief}
    return render(request, "brieven/schrijven.html", context, status=code)


def _kernform(request: Verzoek, beeld: queries.Briefbeeld) -> forms.KernForm:
    begin = {**beeld.kern.delen, "wijziging": beeld.kern.wijziging, "versie": beeld.brief.versie}
    delen = DELEN[beeld.brief.soort]
    return forms.KernForm(request.POST or None, initial=begin, delen=delen, eerste=beeld.kern.nummer == 1)


def _bewaar(request: Verzoek, brief_id: UUID, velden: dict[str, Any], soort: str) -> None:
    delen = {deel.code: velden[deel.code] for deel in DELEN[soort]}
    if velden["cijfer"]:
        deel = velden["cijfer_in"]
        delen[deel] = f"{delen[deel]} {cijferplek.plek(velden['cijfer'])}".strip()
    wijziging = velden.get("wijziging", "")
    actions.schrijf(request.wie, brief_id, versie=velden["versie"], delen=delen, wijziging=wijziging)


@require_POST
@scherm(*SCHRIJVERS)
def vrijgeven(request: Verzoek, brief_id: UUID) -> HttpResponse:
    """Fix the text and give the municipalities their turn."""
    return _stap(request, brief_id, "vrij")


@require_POST
@scherm(*SCHRIJVERS)
def nieuwe_versie(request: Verzoek, brief_id: UUID) -> HttpResponse:
    """Begin a next version."""
    return _stap(request, brief_id, "nieuw")


@require_POST
@scherm(*SCHRIJVERS)
def intrekken(request: Verzoek, brief_id: UUID) -> HttpResponse:
    """Withdraw a letter nobody got."""
    return _stap(request, brief_id, "intrekken")


_STAPPEN = {
    "vrij": (actions.geef_vrij, "De tekst ligt vast. Elke gemeente vult nu haar eigen deel aan.", "brieven:brief"),
    "nieuw": (actions.nieuwe_versie, "Je schrijft nu een nieuwe versie.", "brieven:schrijven"),
    "intrekken": (actions.trek_in, "De brief is ingetrokken.", "brieven:brief"),
}


def _stap(request: Verzoek, brief_id: UUID, naam: str) -> HttpResponse:
    if not queries.brief(request.wie, brief_id).eigenaar:
        raise GeenRecht("Dit kan alleen wie de brief opstelde, of een collega daar.")
    daad, gelukt, verder = _STAPPEN[naam]
    formulier = forms.MetVersie(request.POST)
    if not formulier.is_valid():
        return _blad(request, brief_id, "Herlaad de pagina en probeer het nog eens.", 422)
    try:
        daad(request.wie, brief_id, versie=formulier.cleaned_data["versie"])
    except Geweigerd as fout:
        return _blad(request, brief_id, str(fout), 422)
    except Conflict as fout:
        return _blad(request, brief_id, str(fout), 409)
    messages.success(request, gelukt)
    return redirect(verder, brief_id)
