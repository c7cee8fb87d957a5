from django.urls import path

from jeugdregio.leren.nieuwsbrief import views
from jeugdregio.leren.nieuwsbrief.handelingen import DADEN

app_name = "nieuwsbrief"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:brief_id>/", views.brief, name="brief"),
    path("<uuid:brief_id>/nieuwsbrief.docx", views.word, name="word"),
    path("<uuid:brief_id>/nieuwsbrief.html", views.html, name="html"),
    *(path(f"<uuid:brief_id>/{code}/", views.daad, {"code": code}, name=code) for code in DADEN),
]
