from django.urls import path

from jeugdregio.bestuur.brieven import schilviews, toonschermen, views

app_name = "brieven"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("toon/", toonschermen.lijst, name="toonlijst"),
    path("toon/nieuw/", toonschermen.regel, name="toon_nieuw"),
    path("toon/<slug:code>/", toonschermen.regel, name="toon_regel"),
    path("toon/<slug:code>/uit/", toonschermen.uit, name="toon_uit"),
    path("toon/<slug:code>/terug/", toonschermen.terug, name="toon_terug"),
    path("<uuid:brief_id>/", views.brief, name="brief"),
    path("<uuid:brief_id>/schrijven/", views.schrijven, name="schrijven"),
    path("<uuid:brief_id>/vrijgeven/", views.vrijgeven, name="vrijgeven"),
    path("<uuid:brief_id>/nieuwe-versie/", views.nieuwe_versie, name="nieuwe_versie"),
    path("<uuid:brief_id>/intrekken/", views.intrekken, name="intrekken"),
    path("raad/<uuid:schil_id>/", schilviews.schil, name="schil"),
    path("raad/<uuid:schil_id>/versturen/", schilviews.versturen, name="versturen"),
    path("raad/<uuid:schil_id>/<str:blad>.<str:vorm>", schilviews.bestand, name="bestand"),
    path("verzonden/<uuid:verzending_id>/", schilviews.verzonden, name="verzonden"),
    path(
        "verzonden/<uuid:verzending_id>/<str:blad>.<str:vorm>", schilviews.verzonden_bestand, name="verzonden_bestand"
    ),
]
