from django.urls import path

from jeugdregio.leren.leerkring import views
from jeugdregio.leren.leerkring.handelingen import DADEN

app_name = "leerkring"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("verhalen/<uuid:verhaal_id>/", views.verhaal, name="verhaal-lezen"),
    path("<uuid:kring_id>/", views.kring, name="kring"),
    *(path(f"<uuid:kring_id>/{code}/", views.daad, {"code": code}, name=code) for code in DADEN),
]
