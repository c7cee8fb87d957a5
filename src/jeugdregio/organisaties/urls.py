"""Addresses of this room."""

from django.urls import path

from jeugdregio.organisaties import contactschermen, views

app_name = "organisaties"
urlpatterns = [
    path("contacten/", contactschermen.contacten, name="contacten"),
    path("contacten/bel/", contactschermen.bel, name="bel"),
    path("contacten/bewaren/", contactschermen.contact_bewaren, name="contact_bewaren"),
    path("contacten/<uuid:punt_id>/", contactschermen.contact, name="contact"),
    path("contacten/<uuid:punt_id>/klopt/", contactschermen.bevestigen, name="contact_bevestigen"),
    path("mensen/", views.mensen, name="mensen"),
    path("mensen/<uuid:gebruiker_id>/", views.mens, name="mens"),
    path("mensen/<uuid:gebruiker_id>/rol-beeindigen/", views.rol_beeindigen, name="rol_beeindigen"),
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<uuid:token_id>/intrekken/", views.token_intrekken, name="token_intrekken"),
    path("wissel/", views.wissel, name="wissel"),
]
