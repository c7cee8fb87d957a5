"""Addresses of decisions."""

from django.urls import path

from jeugdregio.toegang.beschikkingen import instelschermen, schrijfschermen, stapschermen, views

app_name = "beschikkingen"
_B = "besluiten/<uuid:beschikking_id>/"
_R = _B + "regels/<uuid:regel_id>/"
urlpatterns = [
    path("besluiten/", views.lijst, name="lijst"),
    path("besluiten/zo-besluiten-wij/", instelschermen.afspraken, name="afspraken"),
    path("besluiten/zo-besluiten-wij/tweede-blik/", instelschermen.tweede_blik, name="tweede_blik"),
    path(
        "besluiten/zo-besluiten-wij/tweede-blik/<uuid:afspraak_id>/stop/", instelschermen.stop, name="tweede_blik_stop"
    ),
    path("besluiten/zo-besluiten-wij/deskundigheid/", instelschermen.deskundigheid, name="deskundigheid"),
    path("hulpvragen/<uuid:hulpvraag_id>/besluit/", schrijfschermen.begin, name="begin"),
    path(_B, views.besluit, name="besluit"),
    path(_B + "brief/", views.brief, name="brief"),
    path(_B + "brief.pdf", views.pdf, name="pdf"),
    path(_B + "schrijven/", schrijfschermen.schrijven, name="schrijven"),
    path(_B + "regels/nieuw/", schrijfschermen.regel, name="regel_nieuw"),
    path(_R, schrijfschermen.regel, name="regel"),
    path(_R + "weg/", stapschermen.regel_weg, name="regel_weg"),
    path(_R + "aanbieder/", schrijfschermen.aanbieder, name="aanbieder"),
    path(_R + "aanbieder/open/", stapschermen.keuze_open, name="keuze_open"),
    path(_R + "regelen/", stapschermen.regelen, name="regelen"),
    path(_B + "budget/", schrijfschermen.budget, name="budget"),
    path(_B + "aanbieden/", stapschermen.aanbieden, name="aanbieden"),
    path(_B + "akkoord/", stapschermen.akkoord, name="akkoord"),
    path(_B + "teruggeven/", stapschermen.teruggeven, name="teruggeven"),
    path(_B + "tekenen/", stapschermen.tekenen, name="tekenen"),
    path(_B + "terughalen/", stapschermen.terughalen, name="terughalen"),
    path(_B + "verzenden/", stapschermen.verzenden, name="verzenden"),
    path(_B + "vervallen/", stapschermen.vervallen, name="vervallen"),
]
