"""The screens about the help itself: the plan, the report, the decisions, and saying yes, no or objecting."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.mijn import besluiten, instemmen
from jeugdregio.toegang.mijn.deur import Verzoek, gezinsscherm
from jeugdregio.toegang.mijn.forms import AntwoordOpHulpForm, BezwaarForm, ReactieForm
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.mijn.plan import plan_van, reageer, verslagen


def _gezien(lid: Gezinslid, scherm: str) -> None:
    leg_inzage_vast(lid, [lid.kind.pk], scherm=scherm, soort="kind", onderwerp_id=lid.kind.pk)


@require_GET
@gezinsscherm
def plan(request: Verzoek) -> HttpResponse:
    """Show the plan of the family, and the reports of the research."""
    lid = request.lid
    _gezien(lid, "mijn_plan")
    context = {"lid": lid, "beeld": plan_van(lid), "verslagen": verslagen(lid)}
    return render(request, "mijn/plan.html", context)


@require_http_methods(["GET", "POST"])
@gezinsscherm
def verslag(request: Verzoek, onderzoek_id: UUID) -> HttpResponse:
    """Show one report, and keep what the family thinks of it."""
    lid = request.lid
    gevonden = next((v for v in verslagen(lid) if v.onderzoek.pk == onderzoek_id), None)
    if gevonden is None:
        raise NietGevonden("Dit verslag is er niet.")
    _gezien(lid, "mijn_verslag")
    formulier = ReactieForm(request.POST or None, initial={"versie": gevonden.onderzoek.versie})
    code = 0
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            reageer(lid, onderzoek_id, velden["tekst"], vandaag(), versie=velden["versie"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(request, "Je reactie staat bij het verslag, precies zoals je hem schreef.")
            return redirect("mijn:plan", lid.toegang.pk)
    context = {"lid": lid, "verslag": gevonden, "form": formulier}
    return render(request, "mijn/verslag.html", context, status=code or status(formulier))


@require_GET
@gezinsscherm
def brieven(request: Verzoek) -> HttpResponse:
    """Show the decisions and letters, newest first."""
    lid = request.lid
    _gezien(lid, "mijn_brieven")
    return render(request, "mijn/brieven.html", {"lid": lid, "brieven": besluiten.brieven(lid)})


@require_GET
@gezinsscherm
def brief(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Give the letter as it was sent."""
    return _als_pdf(*besluiten.brief_pdf(request.lid, beschikking_id))


@require_GET
@gezinsscherm
def beslissing(request: Verzoek, bezwaar_id: UUID) -> HttpResponse:
    """Give the letter with the decision on one's own objection."""
    return _als_pdf(*besluiten.beslissing_pdf(request.lid, bezwaar_id))


def _als_pdf(naam: str, inhoud: bytes) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="{naam}"'
    return antwoord


@require_http_methods(["GET", "POST"])
@gezinsscherm
def bezwaar(request: Verzoek, beschikking_id: UUID) -> HttpResponse:
    """Object to a decision."""
    lid = request.lid
    gevonden = besluiten.brief(lid, beschikking_id)
    formulier = BezwaarForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            besluiten.maak_bezwaar(lid, beschikking_id, formulier.cleaned_data["gronden"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Je bezwaar is ontvangen. Je hoort hier hoe het verder gaat.")
            return redirect("mijn:brieven", lid.toegang.pk)
    context = {"lid": lid, "brief": gevonden, "form": formulier}
    return render(request, "mijn/bezwaar.html", context, status=status(formulier))


@require_GET
@gezinsscherm
def toestemming(request: Verzoek) -> HttpResponse:
    """Show every help, what each must say, and what was shared with whom."""
    lid = request.lid
    _gezien(lid, "mijn_toestemming")
    context = {"lid": lid, "instemmingen": instemmen.instemmingen(lid), "gedeeld": instemmen.gedeeld(lid)}
    return render(request, "mijn/toestemming.html", context)


@require_http_methods(["GET", "POST"])
@gezinsscherm
def antwoorden(request: Verzoek, nummer: int) -> HttpResponse:
    """Say yes or no to one help; `nummer` is its place in the list, so that nothing of the file is in the address."""
    lid = request.lid
    alle = instemmen.instemmingen(lid)
    if not 1 <= nummer <= len(alle) or not alle[nummer - 1].gevraagd:
        raise NietGevonden("Deze vraag is er niet.")
    gekozen = alle[nummer - 1]
    formulier = AntwoordOpHulpForm(request.POST or None)
    if request.method == "POST" and request.POST.get("keuze") != gekozen.vraag.keuze:
        raise Conflict("De lijst is net veranderd. Ga terug en kies opnieuw.")
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            instemmen.antwoord(lid, gekozen.vraag.keuze, velden["antwoord"], uitleg_gehad=velden["uitleg_gehad"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Je antwoord is bewaard. Je kunt het altijd veranderen.")
            return redirect("mijn:toestemming", lid.toegang.pk)
    context = {"lid": lid, "vraag": gekozen.vraag, "form": formulier}
    return render(request, "mijn/antwoorden.html", context, status=status(formulier))


@require_POST
@gezinsscherm
def intrekken(request: Verzoek, toestemming_id: UUID) -> HttpResponse:
    """Take one's own yes back."""
    instemmen.trek_in(request.lid, toestemming_id)
    if instemmen.wordt_besproken(request.lid):
        wat = "Je contactpersoon belt je om te bespreken wat dat betekent."
    else:
        wat = "De gemeente ziet dat voordat de hulp begint. Wil je erover praten? Bel je contactpersoon."
    messages.success(request, f"Je hebt je ja teruggenomen. {wat}")
    return redirect("mijn:toestemming", request.lid.toegang.pk)
