"""Addresses of joint texts."""

from django.urls import path

from jeugdregio.bestuur.teksten import views

app_name = "teksten"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("intenties/nieuw/", views.intentie_nieuw, name="intentie_nieuw"),
    path("intenties/<uuid:intentie_id>/", views.intentie, name="intentie"),
    path("<uuid:tekst_id>/", views.tekst, name="tekst"),
    path("<uuid:tekst_id>/vergelijken/", views.vergelijken, name="vergelijken"),
    path("<uuid:tekst_id>/reactienota.pdf", views.reactienota, {"vorm": "pdf"}, name="reactienota_pdf"),
    path("<uuid:tekst_id>/reactienota.docx", views.reactienota, {"vorm": "docx"}, name="reactienota_word"),
    path("<uuid:tekst_id>/<slug:code>/", views.handeling, name="handeling"),
    path("<uuid:tekst_id>/<slug:code>/<uuid:deel_id>/", views.handeling, name="onderdeel"),
]
