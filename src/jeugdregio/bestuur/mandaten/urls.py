"""Addresses of this room."""

from django.urls import path

from jeugdregio.bestuur.mandaten import daden, views

app_name = "mandaten"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("mag-dit/", views.vraag, name="vraag"),
    path("nieuw/", daden.nieuw, name="nieuw"),
    path("<uuid:mandaat_id>/", views.mandaat, name="mandaat"),
    path("<uuid:mandaat_id>/vervangen/", daden.vervangen, name="vervangen"),
    path("<uuid:mandaat_id>/doorgeven/", daden.doorgeven, name="doorgeven"),
    path("<uuid:mandaat_id>/instemmen/", daden.instemmen, name="instemmen"),
    path("<uuid:mandaat_id>/intrekken/", daden.intrekken, name="intrekken"),
    path("<uuid:mandaat_id>/instructie/", daden.instructie, name="instructie"),
    path("<uuid:mandaat_id>/verantwoording/", daden.verantwoording, name="verantwoording"),
    path("<uuid:mandaat_id>/betwisten/", daden.betwisten, name="betwisten"),
    path("betwisting/<uuid:betwisting_id>/beeindigen/", daden.betwisting_beeindigen, name="betwisting_beeindigen"),
]
