"""Screens of the family: brothers and sisters, people taken over from them, and authority with its source and end."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import gezagsdragers
from jeugdregio.toegang.gezinnen import broers
from jeugdregio.toegang.gezinnen.forms import EindeGezagForm, GezagForm, KoppelForm, NeemOverForm
from jeugdregio.toegang.models import Gezagsdrager, Kind
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen
from jeugdregio.toegang.weergave import naam, wie_het_is


def _kind(request: Verzoek, kind_id: UUID) -> Kind:
    eis_toegang(request.wie)
    kind = zichtbare_kinderen(request.wie).filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    leg_inzage_vast(request.wie, [kind.pk], scherm="gezin", soort="kind", onderwerp_id=kind.pk)
    return kind


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def koppel(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Link a brother or sister by file number."""
    kind = _kind(request, kind_id)
    formulier = KoppelForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            broers.koppel(request.wie, kind_id, formulier.cleaned_data["dossier"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De kinderen staan nu in één gezin. Ouders neem je per kind over.")
            return redirect("toegang:kind", kind_id)
    uitleg = "Koppel alleen kinderen die bij elkaar horen. Er gaan geen gegevens van het ene naar het andere dossier."
    return _blad(request, kind, formulier, "Broer of zus koppelen", uitleg)


@require_POST
@scherm(Rol.TOEGANG)
def ontkoppel(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Take a child out of its family."""
    broers.ontkoppel(request.wie, kind_id)
    messages.success(request, "Dit kind staat niet meer in dat gezin.")
    return redirect("toegang:kind", kind_id)


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def neem_over(request: Verzoek, kind_id: UUID, drager_id: UUID) -> HttpResponse:
    """Add somebody of a brother or sister to this child, after looking up authority."""
    kind = _kind(request, kind_id)
    drager = next((d for d in broers.aan_te_bieden(request.wie, kind) if d.pk == drager_id), None)
    if drager is None:
        raise NietGevonden("Deze persoon hoort niet bij een broer of zus van dit kind.")
    formulier = NeemOverForm(request.POST or None, initial={"gezag": drager.gezag})
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            broers.neem_over(
                request.wie, kind_id, drager_id, gezag=velden["gezag"], bron=velden["bron"],
                nagekeken_op=velden["nagekeken_op"],
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"{drager.naam} staat nu ook bij dit kind.")
            return redirect("toegang:kind", kind_id)
    uitleg = f"{drager.naam} ({drager.relatie}) staat bij een broer of zus. Kijk het gezag voor dit kind apart na."
    return _blad(request, kind, formulier, f"{drager.naam} overnemen", uitleg)


def _drager(request: Verzoek, drager_id: UUID) -> Gezagsdrager:
    drager = gezagsdragers.te_wijzigen(request.wie, drager_id)
    leg_inzage_vast(request.wie, [drager.kind_id], scherm="gezag", soort="kind", onderwerp_id=drager.kind_id)
    return drager


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def gezag(request: Verzoek, drager_id: UUID) -> HttpResponse:
    """Write down where and when authority was looked up."""
    drager = _drager(request, drager_id)
    formulier = GezagForm(request.POST or None, initial={"bron": drager.gezag_bron or None})
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            gezagsdragers.leg_gezag_vast(request.wie, drager_id, velden["bron"], velden["nagekeken_op"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het gezag is nagekeken.")
            return redirect("toegang:kind", drager.kind_id)
    return _blad(request, drager.kind, formulier, f"Gezag van {drager.naam}", "Kijk in het gezagsregister (BW 1:244).")


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def einde(request: Verzoek, drager_id: UUID) -> HttpResponse:
    """Write down that somebody has no authority any more."""
    drager = _drager(request, drager_id)
    formulier = EindeGezagForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            gezagsdragers.eindig_gezag(request.wie, drager_id, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"Vastgelegd dat {drager.naam} geen gezag meer heeft.")
            return redirect("toegang:kind", drager.kind_id)
    uitleg = "Vanaf de dag erna telt het antwoord van deze persoon niet meer mee. Wat eerder is gezegd, blijft staan."
    return _blad(request, drager.kind, formulier, f"Einde van het gezag van {drager.naam}", uitleg)


def _blad(request: Verzoek, kind: Kind, formulier: BaseForm, titel: str, uitleg: str) -> HttpResponse:
    context = {"form": formulier, "titel": titel, "knop": "Leg vast", "uitleg": uitleg, "kind": kind,
               "kop": wie_het_is(kind), "naam": naam(kind)}  # fmt: skip
    return render(request, "toegang/kindformulier.html", context, status=status(formulier))
