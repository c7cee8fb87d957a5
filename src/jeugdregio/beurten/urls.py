"""Addresses of this room."""

from django.urls import path

from jeugdregio.beurten import views

app_name = "beurten"
urlpatterns = [
    path("", views.start, name="start"),
    path("regio/", views.regio, name="regio"),
    path("beurten/<uuid:beurt_id>/herinner/", views.herinner, name="herinner"),
]
