"""Addresses of this room."""

from django.urls import path

from jeugdregio.postbus import views

app_name = "postbus"
urlpatterns = [
    path("", views.berichten, name="berichten"),
    path("aanbieden/", views.aanbieden, name="aanbieden"),
    path("<uuid:bericht_id>/", views.bericht, name="bericht"),
    path("<uuid:bericht_id>/xml/", views.xml, name="xml"),
    path("<uuid:bericht_id>/opnieuw/", views.opnieuw, name="opnieuw"),
]
