from django.urls import path

from jeugdregio.zorglandschap.gesprekken import views

app_name = "gesprekken"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:gesprek_id>/", views.gesprek, name="gesprek"),
    path("<uuid:gesprek_id>/voorbereiden/", views.voorbereiden, name="voorbereiden"),
    path("<uuid:gesprek_id>/verzetten/", views.verzetten, name="verzetten"),
    path("<uuid:gesprek_id>/punt/", views.punt, name="punt"),
    path("<uuid:gesprek_id>/houden/", views.houden, name="houden"),
    path("<uuid:gesprek_id>/vervallen/", views.vervallen, name="vervallen"),
    path("<uuid:gesprek_id>/actie/", views.actie, name="actie"),
    path("acties/<uuid:actie_id>/", views.afronden, name="afronden"),
]
