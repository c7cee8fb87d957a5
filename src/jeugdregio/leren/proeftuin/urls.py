from django.urls import path

from jeugdregio.leren.proeftuin import views
from jeugdregio.leren.proeftuin.handelingen import DADEN

app_name = "proeftuin"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:proeftuin_id>/", views.proeftuin, name="proeftuin"),
    *(path(f"<uuid:proeftuin_id>/{code}/", views.daad, {"code": code}, name=code) for code in DADEN),
]
