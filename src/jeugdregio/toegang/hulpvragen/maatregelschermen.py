"""Screens of measures of the court: recording one, its early end, and that it was carried out."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang import maatregelen
from jeugdregio.toegang.hulpvragen.forms import MaatregelForm, OpForm
from jeugdregio.toegang.hulpvragen.overleg import instellingen
from jeugdregio.toegang.models import Kind, Maatregel
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen
from jeugdregio.toegang.weergave import naam, wie_het_is

Daad = Callable[[Wie, UUID, date], Maatregel]


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def nieuw(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Write down a measure as the ruling says it."""
    eis_toegang(request.wie)
    kind = zichtbare_kinderen(request.wie).filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    leg_inzage_vast(request.wie, [kind.pk], scherm="maatregel", soort="kind", onderwerp_id=kind.pk)
    formulier = MaatregelForm(request.POST or None, instellingen=instellingen())
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            maatregelen.leg_maatregel_vast(
                request.wie, kind_id, velden["soort"], velden["uitspraak_op"], velden["tot"],
                instantie=velden["instantie"], zaaknummer=velden["zaaknummer"], gi=formulier.instelling(),
            )  # fmt: skip
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De maatregel is vastgelegd.")
            return redirect("toegang:kind", kind_id)
    context = {"form": formulier, "titel": "Maatregel van de rechter", "knop": "Leg vast", "kind": kind,
               "kop": wie_het_is(kind), "naam": naam(kind)}  # fmt: skip
    return render(request, "hulpvragen/formulier.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def einde(request: Verzoek, maatregel_id: UUID) -> HttpResponse:
    """Write down that a measure ended earlier than the ruling said."""
    return _dag(request, maatregel_id, maatregelen.beeindig_maatregel, "Maatregel eerder beëindigd",
                "Wat was de laatste dag?")  # fmt: skip


@require_http_methods(["GET", "POST"])
@scherm(Rol.TOEGANG)
def uitgevoerd(request: Verzoek, maatregel_id: UUID) -> HttpResponse:
    """Write down when an authorisation was carried out; unused it lapses after three months."""
    return _dag(request, maatregel_id, maatregelen.voer_maatregel_uit, "Plaatsing of opname",
                "Op welke dag is de machtiging uitgevoerd?")  # fmt: skip


def _dag(request: Verzoek, maatregel_id: UUID, daad: Daad, titel: str, label: str) -> HttpResponse:
    maatregel = maatregelen.te_wijzigen(request.wie, maatregel_id)
    kind: Kind = maatregel.kind
    leg_inzage_vast(request.wie, [kind.pk], scherm="maatregel", soort="kind", onderwerp_id=kind.pk)
    formulier = OpForm(request.POST or None)
    formulier.fields["op"].label = label
    if request.method == "POST" and formulier.is_valid():
        try:
            daad(request.wie, maatregel_id, formulier.cleaned_data["op"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Vastgelegd.")
            return redirect("toegang:kind", kind.pk)
    context = {"form": formulier, "titel": titel, "knop": "Leg vast", "kind": kind, "kop": wie_het_is(kind),
               "naam": naam(kind), "maatregel": maatregel}  # fmt: skip
    return render(request, "hulpvragen/formulier.html", context, status=status(formulier))
