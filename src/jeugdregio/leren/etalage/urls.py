from django.urls import path

from jeugdregio.leren.etalage import views
from jeugdregio.leren.etalage.handelingen import DADEN

app_name = "etalage"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:praktijk_id>/", views.praktijk, name="praktijk"),
    *(path(f"<uuid:praktijk_id>/{code}/", views.daad, {"code": code}, name=code) for code in DADEN),
]
