from django.urls import path

from jeugdregio.leren.startpakket import handvestschermen, views

app_name = "startpakket"
urlpatterns = [
    path("", views.pakket, name="pakket"),
    path("startpakket.<str:vorm>", views.bestand, name="bestand"),
    path("handvest/", handvestschermen.blad, name="handvest"),
    path("handvest/nieuw/", handvestschermen.regel, name="rol_nieuw"),
    path("handvest/<slug:code>/", handvestschermen.regel, name="rol"),
    path("handvest/<slug:code>/weg/", handvestschermen.weg, name="rol_weg"),
    path("handvest/<slug:code>/bevestigen/", handvestschermen.bevestig, name="rol_bevestigen"),
    path("prioriteit/", views.prioriteit, name="prioriteit"),
    path("prioriteit/<uuid:prioriteit_id>/overdragen/", views.overdragen, name="overdragen"),
    path("prioriteit/<uuid:prioriteit_id>/klaar/", views.klaar, name="klaar"),
]
