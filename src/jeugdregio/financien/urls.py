"""Addresses of declarations."""

from django.urls import path

from jeugdregio.financien import omvangscherm, views

app_name = "financien"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("bedragen/", views.bedragen, name="bedragen"),
    path("bedragen.csv", views.bedragen_csv, name="bedragen-csv"),
    path("indienen/", views.kies, name="kies"),
    path("indienen/<uuid:gemeente_id>/<int:jaar>-<int:maand>/", views.indienen, name="indienen"),
    path("omvang/<uuid:toewijzing_id>/", omvangscherm.omvang, name="omvang"),
    path("<uuid:declaratie_id>/", views.declaratie, name="declaratie"),
    path("<uuid:declaratie_id>/betaalbaar/", views.betaalbaar, name="betaalbaar"),
    path("<uuid:declaratie_id>/herstel-afsluiten/", views.herstel_afsluiten, name="herstel-afsluiten"),
    path("regels/<int:prestatie_id>/crediteren/", views.crediteren, name="crediteren"),
    path("afgekeurd/<uuid:bericht_id>/", views.afgekeurd, name="afgekeurd"),
]
