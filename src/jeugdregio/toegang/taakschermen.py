"""Screens of the provider for task-based help: the list, a start, a stop."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.basis.formulier import Dag, status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang import taken
from jeugdregio.toegang.aanvragen import eigen_gemeenten, eigen_producten
from jeugdregio.toegang.portaalforms import StopForm, VerzoekForm
from jeugdregio.zorglandschap.models import Product


class TaakstartForm(forms.Form):
    """Which child, which help, since when."""

    gemeente = forms.ChoiceField(label="Gemeente van het kind")
    bsn = VerzoekForm.base_fields["bsn"]
    geboortedatum = VerzoekForm.base_fields["geboortedatum"]
    geslacht = VerzoekForm.base_fields["geslacht"]
    voornamen = VerzoekForm.base_fields["voornamen"]
    voorvoegsel = VerzoekForm.base_fields["voorvoegsel"]
    achternaam = VerzoekForm.base_fields["achternaam"]
    product = forms.ChoiceField(label="Welke hulp geef je?")
    datum = forms.DateField(label="Op welke dag begon de hulp?", widget=Dag())

    def __init__(
        self, *args: Any, gemeenten: Sequence[Organisatie], producten: Sequence[Product], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        leeg = ("", "Maak een keuze")
        self.fields["gemeente"].choices = [leeg, *[(str(g.pk), g.naam) for g in gemeenten]]  # type: ignore[attr-defined]
        self.fields["product"].choices = [leeg, *[(p.code, str(p)) for p in producten]]  # type: ignore[attr-defined]

    def start(self) -> taken.Taakstart:
        """Return what was filled in."""
        velden = dict(self.cleaned_data)
        return taken.Taakstart(gemeente_id=UUID(velden.pop("gemeente")), **velden)


@require_GET
@scherm(Rol.AANBIEDER, Rol.GI)
def lijst(request: Verzoek) -> HttpResponse:
    """Show the task-based help one reported."""
    return render(request, "toegang/taken.html", {"taken": taken.eigen_taken(request.wie)})


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def start(request: Verzoek) -> HttpResponse:
    """Report that task-based help began."""
    formulier = TaakstartForm(
        request.POST or None, gemeenten=eigen_gemeenten(request.wie), producten=eigen_producten(request.wie),
        initial={"datum": vandaag()},
    )  # fmt: skip
    if request.method == "POST" and formulier.is_valid():
        try:
            taken.meld_taakstart(request.wie, formulier.start())
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De start is gemeld bij de gemeente.")
            return redirect("toegang:taken")
    context = {"form": formulier, "titel": "Start melden zonder toewijzing", "knop": "Meld de start"}
    return render(request, "toegang/taak_melden.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.AANBIEDER, Rol.GI)
def stop(request: Verzoek, taak_id: UUID) -> HttpResponse:
    """Report that task-based help ended."""
    taak, client = taken.taak_met_client(request.wie, taak_id)
    formulier = StopForm(request.POST or None, initial={"datum": vandaag()})
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            taken.meld_taakstop(request.wie, taak_id, velden["datum"], velden["reden"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De stop is gemeld bij de gemeente.")
            return redirect("toegang:taken")
    context = {
        "form": formulier, "titel": "Stop melden zonder toewijzing", "knop": "Meld de stop", "taak": taak,
        "naam": taken.naam_van(client),
    }  # fmt: skip
    return render(request, "toegang/taak_melden.html", context, status=status(formulier))
