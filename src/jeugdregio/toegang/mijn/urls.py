"""Addresses of the family's own page."""

from django.urls import path

from jeugdregio.toegang.mijn import hulpschermen, views

app_name = "mijn"
urlpatterns = [
    path("", views.start, name="start"),
    path("aanmelden/", views.aanmelden, name="aanmelden"),
    path("<uuid:toegang_id>/", views.kind, name="kind"),
    path("<uuid:toegang_id>/plan/", hulpschermen.plan, name="plan"),
    path("<uuid:toegang_id>/verslag/<uuid:onderzoek_id>/", hulpschermen.verslag, name="verslag"),
    path("<uuid:toegang_id>/brieven/", hulpschermen.brieven, name="brieven"),
    path("<uuid:toegang_id>/brieven/<uuid:beschikking_id>/", hulpschermen.brief, name="brief"),
    path("<uuid:toegang_id>/brieven/<uuid:beschikking_id>/bezwaar/", hulpschermen.bezwaar, name="bezwaar"),
    path("<uuid:toegang_id>/beslissingen/<uuid:bezwaar_id>/", hulpschermen.beslissing, name="beslissing"),
    path("<uuid:toegang_id>/toestemming/", hulpschermen.toestemming, name="toestemming"),
    path("<uuid:toegang_id>/toestemming/<int:nummer>/", hulpschermen.antwoorden, name="antwoorden"),
    path("<uuid:toegang_id>/toestemming/<uuid:toestemming_id>/intrekken/", hulpschermen.intrekken, name="intrekken"),
    path("<uuid:toegang_id>/vragen/", views.vragen, name="vragen"),
    path("<uuid:toegang_id>/bekeken/", views.bekeken, name="bekeken"),
    path("<uuid:toegang_id>/meekijken/", views.meekijken, name="meekijken"),
]
