from django.urls import path

from jeugdregio.bestuur.signalen import views

app_name = "signalen"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("lijst.csv", views.lijst_csv, name="csv"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("archief/", views.archief, name="archief"),
    path("archief/nieuw/", views.archiefbrief, name="archiefbrief"),
    path("<uuid:signaal_id>/", views.signaal, name="signaal"),
    path("<uuid:signaal_id>/antwoord/", views.antwoord, name="antwoord"),
    path("<uuid:signaal_id>/navragen/", views.navragen, name="navragen"),
    path("<uuid:signaal_id>/doorzetten/", views.doorzetten, name="doorzetten"),
    path("<uuid:signaal_id>/intrekken/", views.intrekken, name="intrekken"),
]
