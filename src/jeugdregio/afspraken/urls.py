"""Addresses of this room."""

from django.urls import path

from jeugdregio.afspraken import views
from jeugdregio.afspraken.schermen import botsingen, normen, vergelijken, vragen

app_name = "afspraken"
urlpatterns = [
    path("", views.kaart, name="kaart"),
    path("afspraken.csv", views.kaart_csv, name="kaart-csv"),
    path("vragen/nieuw/", vragen.nieuw, name="vraag-nieuw"),
    path("vragen/<slug:code>/", vragen.vraag, name="vraag"),
    path("vragen/<slug:code>/navraag/", vragen.navragen, name="navraag"),
    path("vragen/<slug:code>/bevestigen/", vragen.bevestigen, name="bevestigen"),
    path("normen/", normen.register, name="normen"),
    path("normen/nieuw/", normen.nieuw, name="norm-nieuw"),
    path("normen/<uuid:norm_id>/", normen.norm, name="norm"),
    path("normen/<uuid:norm_id>/wijzigen/", normen.wijzigen, name="norm-wijzigen"),
    path("normen/<uuid:norm_id>/vaststellen/", normen.vaststellen, name="norm-vaststellen"),
    path("normen/<uuid:norm_id>/intrekken/", normen.intrekken, name="norm-intrekken"),
    path("normen/<uuid:norm_id>/bron/", normen.bron, name="norm-bron"),
    path("normen/<uuid:norm_id>/standpunt/", normen.standpunt, name="standpunt"),
    path("botsingen/", botsingen.lijst, name="botsingen"),
    path("botsingen/<str:sleutel>/", botsingen.botsing, name="botsing"),
    path("botsingen/<str:sleutel>/inbrengen/", botsingen.inbrengen, name="botsing-inbrengen"),
    path("vergelijken/", vergelijken.vergelijken, name="vergelijken"),
    path("vergelijken/inbrengen/", vergelijken.inbrengen, name="vergelijking-inbrengen"),
]
