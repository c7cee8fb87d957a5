"""Addresses of this room."""

from django.urls import path

from jeugdregio.beurten import views

app_name = "beurten"
urlpatterns = [
    path("", views.start, name="start"),
    path("zoek/", views.zoek, name="zoek"),
    path("regio/", views.regio, name="regio"),
    path("beurten/<uuid:beurt_id>/herinner/", views.herinner, name="herinner"),
]
