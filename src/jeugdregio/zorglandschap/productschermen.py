"""Screens of the catalogue: products and ways of working, one product, and its edits."""

from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ijw.eenheden import eenheid_naam
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap import catalogus, catalogusdaden
from jeugdregio.zorglandschap.aanbiederforms import BeschrijvingForm, ProductForm, TaakveldForm, WerkwijzeForm
from jeugdregio.zorglandschap.catalogusdaden import CATEGORIEEN, Beschrijving
from jeugdregio.zorglandschap.formulierfouten import status, zet_fouten
from jeugdregio.zorglandschap.models import Niveau, Werkwijze
from jeugdregio.zorglandschap.permissions import beheert_catalogus, eis

_WIE = "een contractmanager of beleidsmedewerker van het regiokantoor"
_VELDEN = ("van", "niveau", "variant", "wat", "voor_wie", "niet_voor", "grondslag")


@scherm()
@require_GET
def producten(request: Verzoek) -> HttpResponse:
    """The catalogue."""
    zoek = request.GET.get("zoek", "").strip()[:100]
    niveau = request.GET.get("niveau", "")
    niveau = niveau if niveau in Niveau.values else ""
    context = {
        "regels": catalogus.catalogus(request.wie, zoek, niveau), "zoek": zoek, "niveau": niveau,
        "werkwijzen": catalogus.werkwijzen(request.wie, zoek, niveau), "niveaus": Niveau.choices,
        "beheert": beheert_catalogus(request.wie),
    }  # fmt: skip
    return render(request, "zorglandschap/producten.html", context)


@scherm()
@require_GET
def product(request: Verzoek, code: str) -> HttpResponse:
    """One product: what, for whom, who gives it, where, and what it cost as far as this person may see."""
    beeld = catalogus.product(request.wie, code)
    gevonden = beeld.regel.product
    context = {
        "beeld": beeld, "product": gevonden, "versie": beeld.regel.versie, "eenheid": eenheid_naam(gevonden.eenheid)[0],
        "categorie": CATEGORIEEN.get(gevonden.categorie, "onbekend"),
    }  # fmt: skip
    return render(request, "zorglandschap/product.html", context)


@scherm(Rol.CONTRACT, Rol.BELEID)
@require_http_methods(["GET", "POST"])
def product_nieuw(request: Verzoek) -> HttpResponse:
    """Add a product."""
    eis(beheert_catalogus(request.wie), _WIE)
    formulier = ProductForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        velden = dict(formulier.cleaned_data)
        beschrijving = Beschrijving(**{naam: velden.pop(naam) for naam in _VELDEN})
        try:
            gemaakt = catalogusdaden.maak_product(request.wie, **velden, beschrijving=beschrijving)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het product staat in de catalogus.")
            return redirect("zorglandschap:product", gemaakt.code)
    return _toon(request, formulier, "Product toevoegen", "")


@scherm(Rol.CONTRACT, Rol.BELEID)
@require_http_methods(["GET", "POST"])
def product_versie(request: Verzoek, code: str) -> HttpResponse:
    """A new description of a product, from a day on."""
    eis(beheert_catalogus(request.wie), _WIE)
    beeld = catalogus.product(request.wie, code)
    laatste = beeld.versies[0] if beeld.versies else None
    begin = {naam: getattr(laatste, naam) for naam in _VELDEN if naam != "van"} if laatste else {}
    formulier = BeschrijvingForm(request.POST or None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        try:
            catalogusdaden.beschrijf_product(request.wie, code, Beschrijving(**formulier.cleaned_data))
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De nieuwe beschrijving is vastgelegd.")
            return redirect("zorglandschap:product", code)
    return _toon(request, formulier, f"Nieuwe beschrijving van {code}", code)


@scherm(Rol.CONTRACT, Rol.BELEID)
@require_http_methods(["GET", "POST"])
def product_taakveld(request: Verzoek, code: str) -> HttpResponse:
    """The task field of a product, from a day on."""
    eis(beheert_catalogus(request.wie), _WIE)
    catalogus.product(request.wie, code)
    formulier = TaakveldForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            catalogusdaden.deel_in(request.wie, code, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het taakveld is vastgelegd.")
            return redirect("zorglandschap:product", code)
    return _toon(request, formulier, f"Taakveld van {code}", code)


@scherm()
@require_GET
def werkwijze(request: Verzoek, werkwijze_id: UUID) -> HttpResponse:
    """One way of working without product."""
    gevonden = get_object_or_404(Werkwijze, pk=werkwijze_id)
    return render(
        request, "zorglandschap/werkwijze.html", {"werkwijze": gevonden, "beheert": beheert_catalogus(request.wie)}
    )


@scherm(Rol.CONTRACT, Rol.BELEID)
@require_http_methods(["GET", "POST"])
def werkwijze_bewaren(request: Verzoek, werkwijze_id: UUID | None = None) -> HttpResponse:
    """Add or change a way of working without product."""
    eis(beheert_catalogus(request.wie), _WIE)
    bestaand = get_object_or_404(Werkwijze, pk=werkwijze_id) if werkwijze_id else None
    formulier = WerkwijzeForm(request.POST or None, instance=bestaand)
    if request.method == "POST" and formulier.is_valid():
        try:
            gemaakt = catalogusdaden.bewaar_werkwijze(request.wie, werkwijze_id, formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De werkwijze is vastgelegd.")
            return redirect("zorglandschap:werkwijze", gemaakt.pk)
    titel = "Werkwijze wijzigen" if bestaand else "Werkwijze toevoegen"
    return _toon(request, formulier, titel, "")


def _toon(request: Verzoek, formulier: BaseForm, titel: str, code: str) -> HttpResponse:
    context = {"form": formulier, "titel": titel, "code": code}
    return render(request, "zorglandschap/catalogus_formulier.html", context, status=status(formulier))
