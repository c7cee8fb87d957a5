"""Screens of an expert team: its agenda, its sessions and members; and the first page of a guest."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jeugdregio.basis.formulier import zet_fouten
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.opschaling import teamqueries, zittingen
from jeugdregio.toegang.opschaling.casusforms import LidForm, ZittingForm


@require_GET
@scherm(Rol.EXPERT)
def expertteam(request: Verzoek) -> HttpResponse:
    """The agenda of one's teams, and what the secretary must do."""
    return _blad(request)


def _blad(request: Verzoek, team_id: UUID | None = None, naam: str = "", fout: Form | None = None) -> HttpResponse:
    beelden = teamqueries.mijn_teams(request.wie)
    rijen: list[dict[str, Any]] = []
    for beeld in beelden:
        rij: dict[str, Any] = {"beeld": beeld, "zitting": ZittingForm(prefix="zitting", team=beeld), "open_": ""}
        rij["lid"] = LidForm(prefix="lid")
        if fout is not None and beeld.team.pk == team_id:
            rij |= {naam: fout, "open_": naam}
        rijen.append(rij)
    context = {"rijen": rijen, "vandaag": vandaag()}
    return render(request, "opschaling/expertteam.html", context, status=422 if fout else 200)


@require_POST
@scherm(Rol.EXPERT)
def zitting_plannen(request: Verzoek, team_id: UUID) -> HttpResponse:
    """Plan a session."""
    team = teamqueries.als_secretaris(request.wie, team_id)
    beeld = next(b for b in teamqueries.mijn_teams(request.wie) if b.team.pk == team.pk)
    formulier = ZittingForm(request.POST, prefix="zitting", team=beeld)
    if formulier.is_valid():
        velden = formulier.cleaned_data
        leden = [UUID(pk) for pk in velden.pop("leden")]
        try:
            zittingen.plan_zitting(request.wie, team_id, leden=leden, **velden)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De zitting staat gepland.")
            return redirect("opschaling:expertteam")
    return _blad(request, team_id, "zitting", formulier)


@require_POST
@scherm(Rol.EXPERT)
def lid_toevoegen(request: Verzoek, team_id: UUID) -> HttpResponse:
    """Add somebody to the team, or change the secretary."""
    teamqueries.als_secretaris(request.wie, team_id)
    formulier = LidForm(request.POST, prefix="lid")
    if formulier.is_valid():
        try:
            zittingen.voeg_lid_toe(request.wie, team_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het team is bijgewerkt.")
            return redirect("opschaling:expertteam")
    return _blad(request, team_id, "lid", formulier)


@require_POST
@scherm(Rol.EXPERT)
def lid_beeindigen(request: Verzoek, team_id: UUID, lid_id: UUID) -> HttpResponse:
    """End a membership."""
    teamqueries.als_secretaris(request.wie, team_id)
    try:
        zittingen.beeindig_lid(request.wie, team_id, lid_id)
        messages.success(request, "Dit lid ziet vanaf nu niets meer van het team.")
    except Geweigerd as fout:
        messages.error(request, str(fout))
    return redirect("opschaling:expertteam")


@require_GET
@scherm(Rol.GAST)
def mijn_casus(request: Verzoek) -> HttpResponse:
    """The one case of a guest; without a seat nothing but that."""
    plek = teamqueries.mijn_plek(request.wie)
    if plek is not None:
        return redirect("opschaling:casus", plek.casusvraag_id)
    return render(request, "opschaling/geen_plek.html")
