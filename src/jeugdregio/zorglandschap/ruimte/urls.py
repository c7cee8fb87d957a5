from django.urls import path

from jeugdregio.zorglandschap.ruimte import (
    bezettingschermen,
    instelschermen,
    reserveringschermen,
    views,
    wachtschermen,
    zoekschermen,
)

app_name = "ruimte"
urlpatterns = [
    path("", views.overzicht, name="overzicht"),
    path("eigen/", views.eigen, name="eigen"),
    path("aanbieder/<uuid:aanbieder_id>/", views.van_aanbieder, name="van-aanbieder"),
    path("aanbieder/<uuid:aanbieder_id>/nieuw/", views.nieuw, name="nieuw"),
    path("regio/", views.regio, name="regio"),
    path("zoeken/", zoekschermen.zoeken, name="zoeken"),
    path("instellingen/", instelschermen.instellingen, name="instellingen"),
    path("reserveringen/", reserveringschermen.lijst, name="reserveringen"),
    path("reserveringen/<uuid:reservering_id>/", reserveringschermen.reservering, name="reservering"),
    path("reserveringen/<uuid:reservering_id>/antwoord/", reserveringschermen.antwoord, name="antwoord"),
    path("reserveringen/<uuid:reservering_id>/vrijgeven/", reserveringschermen.vrijgeven, name="vrijgeven"),
    path("reserveringen/<uuid:reservering_id>/begonnen/", reserveringschermen.begonnen, name="begonnen"),
    path("reserveringen/<uuid:reservering_id>/verder/", reserveringschermen.verder, name="verder"),
    path("wachtlijst/", wachtschermen.lijst, name="wachtlijst"),
    path("wachtlijst/nieuw/", wachtschermen.nieuw, name="wachtende-nieuw"),
    path("wachtlijst/<uuid:wachtende_id>/", wachtschermen.wachtende, name="wachtende"),
    path("wachtlijst/<uuid:wachtende_id>/overbrugging/", wachtschermen.overbrugging, name="overbrugging"),
    path("wachtlijst/<uuid:wachtende_id>/contact/", wachtschermen.contact, name="eerste-contact"),
    path("wachtlijst/<uuid:wachtende_id>/gesprek/", wachtschermen.gesprek, name="wachten-gesprek"),
    path("wachtlijst/<uuid:wachtende_id>/urgentie/", wachtschermen.urgentie, name="wachten-urgentie"),
    path("wachtlijst/<uuid:wachtende_id>/wachttijd/", wachtschermen.wachttijd, name="wachten-wachttijd"),
    path("wachtlijst/<uuid:wachtende_id>/einde/", wachtschermen.einde, name="wachten-einde"),
    path("<uuid:plek_id>/", views.plek, name="plek"),
    path("<uuid:plek_id>/opgave/", views.opgave, name="opgave"),
    path("<uuid:plek_id>/bezetting/", bezettingschermen.opgeven, name="bezetting"),
    path("<uuid:plek_id>/stoppen/", views.stoppen, name="stoppen"),
    path("<uuid:plek_id>/reserveren/", reserveringschermen.reserveren, name="reserveren"),
]
