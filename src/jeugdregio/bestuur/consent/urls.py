"""Addresses of proposals and rounds of consent."""

from django.urls import path

from jeugdregio.bestuur.consent import afspreekschermen, views

app_name = "consent"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("vervangers/", views.vervangers, name="vervangers"),
    path("spelregels/", afspreekschermen.spelregels, name="spelregels"),
    path("spelregels/<uuid:principe_id>/einde/", afspreekschermen.principe_einde, name="principe_einde"),
    path("<uuid:voorstel_id>/", views.voorstel, name="voorstel"),
    path("<uuid:voorstel_id>/<slug:code>/", views.handeling, name="handeling"),
    path("<uuid:voorstel_id>/<slug:code>/<uuid:onderdeel_id>/", views.handeling, name="onderdeel"),
]
