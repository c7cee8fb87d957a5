"""Addresses of the log of looks."""

from django.urls import path

from jeugdregio.toegang.logboek import views

app_name = "logboek"
urlpatterns = [
    path("", views.zoek, name="zoek"),
    path("kind/<uuid:kind_id>/", views.kind, name="kind"),
]
