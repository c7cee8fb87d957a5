"""Addresses of this room."""

from django.urls import path

from jeugdregio.toegang import portaal, rechtstreeksscherm, taakschermen, verzoekschermen, views

app_name = "toegang"
urlpatterns = [
    path("kinderen/", views.kinderen, name="kinderen"),
    path("kinderen/<uuid:kind_id>/", views.kind, name="kind"),
    path("kinderen/<uuid:kind_id>/toewijzen/", rechtstreeksscherm.rechtstreeks, name="rechtstreeks"),
    path("kinderen/<uuid:kind_id>/woonplaats/", views.woonplaats, name="woonplaats"),
    path("kinderen/<uuid:kind_id>/gezagsdrager/", views.gezagsdrager, name="gezagsdrager"),
    path("verzoeken/", verzoekschermen.verzoeken, name="verzoeken"),
    path("verzoeken/nieuw/", portaal.verzoek_nieuw, name="verzoek_nieuw"),
    path("verzoeken/<uuid:verzoek_id>/", verzoekschermen.verzoek, name="verzoek"),
    path("verzoeken/<uuid:verzoek_id>/toewijzen/", verzoekschermen.toewijzen, name="toewijzen"),
    path("verzoeken/<uuid:verzoek_id>/onderzoek/", verzoekschermen.onderzoek, name="onderzoek"),
    path("verzoeken/<uuid:verzoek_id>/afwijzen/", verzoekschermen.afwijzen, name="afwijzen"),
    path("toewijzingen/", portaal.toewijzingen, name="toewijzingen"),
    path("zonder-toewijzing/", taakschermen.lijst, name="taken"),
    path("zonder-toewijzing/start/", taakschermen.start, name="taak_start"),
    path("zonder-toewijzing/<uuid:taak_id>/stop/", taakschermen.stop, name="taak_stop"),
    path("toewijzingen/<uuid:toewijzing_id>/", portaal.toewijzing, name="toewijzing"),
    path("toewijzingen/<uuid:toewijzing_id>/start/", portaal.start, name="start"),
    path("toewijzingen/<uuid:toewijzing_id>/stop/", portaal.stop, name="stop"),
    path("toewijzingen/<uuid:toewijzing_id>/start-intrekken/", portaal.start_intrekken, name="start_intrekken"),
]
