"""Addresses of this room."""

from django.urls import path

from jeugdregio.postbus import berichtscherm, lijstscherm, nakijken, statistiekscherm, views, voortgangscherm

app_name = "postbus"
urlpatterns = [
    path("", lijstscherm.berichten, name="berichten"),
    path("zoek-op-kind/", lijstscherm.zoek_op_kind, name="zoek-op-kind"),
    path("aanbieden/", views.aanbieden, name="aanbieden"),
    path("nakijken/", nakijken.nakijken, name="nakijken"),
    path("afkeuringen/", statistiekscherm.afkeuringen, name="afkeuringen"),
    path("afkeuringen.csv", statistiekscherm.afkeuringen_csv, name="afkeuringen-csv"),
    path("<uuid:bericht_id>/", berichtscherm.bericht, name="bericht"),
    path("<uuid:bericht_id>/voortgang/", voortgangscherm.voortgang, name="voortgang"),
    path("<uuid:bericht_id>/xml/", views.xml, name="xml"),
    path("<uuid:bericht_id>/opnieuw/", views.opnieuw, name="opnieuw"),
    path("<uuid:bericht_id>/hersteld/", views.hersteld, name="hersteld"),
    path("<uuid:bericht_id>/nog-eens/", views.nog_eens, name="nog-eens"),
]
