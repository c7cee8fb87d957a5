"""Screens of the talks: the list, planning, one talk with its agenda and actions, and finishing an action."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap.gesprekken import actiedaden, actions, bronnen, forms, queries
from jeugdregio.zorglandschap.gesprekken.models import Actie, Gesprek
from jeugdregio.zorglandschap.gesprekken.permissions import doet, mag_lezen, mag_plannen, zichtbare_gesprekken

PER_PAGINA = 25
GELUKT = {
    "voorbereiden": "De agenda is gemaakt. De aanbieder kan hem lezen.",
    "verzetten": "Het gesprek heeft een nieuwe dag.",
    "punt": "Je punt staat op de agenda.",
    "houden": "Het gesprek is vastgelegd.",
    "vervallen": "Het gesprek is vervallen.",
    "actie": "De actie is vastgelegd. De eigenaar is aan zet.",
}


@require_GET
@scherm()
def lijst(request: Verzoek) -> HttpResponse:
    """Show the coming talks and the open actions."""
    if not mag_lezen(request.wie):
        raise GeenRecht("De kwartaalgesprekken zijn voor contractmanagers en de aanbieder zelf.")
    stand = request.GET.get("stand", "open")
    stand = stand if stand in queries.STANDEN else "open"
    zoek = request.GET.get("aanbieder", "")[:60]
    pagina = Paginator(queries.lijst(request.wie, stand, zoek), PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {
        "pagina": pagina, "stand": stand, "standen": queries.STANDEN.items(), "zoek": zoek,
        "acties": queries.open_acties(request.wie), "mag_plannen": mag_plannen(request.wie),
    }  # fmt: skip
    return render(request, "gesprekken/lijst.html", context)


@require_http_methods(["GET", "POST"])
@scherm(Rol.CONTRACT)
def nieuw(request: Verzoek) -> HttpResponse:
    """Plan a talk."""
    begin = {"aanbieder": request.GET.get("aanbieder", ""), "kwartaal": request.GET.get("kwartaal", "")}
    aanbieders = list(queries.te_kiezen(request.wie))
    formulier = forms.PlanForm(request.POST or None, initial=begin, aanbieders=aanbieders)
    if request.method == "POST" and formulier.is_valid():
        velden = dict(formulier.cleaned_data)
        velden["aanbieder_id"] = UUID(velden.pop("aanbieder"))
        try:
            gepland = actions.plan(request.wie, actions.NieuwGesprek(**velden))
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "Het gesprek is gepland.")
            return redirect("gesprekken:gesprek", gepland.pk)
    return render(request, "gesprekken/nieuw.html", {"form": formulier}, status=status(formulier))


@require_GET
@scherm()
def gesprek(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Show one talk."""
    return _blad(request, gesprek_id)


