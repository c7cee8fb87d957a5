"""Addresses that belong to no room: signing in and out, and the style guide in development."""

from django.conf import settings
from django.urls import URLPattern, path

from jeugdregio.web import views

urlpatterns: list[URLPattern] = [
    path("inloggen/", views.inloggen, name="inloggen"),
    path("uitloggen/", views.uitloggen, name="uitloggen"),
    path("wachtwoord/", views.WachtwoordWijzigen.as_view(), name="wachtwoord"),
]
if settings.DEBUG:
    urlpatterns.append(path("stijl/", views.stijl, name="stijl"))
