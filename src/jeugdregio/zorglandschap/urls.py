"""Addresses of providers, products and contracts."""

from django.urls import path

from jeugdregio.zorglandschap import (
    aanbiederschermen,
    contractschermen,
    importschermen,
    kwaliteitschermen,
    productschermen,
    views,
)

app_name = "zorglandschap"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("producten/", productschermen.producten, name="producten"),
    path("producten/nieuw/", productschermen.product_nieuw, name="product-nieuw"),
    path("producten/<slug:code>/", productschermen.product, name="product"),
    path("producten/<slug:code>/beschrijven/", productschermen.product_versie, name="product-versie"),
    path("producten/<slug:code>/taakveld/", productschermen.product_taakveld, name="product-taakveld"),
    path("werkwijzen/nieuw/", productschermen.werkwijze_bewaren, name="werkwijze-nieuw"),
    path("werkwijzen/<uuid:werkwijze_id>/", productschermen.werkwijze, name="werkwijze"),
    path("werkwijzen/<uuid:werkwijze_id>/wijzigen/", productschermen.werkwijze_bewaren, name="werkwijze-wijzigen"),
    path("kwaliteitseisen/", kwaliteitschermen.eisen, name="kwaliteitseisen"),
    path("kwaliteitseisen/nieuw/", kwaliteitschermen.eis_bewaren, name="kwaliteitseis-nieuw"),
    path("kwaliteitseisen/<uuid:eis_id>/", kwaliteitschermen.eis_bewaren, name="kwaliteitseis"),
    path("contracten/", contractschermen.contracten, name="contracten"),
    path("contracten/nieuw/", contractschermen.nieuw, name="contract-nieuw"),
    path("contracten/indexeren/", contractschermen.indexatie, name="indexeren"),
    path("contracten/bestanden/", importschermen.uitwisseling, name="uitwisseling"),
    path("contracten/bestanden/sjabloon/", importschermen.sjabloon, name="sjabloon"),
    path("contracten/bestanden/uit/<slug:blad>/", importschermen.uitvoer, name="uitvoer"),
    path("contracten/bestanden/<uuid:voorstel_id>/", importschermen.importvoorstel, name="import"),
    path("contracten/<uuid:contract_id>/", contractschermen.contract, name="contract"),
    path("contracten/<uuid:contract_id>/<slug:soort>/", contractschermen.daad, name="contract-daad"),
    path("contracten/<uuid:contract_id>/<slug:soort>/<uuid:deel_id>/", contractschermen.daad, name="contract-deel"),
    path("<uuid:aanbieder_id>/", views.aanbieder, name="aanbieder"),
    path(
        "<uuid:aanbieder_id>/document/<uuid:document_id>/gezien/", aanbiederschermen.document_gezien,
        name="document-gezien",
    ),
    path("<uuid:aanbieder_id>/<slug:soort>/", aanbiederschermen.feit, name="feit-nieuw"),
    path("<uuid:aanbieder_id>/<slug:soort>/<uuid:feit_id>/", aanbiederschermen.feit, name="feit"),
]  # fmt: skip
