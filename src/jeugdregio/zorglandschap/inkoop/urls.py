from django.urls import path

from jeugdregio.zorglandschap.inkoop import views

app_name = "inkoop"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:traject_id>/", views.traject, name="traject"),
    path("<uuid:traject_id>/kalender.csv", views.traject_csv, name="csv"),
    path("<uuid:traject_id>/kalender.ics", views.traject_ics, name="ics"),
    path("<uuid:traject_id>/perceel/", views.kavel, name="kavel"),
    path("<uuid:traject_id>/start/", views.start, name="start"),
    path("<uuid:traject_id>/stoppen/", views.stoppen, name="stoppen"),
    path("fasen/<uuid:fase_id>/", views.fase, name="fase"),
]
