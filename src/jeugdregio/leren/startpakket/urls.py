from django.urls import path

from jeugdregio.leren.startpakket import views

app_name = "startpakket"
urlpatterns = [
    path("", views.pakket, name="pakket"),
    path("startpakket.<str:vorm>", views.bestand, name="bestand"),
    path("prioriteit/", views.prioriteit, name="prioriteit"),
    path("prioriteit/<uuid:prioriteit_id>/overdragen/", views.overdragen, name="overdragen"),
    path("prioriteit/<uuid:prioriteit_id>/klaar/", views.klaar, name="klaar"),
]
