"""Addresses of disputes."""

from django.urls import path

from jeugdregio.bestuur.geschillen import views

app_name = "geschillen"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:geschil_id>/", views.geschil, name="geschil"),
    path("<uuid:geschil_id>/<slug:code>/", views.handeling, name="handeling"),
    path("<uuid:geschil_id>/<slug:code>/<uuid:deel_id>/", views.handeling, name="onderdeel"),
]
