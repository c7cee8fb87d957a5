"""Addresses of one child, one family."""

from django.urls import path

from jeugdregio.toegang.gezinnen import familieschermen, views

app_name = "gezinnen"
urlpatterns = [
    path("kinderen/zoeken/", views.zoek, name="zoek"),
    path("kinderen/nieuw/", views.nieuw, name="nieuw"),
    path("kinderen/<uuid:kind_id>/bsn/", views.bsn, name="bsn"),
    path("kinderen/<uuid:kind_id>/geheim-adres/", views.geheim, name="geheim"),
    path("kinderen/<uuid:kind_id>/gezin/", familieschermen.koppel, name="koppel"),
    path("kinderen/<uuid:kind_id>/gezin/los/", familieschermen.ontkoppel, name="ontkoppel"),
    path("kinderen/<uuid:kind_id>/gezin/<uuid:drager_id>/", familieschermen.neem_over, name="neem_over"),
    path("gezag/<uuid:drager_id>/", familieschermen.gezag, name="gezag"),
    path("gezag/<uuid:drager_id>/einde/", familieschermen.einde, name="gezag_einde"),
]
