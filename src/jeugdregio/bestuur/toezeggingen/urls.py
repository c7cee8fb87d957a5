from django.urls import path

from jeugdregio.bestuur.toezeggingen import actieschermen, views

app_name = "toezeggingen"
urlpatterns = [
    path("bestuur/toezeggingen/", views.lijst, name="lijst"),
    path("bestuur/toezeggingen/lijst.csv", views.lijst_csv, name="csv"),
    path("bestuur/toezeggingen/nieuw/", views.nieuw, name="nieuw"),
    path("bestuur/toezeggingen/inlezen/", views.inlezen, name="inlezen"),
    path("bestuur/toezeggingen/acties/", actieschermen.acties, name="acties"),
    path("bestuur/toezeggingen/acties/nieuw/", actieschermen.actie_nieuw, name="actie_nieuw"),
    path("bestuur/toezeggingen/acties/<uuid:actie_id>/", actieschermen.actie, name="actie"),
    path("bestuur/toezeggingen/acties/<uuid:actie_id>/klaar/", actieschermen.actie_klaar, name="actie_klaar"),
    path("bestuur/toezeggingen/<uuid:stuk_id>/", views.stuk, name="stuk"),
    path("bestuur/toezeggingen/<uuid:stuk_id>/behandelen/", views.behandelen, name="behandelen"),
    path("bestuur/toezeggingen/<uuid:stuk_id>/tussenbericht/", views.tussenbericht, name="tussenbericht"),
    path("bestuur/toezeggingen/<uuid:stuk_id>/onderdeel/<uuid:onderdeel_id>/", views.onderdeel, name="onderdeel"),
    path("bestuur/toezeggingen/<uuid:stuk_id>/afdoen/", views.afdoen, name="afdoen"),
    path("bestuur/toezeggingen/<uuid:stuk_id>/beoordelen/", views.beoordelen, name="beoordelen"),
    path("bestuur/toezeggingen/<uuid:stuk_id>/beeindigen/", views.beeindigen, name="beeindigen"),
    path("openbaar/toezeggingen/<str:code>/", views.openbaar, name="openbaar"),
    path("openbaar/toezeggingen/<str:code>/lijst.csv", views.openbaar_csv, name="openbaar-csv"),
]
