"""Addresses of objections, cases at the court and complaints."""

from django.urls import path

from jeugdregio.toegang.bezwaren import briefschermen, klachtschermen, views

app_name = "bezwaren"
urlpatterns = [
    path("bezwaren/", views.lijst, name="lijst"),
    path("bezwaren/nieuw/", views.zoek, name="zoek"),
    path("bezwaren/nieuw/<uuid:beschikking_id>/", views.nieuw, name="nieuw"),
    path("bezwaren/rechter/<uuid:beroep_id>/<slug:daad>/", views.rechter, name="rechter"),
    path("bezwaren/<uuid:bezwaar_id>/", views.bezwaar, name="bezwaar"),
    path("bezwaren/<uuid:bezwaar_id>/brief/", views.brief, name="brief"),
    path("bezwaren/<uuid:bezwaar_id>/brief.pdf", views.pdf, name="pdf"),
    path("bezwaren/<uuid:bezwaar_id>/ontvangst.pdf", briefschermen.ontvangst, name="ontvangst"),
    path(
        "bezwaren/<uuid:bezwaar_id>/uitnodiging/<uuid:genodigde_id>.pdf", briefschermen.uitnodiging, name="uitnodiging"
    ),
    path("bezwaren/<uuid:bezwaar_id>/<slug:daad>/", views.daad, name="daad"),
    path("klachten/", klachtschermen.lijst, name="klachten"),
    path("klachten/nieuw/<uuid:kind_id>/", klachtschermen.nieuw, name="klacht_nieuw"),
    path("klachten/<uuid:klacht_id>/", klachtschermen.klacht, name="klacht"),
    path("klachten/<uuid:klacht_id>/ontvangst.pdf", briefschermen.klacht_ontvangst, name="klacht_ontvangst"),
    path("klachten/<uuid:klacht_id>/oordeel.pdf", briefschermen.klacht_slot, name="klacht_slot"),
    path("klachten/<uuid:klacht_id>/<slug:daad>/", klachtschermen.daad, name="klachtdaad"),
]
