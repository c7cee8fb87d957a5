"""Screens of providers: the list, and the page of one with its contracts, prices and contact points."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ijw.eenheden import eenheid_naam
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.zorglandschap import queries


@scherm()
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """The providers of the region, found by name, code, parcel or product."""
    zoek = request.GET.get("zoek", "").strip()[:100]
    product = request.GET.get("product", "")[:5]
    return render(
        request,
        "zorglandschap/lijst.html",
        {
            "regels": queries.aanbieders(request.wie, zoek, product),
            "producten": queries.producten(request.wie),
            "zoek": zoek,
            "product": product,
        },
    )


@scherm()
@require_GET
def aanbieder(request: Verzoek, aanbieder_id: UUID) -> HttpResponse:
    """One provider."""
    beeld = queries.aanbieder(request.wie, aanbieder_id)
    contracten = [
        (contract, [(prijs, eenheid_naam(prijs.product.eenheid)[0]) for prijs in contract.prijzen])
        for contract in beeld.contracten
    ]
    return render(request, "zorglandschap/aanbieder.html", {"beeld": beeld, "contracten": contracten})
