"""Screens of the provider: asking for an assignment, its assignments, reporting start and stop."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import actions, queries, weergave
from jeugdregio.toegang.aanvragen import dien_verzoek_in, eigen_gemeenten, eigen_producten
from jeugdregio.toegang.besluitbron import besluit_van
from jeugdregio.toegang.forms import ZoekForm
from jeugdregio.toegang.gebruik import gebruik_van
from jeugdregio.toegang.permissions import is_aanbieder
from jeugdregio.toegang.portaalforms import StartForm, StopForm, VerzoekForm
from jeugdregio.toegang.queries import ToewijzingBeeld
from jeugdregio.toegang.wijzigen.beeld import reden_in_woorden, standrijen

STANDEN = [
    ("lopend", "Lopend en toekomstig"), ("bevestigen", "Te bevestigen"), ("starten", "Start te melden"),
    ("loopt", "Hulp loopt"), ("gestopt", "Hulp gestopt"), ("", "Alle"),
]  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def verzoek_nieuw(request: Verzoek) -> HttpResponse:
    """Ask a municipality for an assignment."""
    producten = eigen_producten(request.wie)
    formulier = VerzoekForm(request.POST or None, gemeenten=eigen_gemeenten(request.wie), producten=producten)
    if request.method == "POST" and formulier.is_valid():
        try:
            verzoek = dien_verzoek_in(request.wie, formulier.aanvraag())
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Je verzoek staat bij gemeente {verzoek.gemeente}.")
            return redirect("toegang:verzoek", verzoek.pk)
    context = {"form": formulier, "kan": bool(producten)}
    return render(request, "toegang/verzoek_nieuw.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG, Rol.AANBIEDER, Rol.GI)
def toewijzingen(request: Verzoek) -> HttpResponse:
    """List the assignments; searching goes with POST."""
    formulier = ZoekForm(request.POST if request.method == "POST" else request.GET)
    gegevens = formulier.cleaned_data if formulier.is_valid() else {}
    zoek = gegevens.get("zoek", "") if request.method == "POST" else ""
    stand = request.POST.get("stand", request.GET.get("stand", "lopend"))
    stand = stand if stand in dict(STANDEN) else "lopend"
    pagina = queries.toewijzingen(
        request.wie, zoek=zoek, lopend=stand not in {"", "gestopt"}, stand=stand,
        pagina=gegevens.get("pagina") or 1,
    )  # fmt: skip
    rijen = [(rij, weergave.naam(rij.toewijzing.kind)) for rij in weergave.toewijzingregels(pagina)]
    context = {"pagina": pagina, "rijen": rijen, "zoek": zoek, "stand": stand, "standen": STANDEN}
    context["aanbieder"] = is_aanbieder(request.wie)
    return render(request, "toegang/toewijzingen.html", context)


@require_http_methods(["GET"])
@scherm(Rol.TOEGANG, Rol.AANBIEDER, Rol.GI)
def toewijzing(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Show one assignment, its deliveries and what can be reported now."""
    beeld = queries.toewijzing(request.wie, toewijzing_id)
    context = _kop(beeld) | {
        "bevestigd": weergave.bevestigd(beeld.toewijzing),
        "besluit": besluit_van(request.wie, beeld.toewijzing),
        "gebruik": gebruik_van([beeld.toewijzing]).get(beeld.toewijzing.pk),
        "leveringen": weergave.leveringregels(beeld.leveringen),
        "standen": standrijen(beeld.toewijzing),
        "waarom": reden_in_woorden(beeld.toewijzing),
    }
    return render(request, "toegang/toewijzing.html", context)


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def start(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Report that help began."""
    beeld = queries.toewijzing(request.wie, toewijzing_id)
    dag = min(beeld.toewijzing.ingangsdatum, vandaag())
    formulier = StartForm(request.POST or None, initial={"datum": dag})
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.meld_start(request.wie, toewijzing_id, formulier.cleaned_data["datum"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De start is gemeld bij de gemeente.")
            return redirect("toegang:toewijzing", toewijzing_id)
    return _meldblad(request, beeld, formulier, "Start melden", "Meld de start")


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def stop(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Report that help ended, and why."""
    beeld = queries.toewijzing(request.wie, toewijzing_id)
    formulier = StopForm(request.POST or None, initial={"datum": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            actions.meld_stop(request.wie, toewijzing_id, velden["datum"], velden["reden"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De stop is gemeld bij de gemeente.")
            return redirect("toegang:toewijzing", toewijzing_id)
    return _meldblad(request, beeld, formulier, "Stop melden", "Meld de stop")


@require_POST
@scherm(Rol.AANBIEDER, Rol.GI)
def start_intrekken(request: Verzoek, toewijzing_id: UUID) -> HttpResponse:
    """Withdraw a start that was reported by mistake."""
    try:
        actions.verwijder_start(request.wie, toewijzing_id)
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "De startmelding is ingetrokken.")
    return redirect("toegang:toewijzing", toewijzing_id)


def _kop(beeld: ToewijzingBeeld) -> dict[str, object]:
    (regel,) = weergave.toewijzingregels([beeld.toewijzing])
    kind = beeld.toewijzing.kind
    return {
        "beeld": beeld, "toewijzing": beeld.toewijzing, "rij": regel, "kind": kind,
        "kop": weergave.wie_het_is(kind), "naam": weergave.naam(kind),
    }  # fmt: skip


def _meldblad(request: Verzoek, beeld: ToewijzingBeeld, formulier: BaseForm, titel: str, knop: str) -> HttpResponse:
    context = _kop(beeld) | {"form": formulier, "titel": titel, "knop": knop}
    return render(request, "toegang/melden.html", context, status=status(formulier))
