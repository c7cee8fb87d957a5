"""Screens of stuck cases: the list, one case with its road, and what can be done with it."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.hulpvragen.models import Casusrol
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen
from jeugdregio.toegang.opschaling import anders, casussen, forms, queries, trajecten
from jeugdregio.toegang.opschaling.models.niveaus import MET_EXPERTTEAM, Niveau
from jeugdregio.toegang.opschaling.niveaus import niveaus
from jeugdregio.toegang.opschaling.permissions import LEESROLLEN, leest_cijfers, leest_opschalingen
from jeugdregio.toegang.permissions import is_toegang


@require_GET
@scherm(*LEESROLLEN)
def lijst(request: Verzoek) -> HttpResponse:
    """The cases somebody works on."""
    if not leest_opschalingen(request.wie):
        raise GeenRecht("Dit is voor de toegang van een gemeente.")
    alles = request.GET.get("alles") == "ja"
    blad = queries.zaken(request.wie, alles=alles, pagina=request.GET.get("pagina", "1"))
    context = {
        "pagina": blad, "rijen": queries.rijen(blad), "alles": alles, "niveaus": niveaus(_gemeente(request)),
        "is_toegang": is_toegang(request.wie), "leest_cijfers": leest_cijfers(request.wie),
    }  # fmt: skip
    return render(request, "opschaling/lijst.html", context)


def _gemeente(request: Verzoek) -> Organisatie:
    """The municipality somebody works for."""
    eigen = request.wie.organisatie
    return eigen.hoort_bij if eigen.soort == Soort.UITVOERDER and eigen.hoort_bij else eigen


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def nieuw(request: Verzoek, hulpvraag_id: UUID) -> HttpResponse:
    """Call a question for help stuck."""
    hulpvraag = te_behandelen(request.wie, hulpvraag_id, als=(Casusrol.INDICATIE, Casusrol.CASUSREGIE))
    standen = niveaus(hulpvraag.gemeente)
    formulier = forms.NieuwForm(request.POST or None, niveaus=standen, initial={"niveau": Niveau.LOKAAL})
    code = 200
    if request.method == "POST" and formulier.is_valid():
        try:
            zaak_ = trajecten.open_opschaling(request.wie, hulpvraag_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        except Conflict as fout:
            formulier.add_error(None, str(fout))
            code = 409
        else:
            messages.success(request, "De zaak is opgeschaald. De regie blijft waar zij was.")
            return redirect("opschaling:zaak", zaak_.pk)
    context = {"form": formulier, "hulpvraag": hulpvraag, "niveaus": standen}
    return render(request, "opschaling/nieuw.html", context, status=code if code != 200 else status(formulier))


@require_GET
@scherm(*LEESROLLEN)
def zaak(request: Verzoek, opschaling_id: UUID) -> HttpResponse:
    """One case with its road along the levels."""
    return _blad(request, opschaling_id)


def _blad(
    request: Verzoek, opschaling_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200
) -> HttpResponse:
    beeld = queries.zaak(request.wie, opschaling_id)
    begin = {"versie": beeld.opschaling.versie}
    hier = beeld.stap.niveau if beeld.stap else ""
    elders = [s for s in beeld.niveaus if s.niveau not in MET_EXPERTTEAM and s.niveau != hier]
    context: dict[str, Any] = {
        "beeld": beeld,
        "zaak": beeld.opschaling,
        "stap": beeld.stap,
        "vandaag": vandaag(),
        "verder": forms.VerderForm(initial=begin, prefix="verder", niveaus=elders),
        "expert": _expertform(beeld, begin),
        "sluiten": forms.SluitForm(initial=begin, prefix="sluiten"),
        "start": forms.AndersStartForm(initial=begin | {"op": vandaag()}, prefix="start"),
        "stop": forms.AndersStopForm(initial=begin | {"op": vandaag()}, prefix="stop"),
        "evaluatie": forms.AndersEvaluatieForm(prefix="evaluatie"),
    }
    if fout is not None:
        context |= {naam: fout, "open_": naam}
    return render(request, "opschaling/zaak.html", context, status=code)


def _expertform(beeld: queries.Zaak, begin: dict[str, Any]) -> forms.ExpertvraagForm:
    begin = begin | {"vraag": beeld.opschaling.vraag, "niveau": Niveau.RET}
    experts = [s for s in beeld.niveaus if s.niveau in MET_EXPERTTEAM]
    return forms.ExpertvraagForm(initial=begin, prefix="expert", niveaus=experts)


def _doe(
    request: Verzoek, pk: UUID, naam: str, maak: Callable[..., Form], *, daad: Callable[..., object], gelukt: str
) -> HttpResponse:
    """Run an act with a form of the page: back to it, with the input and what is wrong if it failed."""
    queries.zaak(request.wie, pk)
    formulier = maak(request.POST, prefix=naam)
    if not formulier.is_valid():
        return _blad(request, pk, naam, formulier, 422)
    try:
        daad(request.wie, pk, **formulier.cleaned_data)
    except Geweigerd as fout:
        zet_fouten(formulier, fout)
        return _blad(request, pk, naam, formulier, 422)
    except Conflict as fout:
        formulier.add_error(None, str(fout))
        return _blad(request, pk, naam, formulier, 409)
    messages.success(request, gelukt)
    return redirect("opschaling:zaak", pk)


def _standen(request: Verzoek, pk: UUID) -> list[Any]:
    return list(queries.zaak(request.wie, pk).niveaus)


@require_POST
@scherm(*LEESROLLEN)
def verder(request: Verzoek, opschaling_id: UUID) -> HttpResponse:
    """Take the case up or back down."""

    def daad(wie: Any, pk: UUID, *, versie: int, **velden: Any) -> object:
        return trajecten.ga_naar(wie, pk, versie=versie, verder=trajecten.Verder(**velden))

    maak = partial(forms.VerderForm, niveaus=_standen(request, opschaling_id))
    return _doe(request, opschaling_id, "verder", maak, daad=daad, gelukt="De zaak ligt nu op een ander niveau.")


@require_POST
@scherm(Rol.TOEGANG)
def expertteam_vragen(request: Verzoek, opschaling_id: UUID) -> HttpResponse:
    """Ask an expert team."""

    def daad(wie: Any, pk: UUID, *, versie: int, **velden: Any) -> object:
        return casussen.dien_in(wie, pk, versie=versie, vraag=casussen.Vraag(**velden))

    maak = partial(forms.ExpertvraagForm, niveaus=_standen(request, opschaling_id))
    gelukt = "Je vraag ligt bij het expertteam. De regie blijft bij jou."
    return _doe(request, opschaling_id, "expert", maak, daad=daad, gelukt=gelukt)


@require_POST
@scherm(*LEESROLLEN)
def sluiten(request: Verzoek, opschaling_id: UUID) -> HttpResponse:
    """Close the case. Who owned a level does not see it any more."""
    antwoord = _doe(
        request, opschaling_id, "sluiten", forms.SluitForm, daad=trajecten.sluit, gelukt="De zaak is gesloten."
    )
    return antwoord if antwoord.status_code != 302 or is_toegang(request.wie) else redirect("opschaling:lijst")


@require_POST
@scherm(*LEESROLLEN)
def anders_start(request: Verzoek, opschaling_id: UUID) -> HttpResponse:
    """Let Team AnderS begin."""
    gelukt = "Team AnderS is begonnen. Er is geen beschikking en er gaat geen bericht uit."
    return _doe(request, opschaling_id, "start", forms.AndersStartForm, daad=anders.start, gelukt=gelukt)


@require_POST
@scherm(*LEESROLLEN)
def anders_stop(request: Verzoek, opschaling_id: UUID) -> HttpResponse:
    """Let Team AnderS end."""
    gelukt = "Vastgelegd dat Team AnderS stopt. Kijk terug met het gezin."
    return _doe(request, opschaling_id, "stop", forms.AndersStopForm, daad=anders.stop, gelukt=gelukt)


@require_POST
@scherm(*LEESROLLEN)
def anders_evaluatie(request: Verzoek, opschaling_id: UUID, inzet_id: UUID) -> HttpResponse:
    """Evaluate Team AnderS."""

    def daad(wie: Any, pk: UUID, **velden: Any) -> object:
        return anders.evalueer(wie, pk, inzet_id, **velden)

    maak = forms.AndersEvaluatieForm
    return _doe(request, opschaling_id, "evaluatie", maak, daad=daad, gelukt="De evaluatie staat erin.")
