"""Addresses of residence and transfer."""

from django.urls import path

from jeugdregio.toegang.woonplaats import overdrachtschermen as over
from jeugdregio.toegang.woonplaats import views

app_name = "woonplaats"
_KIND = "kinderen/<uuid:kind_id>/woonplaats/"
_OVER = "overdrachten/<uuid:overdracht_id>/"
_HULP = f"{_OVER}hulp/<uuid:voortzetting_id>/"
urlpatterns = [
    path(f"{_KIND}stappen/", views.kind, name="kind"),
    path(f"{_KIND}vaststellen/", views.vaststellen, name="vaststellen"),
    path(f"{_KIND}gegeven/", views.feit, name="feit"),
    path(f"{_KIND}gegeven/<uuid:feit_id>/intrekken/", views.feit_intrekken, name="feit_intrekken"),
    path(f"{_KIND}overdragen/", views.overdragen, name="overdragen"),
    path("overdrachten/", over.overdrachten, name="overdrachten"),
    path(_OVER, over.overdracht, name="overdracht"),
    path(f"{_OVER}aannemen/", over.aanvaarden, name="aanvaarden"),
    path(f"{_OVER}betwisten/", over.betwisten, name="betwisten"),
    path(f"{_OVER}opnieuw/", over.herhalen, name="herhalen"),
    path(f"{_OVER}terugnemen/", over.terugnemen, name="terugnemen"),
    path(f"{_OVER}antwoord/", over.buiten, name="buiten"),
    path(f"{_HULP}aansluiten/", over.aansluiten, name="aansluiten"),
    path(f"{_HULP}niet/", over.niet_voortzetten, name="niet_voortzetten"),
    path(f"{_HULP}afsluiten/", over.buiten_afsluiten, name="buiten_afsluiten"),
]
