"""Screens on which a provider, or the contract manager of the region, keeps locations, subcontractors and papers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap import aanbiederdaden, queries
from jeugdregio.zorglandschap.aanbiederforms import DocumentForm, LocatieForm, OnderaannemerForm
from jeugdregio.zorglandschap.formulierfouten import status, zet_fouten
from jeugdregio.zorglandschap.models import Kwaliteitsdocument, Locatie, Onderaannemer
from jeugdregio.zorglandschap.permissions import houdt_aanbieder_bij


@dataclass(frozen=True)
class Feit:
    """One kind of fact: what the screen calls it, its table, its form and its act."""

    naam: str
    model: Any
    formulier: Any
    bewaar: Callable[..., object]


FEITEN = {
    "locatie": Feit("Locatie", Locatie, LocatieForm, aanbiederdaden.bewaar_locatie),
    "onderaannemer": Feit("Onderaannemer", Onderaannemer, OnderaannemerForm, aanbiederdaden.bewaar_onderaannemer),
    "document": Feit("Kwaliteitsdocument", Kwaliteitsdocument, DocumentForm, aanbiederdaden.bewaar_document),
}


@scherm(Rol.AANBIEDER, Rol.GI, Rol.CONTRACT, Rol.BEHEER)
@require_http_methods(["GET", "POST"])
def feit(request: Verzoek, aanbieder_id: UUID, soort: str, feit_id: UUID | None = None) -> HttpResponse:
    """Add or change one fact of a provider."""
    gekozen = FEITEN.get(soort)
    if gekozen is None:
        raise NietGevonden("Dit bestaat niet.")
    beeld = queries.aanbieder(request.wie, aanbieder_id)
    if not houdt_aanbieder_bij(request.wie, beeld.aanbieder):
        raise GeenRecht("Dit kan alleen de aanbieder zelf of de contractmanager van het regiokantoor.")
    bestaand = gekozen.model.objects.filter(pk=feit_id, aanbieder=beeld.aanbieder).first() if feit_id else None
    if feit_id and bestaand is None:
        raise NietGevonden("Dit staat niet bij deze aanbieder.")
    begin = {} if bestaand else {"van": vandaag()}
    formulier = gekozen.formulier(request.POST or None, instance=bestaand, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        try:
            gekozen.bewaar(request.wie, aanbieder_id, feit_id, formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, f"{gekozen.naam} vastgelegd.")
            return redirect("zorglandschap:aanbieder", aanbieder_id)
    context = {"form": formulier, "aanbieder": beeld.aanbieder, "feit": gekozen, "bestaand": bestaand}
    return render(request, "zorglandschap/feit.html", context, status=status(formulier))


@require_POST
@scherm(Rol.CONTRACT)
def document_gezien(request: Verzoek, aanbieder_id: UUID, document_id: UUID) -> HttpResponse:
    """Record that the contract manager of the region saw a paper."""
    aanbiederdaden.controleer_document(request.wie, aanbieder_id, document_id)
    messages.success(request, "Vastgelegd dat je dit document vandaag zag.")
    return redirect("zorglandschap:aanbieder", aanbieder_id)
