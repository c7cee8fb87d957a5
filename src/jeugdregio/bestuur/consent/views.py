"""Screens of proposals: the list, the page of one, and every act on one form screen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent import queries, weergave
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.forms import NieuwForm
from jeugdregio.bestuur.consent.handelingen import HANDELINGEN, Handeling
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.bestuur.consent.overgangen import eis_staat, laatste_versie
from jeugdregio.bestuur.consent.permissions import INBRENGERS, ziet_dossier
from jeugdregio.bestuur.consent.vervangen import leg_vervanging_vast
from jeugdregio.bestuur.consent.vervangform import VervangForm
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@scherm()
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """List what waits for this person, what runs and what was decided."""
    return render(request, "consent/lijst.html", {"lijst": queries.lijst(request.wie)})


@scherm(*INBRENGERS)
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Begin a proposal."""
    formulier = NieuwForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            voorstel = maak_concept(request.wie, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het concept is bewaard. Vul nu het intakeblad in.")
            return redirect("consent:handeling", voorstel.pk, "wijzigen")
    return render(request, "consent/nieuw.html", {"form": formulier}, status=status(formulier))


@scherm()
@require_GET
def voorstel(request: Verzoek, voorstel_id: UUID) -> HttpResponse:
    """Show one proposal: how it stands, what can be done now, and all that was said in the open."""
    gevonden = Voorstel.objects.filter(pk=voorstel_id).first()
    if gevonden is None or not ziet_dossier(request.wie, gevonden):
        return _uitkomst(request, voorstel_id)
    beeld = queries.beeld(request.wie, voorstel_id)
    context = {"beeld": beeld, "voorstel": beeld.voorstel, "band": weergave.band(beeld.voorstel),
               "waarom": weergave.waar_staat_het(beeld), "overgangen": beeld.voorstel.overgangen.all(),
               "reacties": beeld.voorstel.reacties.select_related("gemeente"),
               "criteria": beeld.voorstel.criteria.filter(vervallen=False)}  # fmt: skip
    return render(request, "consent/voorstel.html", context)


def _uitkomst(request: Verzoek, voorstel_id: UUID) -> HttpResponse:
    besluit = queries.uitkomst(request.wie, voorstel_id)
    context = {"voorstel": besluit, "versie": laatste_versie(besluit)}
    return render(request, "consent/uitkomst.html", context)


@scherm()
@require_http_methods(["GET", "POST"])
def handeling(request: Verzoek, voorstel_id: UUID, code: str, onderdeel_id: UUID | None = None) -> HttpResponse:
    """Show the form of one act, and do it. What was filled in stays, also when somebody else was first."""
    dossier = queries.voorstel(request.wie, voorstel_id)
    daad = HANDELINGEN.get(code)
    deel = _onderdeel(dossier, daad, onderdeel_id)
    if daad is None:
        raise NietGevonden("Deze handeling is er niet.")
    if request.method == "GET":
        eis_staat(dossier, *daad.staten)
        if not daad.mag(request.wie, dossier, deel):
            raise GeenRecht("Dit kun je bij dit voorstel nu niet doen.")
    formulier = daad.form(request.POST or None, wie=request.wie, voorstel=dossier, onderdeel=deel)
    code_antwoord = 200
    if request.method == "POST" and formulier.is_valid():
        try:
            daad.doe(request.wie, deel or dossier, formulier)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code_antwoord = 409
        else:
            messages.success(request, daad.gelukt)
            return redirect("consent:voorstel", voorstel_id)
    context = {"form": formulier, "daad": daad, "voorstel": dossier, "deel": deel, "versie": laatste_versie(dossier)}
    antwoord = status(formulier) if code_antwoord == 200 else code_antwoord
    return render(request, daad.sjabloon, context, status=antwoord)


def _onderdeel(dossier: Voorstel, daad: Handeling | None, onderdeel_id: UUID | None) -> Any:
    """Return the part an act is about; NietGevonden when it is of another proposal, or one too many or too few."""
    if daad is None or (daad.model is None) != (onderdeel_id is None):
        raise NietGevonden("Deze handeling is er niet.")
    if daad.model is None:
        return None
    deel = daad.model.objects.filter(pk=onderdeel_id, voorstel=dossier).first()
    if deel is None:
        raise NietGevonden("Dit onderdeel is er niet.")
    return deel


@scherm(Rol.WETHOUDER, Rol.SECRETARIS)
@require_http_methods(["GET", "POST"])
def vervangers(request: Verzoek) -> HttpResponse:
    """Show who may replace a delegate on paper, and record another."""
    formulier = VervangForm(request.POST or None, wie=request.wie, initial={"van": vandaag(), "stuk_op": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        try:
            leg_vervanging_vast(request.wie, **formulier.velden())
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De vervanging is vastgelegd.")
            return redirect("consent:vervangers")
    context = {"form": formulier, "vervangingen": queries.vervangingen(request.wie)}
    return render(request, "consent/vervangers.html", context, status=status(formulier))
