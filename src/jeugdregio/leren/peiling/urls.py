from django.urls import path

from jeugdregio.leren.peiling import views

app_name = "peiling"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:ronde_id>/antwoord/", views.antwoord, name="antwoord"),
    path("<uuid:ronde_id>/sluiten/", views.sluiten, name="sluiten"),
]