def _blad(
    request: Verzoek, gesprek_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    beeld = queries.gesprek(request.wie, gesprek_id)
    context: dict[str, Any] = {
        "beeld": beeld,
        "gesprek": beeld.gesprek,
        "verwijzingen": bronnen.verwijzingen(),
        **_formulieren(beeld),
    }
    if fout is not None:
        context[naam] = fout
        context["open_deel"] = naam
    return render(request, "gesprekken/gesprek.html", context, status=code)


def _formulieren(beeld: queries.Gespreksbeeld) -> dict[str, Form]:
    """The forms of the page, only those this reader can use."""
    gesprek = beeld.gesprek
    begin = {"versie": gesprek.versie}
    uit: dict[str, Form] = {}
    if beeld.brengt_in:
        uit["punt"] = forms.PuntForm(initial=begin, prefix="punt")
    if not beeld.leidt:
        return uit
    if gesprek.is_open:
        plek = {**begin, "op": gesprek.op, "waar": gesprek.waar}
        uit["verzetten"] = forms.VerzetForm(initial=plek, prefix="verzet")
        uit["vervallen"] = forms.VervalForm(initial=begin, prefix="verval")
        gehouden = {**begin, "gehouden_op": min(gesprek.op, vandaag())}
        uit["houden"] = forms.HoudForm(initial=gehouden, prefix="houd", punten=list(beeld.punten))
    if gesprek.staat != Gesprek.Staat.VERVALLEN:
        uit["actie"] = forms.ActieForm(prefix="actie", eigenaren=actiedaden.eigenaren(gesprek))
    return uit


def _doe(request: Verzoek, gesprek_id: UUID, naam: str, formulier: Form, daad: Callable[[], object]) -> HttpResponse:
    """Run an act with a form of the page: back to the page, with the input and what is wrong if it failed."""
    if not formulier.is_valid():
        return _blad(request, gesprek_id, naam, formulier, 422)
    try:
        daad()
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _blad(request, gesprek_id, naam, formulier, 422)
    except Conflict as fout:
        formulier.add_error(None, str(fout))
        return _blad(request, gesprek_id, naam, formulier, 409)
    messages.success(request, GELUKT[naam])
    return redirect("gesprekken:gesprek", gesprek_id)


@require_POST
@scherm(Rol.CONTRACT)
def voorbereiden(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Make the agenda from the figures."""
    formulier = forms.MetVersie(request.POST)
    return _doe(
        request, gesprek_id, "voorbereiden", formulier,
        lambda: actions.bereid_voor(request.wie, gesprek_id, **formulier.cleaned_data)
    )  # fmt: skip


@require_POST
@scherm(Rol.CONTRACT)
def verzetten(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Move the talk."""
    formulier = forms.VerzetForm(request.POST, prefix="verzet")
    return _doe(
        request, gesprek_id, "verzetten", formulier,
        lambda: actions.verzet(request.wie, gesprek_id, **formulier.cleaned_data)
    )  # fmt: skip


@require_POST
@scherm(Rol.CONTRACT, Rol.AANBIEDER, Rol.GI)
def punt(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Put a point on the agenda."""
    formulier = forms.PuntForm(request.POST, prefix="punt")
    return _doe(
        request, gesprek_id, "punt", formulier,
        lambda: actions.breng_in(request.wie, gesprek_id, **formulier.cleaned_data)
    )  # fmt: skip


@require_POST
@scherm(Rol.CONTRACT)
def houden(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Write down what was discussed and agreed."""
    beeld = queries.gesprek(request.wie, gesprek_id)
    formulier = forms.HoudForm(request.POST, prefix="houd", punten=list(beeld.punten))
    return _doe(
        request, gesprek_id, "houden", formulier,
        lambda: actions.houd(request.wie, gesprek_id, **formulier.waarden())
    )  # fmt: skip


@require_POST
@scherm(Rol.CONTRACT)
def vervallen(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Drop the talk."""
    formulier = forms.VervalForm(request.POST, prefix="verval")
    return _doe(
        request, gesprek_id, "vervallen", formulier,
        lambda: actions.laat_vervallen(request.wie, gesprek_id, **formulier.cleaned_data)
    )  # fmt: skip


@require_POST
@scherm(Rol.CONTRACT)
def actie(request: Verzoek, gesprek_id: UUID) -> HttpResponse:
    """Note an action."""
    beeld = queries.gesprek(request.wie, gesprek_id)
    formulier = forms.ActieForm(request.POST, prefix="actie", eigenaren=actiedaden.eigenaren(beeld.gesprek))

    def daad() -> object:
        velden = dict(formulier.cleaned_data)
        return actiedaden.spreek_af(request.wie, gesprek_id, eigenaar_id=UUID(velden.pop("eigenaar")), **velden)

    return _doe(request, gesprek_id, "actie", formulier, daad)


@require_http_methods(["GET", "POST"])
@scherm()
def afronden(request: Verzoek, actie_id: UUID) -> HttpResponse:
    """Say that an action is done, or why not."""
    gevonden = (
        Actie.objects.filter(pk=actie_id, gesprek__in=zichtbare_gesprekken(request.wie).values("pk"))
        .select_related("gesprek__aanbieder", "gesprek__beheerder", "eigenaar").first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze actie is er niet.")
    if not doet(request.wie, gevonden):
        raise GeenRecht("Alleen wie de actie doet, of de contractmanager die het gesprek leidt, rondt hem af.")
    formulier = forms.AfrondForm(request.POST or None)
    code = 200
    if request.method == "POST" and formulier.is_valid():
        try:
            actiedaden.rond_actie_af(request.wie, actie_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(request, "De actie is afgerond.")
            return redirect("gesprekken:gesprek", gevonden.gesprek_id)
    context = {"form": formulier, "actie": gevonden}
    return render(request, "gesprekken/actie.html", context, status=code if code != 200 else status(formulier))
