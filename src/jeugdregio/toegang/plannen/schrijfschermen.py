"""Writing a version of the plan: goals and actions, moments to look back, who else helps, and agreeing on it."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.plannen import actions, forms, queries
from jeugdregio.toegang.plannen.queries import Planbeeld
from jeugdregio.toegang.plannen.views import doe
from jeugdregio.toegang.weergave import naam


@require_GET
@scherm(Rol.TOEGANG)
def schrijven(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Show the version in which one writes."""
    beeld = queries.plan(request.wie, plan_id)
    if not beeld.mag:
        raise GeenRecht("Je kunt in dit plan niet schrijven.")
    if beeld.concept is None:
        return redirect("plannen:plan", plan_id)
    return schrijfblad(request, beeld)


def schrijfblad(
    request: Verzoek, beeld: Planbeeld, naam_: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    """Return the page to write on, with a form that failed in its place."""
    if beeld.concept is None or not beeld.mag:
        return redirect("plannen:plan", beeld.plan.pk)
    begin, concept = {"versie": beeld.plan.versie}, beeld.concept
    verhaal = {veld: getattr(concept, veld) or "" for veld in
               ("verhaal", "eens_jeugdige", "eens_ouders", "eens_pleegouder")}  # fmt: skip
    aanbieders = queries.helpende_aanbieders(beeld.kinderen)
    acties = {
        doel.pk: forms.ActieForm(initial=begin, prefix=f"actie-{doel.volgorde}", aanbieders=aanbieders)
        for doel in concept.doelen.all()
    }
    context: dict[str, Any] = {
        "beeld": beeld, "plan": beeld.plan, "concept": concept, "namen": ", ".join(naam(k) for k in beeld.kinderen),
        "verhaal": forms.VerhaalForm(initial=begin | verhaal, prefix="verhaal"),
        "doel": forms.DoelForm(initial=begin, prefix="doel"),
        "evaluatie": forms.EvaluatieForm(initial=begin, prefix="evaluatie"),
        "betrokkene": forms.BetrokkeneForm(initial=begin, prefix="betrokkene"),
    }  # fmt: skip
    if fout is not None and naam_.startswith("actie-"):
        acties[UUID(naam_.removeprefix("actie-"))] = fout  # type: ignore[assignment]
    elif fout is not None:
        context[naam_] = fout
    context["doelen"] = [(doel, acties[doel.pk]) for doel in concept.doelen.all()]
    return render(request, "plannen/schrijven.html", context, status=code)


@require_POST
@scherm(Rol.TOEGANG)
def verhaal(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Keep the text and what everybody thinks."""
    return doe(
        request, plan_id, "verhaal", lambda p: forms.VerhaalForm(p, prefix="verhaal"),
        lambda f: actions.schrijf_verhaal(request.wie, plan_id, **f.cleaned_data), gelukt="Bewaard.",
        blad=schrijfblad, naar="plannen:schrijven",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def doel(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Add a goal."""
    return doe(
        request, plan_id, "doel", lambda p: forms.DoelForm(p, prefix="doel"),
        lambda f: actions.voeg_doel_toe(request.wie, plan_id, **f.cleaned_data), gelukt="Het doel staat erbij.",
        blad=schrijfblad, naar="plannen:schrijven",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def actie(request: Verzoek, plan_id: UUID, doel_id: UUID) -> HttpResponse:
    """Add an action to a goal."""
    beeld = queries.plan(request.wie, plan_id)
    aanbieders = queries.helpende_aanbieders(beeld.kinderen)
    eigen = next((d for d in beeld.concept.doelen.all() if d.pk == doel_id), None) if beeld.concept else None
    voor = f"actie-{eigen.volgorde}" if eigen else "actie"
    return doe(
        request, plan_id, f"actie-{doel_id}" if eigen else "begin",
        lambda p: forms.ActieForm(p, prefix=voor, aanbieders=aanbieders),
        lambda f: actions.voeg_actie_toe(
            request.wie, plan_id, doel_id, **f.gegevens()  # type: ignore[attr-defined]
        ),
        gelukt="De actie staat erbij.", blad=schrijfblad, naar="plannen:schrijven",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def evaluatie(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Add a day to look back."""
    return doe(
        request, plan_id, "evaluatie", lambda p: forms.EvaluatieForm(p, prefix="evaluatie"),
        lambda f: actions.plan_evaluatie(request.wie, plan_id, **f.cleaned_data), gelukt="De dag staat erbij.",
        blad=schrijfblad, naar="plannen:schrijven",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def betrokkene(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Add somebody else who helps."""
    return doe(
        request, plan_id, "betrokkene", lambda p: forms.BetrokkeneForm(p, prefix="betrokkene"),
        lambda f: actions.noem_betrokkene(request.wie, plan_id, **f.cleaned_data), gelukt="Deze persoon staat erbij.",
        blad=schrijfblad, naar="plannen:schrijven",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def weg(request: Verzoek, plan_id: UUID, deel: str, deel_id: UUID) -> HttpResponse:
    """Take something out of the version in which one writes."""
    return doe(
        request, plan_id, "vast", forms.MetVersie,
        lambda f: actions.haal_weg(request.wie, plan_id, deel, deel_id, **f.cleaned_data), gelukt="Het is eruit.",
        blad=schrijfblad, naar="plannen:schrijven",
    )  # fmt: skip


@require_POST
@scherm(Rol.TOEGANG)
def vaststellen(request: Verzoek, plan_id: UUID) -> HttpResponse:
    """Agree on the version."""
    return doe(
        request, plan_id, "vast", forms.MetVersie,
        lambda f: actions.stel_vast(request.wie, plan_id, **f.cleaned_data),
        gelukt="Het plan is vastgesteld. Geef het gezin een exemplaar.", blad=schrijfblad,
    )  # fmt: skip
