"""Addresses of changing assignments."""

from django.urls import path

from jeugdregio.toegang.wijzigen import aanbiederschermen, views

app_name = "wijzigen"
urlpatterns = [
    path("toewijzingen/<uuid:toewijzing_id>/wijzigen/", views.wijzig, name="wijzig"),
    path("toewijzingen/<uuid:toewijzing_id>/corrigeren/", views.corrigeer, name="corrigeer"),
    path("toewijzingen/<uuid:toewijzing_id>/verwijderen/", views.verwijder, name="verwijder"),
    path("verzoeken/<uuid:verzoek_id>/toekennen/", views.toekennen, name="toekennen"),
    path("verzoeken/<uuid:verzoek_id>/intrekken/", aanbiederschermen.intrekken, name="intrekken"),
    path("toewijzingen/<uuid:toewijzing_id>/wijziging-vragen/", aanbiederschermen.vragen, name="vragen"),
    path("toewijzingen/<uuid:toewijzing_id>/start-corrigeren/", aanbiederschermen.start, name="start"),
    path("toewijzingen/<uuid:toewijzing_id>/stop-corrigeren/", aanbiederschermen.stop, name="stop"),
    path("toewijzingen/<uuid:toewijzing_id>/stop-intrekken/", aanbiederschermen.stop_intrekken, name="stop_intrekken"),
]
