"""Addresses of this room."""

from django.urls import path

from jeugdregio.toegang.termijnen import views

app_name = "termijnen"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("<uuid:klok_id>/", views.klok, name="klok"),
    path("<uuid:klok_id>/aanvulling/", views.aanvulling, name="aanvulling"),
    path("<uuid:klok_id>/aanvulling/<uuid:opschorting_id>/binnen/", views.binnen, name="binnen"),
    path("<uuid:klok_id>/aanvulling/<uuid:opschorting_id>/brief.pdf", views.aanvulbrief, name="aanvulbrief"),
    path("<uuid:klok_id>/verdagen/brief.pdf", views.verdaagbrief, name="verdaagbrief"),
    path("<uuid:klok_id>/uitstel/", views.uitstel, name="uitstel"),
    path("<uuid:klok_id>/verdagen/", views.verdaag, name="verdagen"),
    path("<uuid:klok_id>/ingebreke/", views.ingebreke, name="ingebreke"),
    path("<uuid:klok_id>/stoppen/", views.stoppen, name="stop"),
]
