"""Addresses of the family's own page."""

from django.urls import path

from jeugdregio.toegang.mijn import views

app_name = "mijn"
urlpatterns = [
    path("", views.start, name="start"),
    path("aanmelden/", views.aanmelden, name="aanmelden"),
    path("<uuid:toegang_id>/", views.kind, name="kind"),
    path("<uuid:toegang_id>/vragen/", views.vragen, name="vragen"),
    path("<uuid:toegang_id>/bekeken/", views.bekeken, name="bekeken"),
    path("<uuid:toegang_id>/meekijken/", views.meekijken, name="meekijken"),
]
