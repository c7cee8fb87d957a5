"""The screen of one case before an expert team: for the referrer, the secretary, a member, a guest (his part)."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.opschaling import adviezen, casusforms, casussen, gasten, queries, zittingen
from jeugdregio.toegang.opschaling.models.niveaus import MET_EXPERTTEAM
from jeugdregio.toegang.opschaling.niveaus import niveaus
from jeugdregio.toegang.opschaling.permissions import LEESROLLEN
from jeugdregio.toegang.opschaling.teamqueries import vrije_uren

LEZERS = (*LEESROLLEN, Rol.EXPERT, Rol.GAST)


@require_GET
@scherm(*LEZERS)
def casus(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """One case before an expert team."""
    return _blad(request, casus_id)


def _blad(request: Verzoek, casus_id: UUID, naam: str = "", fout: Form | None = None, code: int = 200) -> HttpResponse:
    beeld = queries.casus(request.wie, casus_id)
    casus_ = beeld.casus
    begin = {"versie": casus_.versie}
    context: dict[str, Any] = {
        "beeld": beeld,
        "casus": casus_,
        "vandaag": vandaag(),
        "screening": casusforms.ScreeningForm(initial=begin, prefix="screening"),
        "agenda": casusforms.AgendaForm(initial=begin, prefix="agenda", uren=vrije_uren(request.wie, casus_.team)),
        "intrekken": casusforms.IntrekForm(initial=begin, prefix="intrekken"),
        "advies": casusforms.AdviesForm(initial=begin, prefix="advies"),
        "reactie": casusforms.ReactieForm(initial=begin, prefix="reactie", niveaus=_zonder_expertteam(beeld)),
        "terugkijken": casusforms.TerugkijkForm(initial=begin, prefix="terugkijken"),
        "gast": casusforms.GastForm(prefix="gast", initial={"delen": ["vraag", "geprobeerd", "stem"]}),
        "gasteinde": casusforms.GastEindeForm(prefix="gasteinde"),
        "inbreng": casusforms.InbrengForm(prefix="inbreng", initial=_eerder(beeld)),
    }
    if fout is not None:
        context |= {naam: fout, "open_": naam}
    return render(request, "opschaling/casus.html", context, status=code)


def _eerder(beeld: queries.Casusbeeld) -> dict[str, str]:
    return {"tekst": beeld.mijn_plek.inbreng} if beeld.mijn_plek else {}


def _zonder_expertteam(beeld: queries.Casusbeeld) -> list[Any]:
    if not beeld.is_verwijzer:
        return []
    return [s for s in niveaus(beeld.casus.stap.opschaling.gemeente) if s.niveau not in MET_EXPERTTEAM]


def _doe(
    request: Verzoek, pk: UUID, naam: str, maak: Callable[..., Form], *, daad: Callable[..., object], gelukt: str
) -> HttpResponse:
    """Run an act with a form of the page: back to it, with the input and what is wrong if it failed."""
    queries.casus(request.wie, pk)
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
    return redirect("opschaling:casus", pk)


@require_POST
@scherm(Rol.EXPERT)
def screenen(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Say whether a request is complete. What goes back leaves the team."""
    maak = casusforms.ScreeningForm
    antwoord = _doe(request, casus_id, "screening", maak, daad=casussen.screen, gelukt="Het oordeel staat erin.")
    terug = antwoord.status_code == 302 and request.POST.get("screening-oordeel") != "compleet"
    return redirect("opschaling:expertteam") if terug else antwoord


@require_POST
@scherm(Rol.EXPERT)
def op_agenda(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Give the case an hour of a session."""
    uren = vrije_uren(request.wie, queries.casus(request.wie, casus_id).casus.team)

    def daad(wie: Any, pk: UUID, *, versie: int, uur: str) -> object:
        zitting, _, nummer = uur.partition(":")
        return zittingen.zet_op_agenda(wie, pk, versie=versie, zitting_id=UUID(zitting), uur=int(nummer))

    maak = partial(casusforms.AgendaForm, uren=uren)
    return _doe(request, casus_id, "agenda", maak, daad=daad, gelukt="De casus staat op de agenda.")


@require_POST
@scherm(Rol.TOEGANG)
def intrekken(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Withdraw the request."""
    gelukt = "De vraag is ingetrokken. Het team ziet de casus niet meer."
    return _doe(request, casus_id, "intrekken", casusforms.IntrekForm, daad=casussen.trek_in, gelukt=gelukt)


@require_POST
@scherm(Rol.EXPERT)
def advies(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Record the advice."""
    gelukt = "Het advies staat erin. De verwijzer is aan zet."
    return _doe(request, casus_id, "advies", casusforms.AdviesForm, daad=adviezen.adviseer, gelukt=gelukt)


@require_POST
@scherm(Rol.TOEGANG)
def reactie(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Say what the referrer does with the advice."""
    standen = _zonder_expertteam(queries.casus(request.wie, casus_id))
    maak = partial(casusforms.ReactieForm, niveaus=standen)
    return _doe(request, casus_id, "reactie", maak, daad=adviezen.reageer, gelukt="Je reactie staat erin.")


@require_POST
@scherm(Rol.TOEGANG)
def terugkijken(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Look back after some months."""
    gelukt = "Teruggekeken. Het team ziet de casus niet meer."
    return _doe(request, casus_id, "terugkijken", casusforms.TerugkijkForm, daad=adviezen.kijk_terug, gelukt=gelukt)


@require_POST
@scherm(Rol.TOEGANG)
def gast_uitnodigen(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Invite somebody from outside to this one case."""

    def daad(wie: Any, pk: UUID, **velden: Any) -> object:
        return gasten.nodig_uit(wie, pk, gasten.NieuweGast(**velden))

    gelukt = "De gast is uitgenodigd en ziet alleen wat je deelt."
    return _doe(request, casus_id, "gast", casusforms.GastForm, daad=daad, gelukt=gelukt)


@require_POST
@scherm(Rol.TOEGANG, Rol.EXPERT)
def gast_intrekken(request: Verzoek, casus_id: UUID, plek_id: UUID) -> HttpResponse:
    """Withdraw the seat of a guest."""

    def daad(wie: Any, pk: UUID, **velden: Any) -> object:
        return gasten.trek_plek_in(wie, pk, plek_id, **velden)

    gelukt = "De plek is ingetrokken. De gast ziet niets meer."
    return _doe(request, casus_id, "gasteinde", casusforms.GastEindeForm, daad=daad, gelukt=gelukt)


@require_POST
@scherm(Rol.GAST)
def inbreng(request: Verzoek, casus_id: UUID) -> HttpResponse:
    """Write down what a guest gives along."""
    gelukt = "Dank je. Het team en de verwijzer lezen wat je meegaf."
    return _doe(request, casus_id, "inbreng", casusforms.InbrengForm, daad=gasten.breng_in, gelukt=gelukt)
