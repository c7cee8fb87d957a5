"""Addresses of the municipality about the family's page."""

from django.urls import path

from jeugdregio.toegang.mijn import gemeenteschermen as schermen

app_name = "gezin"
urlpatterns = [
    path("<uuid:kind_id>/eigen-pagina/", schermen.gezin, name="gezin"),
    path("<uuid:kind_id>/eigen-pagina/<uuid:toegang_id>/sluiten/", schermen.sluiten, name="sluiten"),
    path("<uuid:kind_id>/eigen-pagina/vragen/<uuid:vraag_id>/", schermen.vraag, name="vraag"),
]
