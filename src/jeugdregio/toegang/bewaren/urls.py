"""Addresses of requests about a file."""

from django.urls import path

from jeugdregio.toegang.bewaren import views

app_name = "bewaren"
_VERZOEK = "dossierverzoeken/<uuid:verzoek_id>/"
urlpatterns = [
    path("dossierverzoeken/", views.lijst, name="lijst"),
    path("kinderen/<uuid:kind_id>/dossierverzoek/", views.nieuw, name="nieuw"),
    path(_VERZOEK, views.verzoek, name="verzoek"),
    path(f"{_VERZOEK}afschermen/", views.afschermen, name="afschermen"),
    path(f"{_VERZOEK}afschermen/<uuid:taak_id>/", views.afgeschermd, name="afgeschermd"),
    path(f"{_VERZOEK}besluit/", views.besluiten, name="besluiten"),
    path(f"{_VERZOEK}uitvoeren/", views.uitvoeren, name="uitvoeren"),
]
