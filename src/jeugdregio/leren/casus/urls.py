from django.urls import path

from jeugdregio.leren.casus import views
from jeugdregio.leren.casus.handelingen import DADEN

app_name = "casus"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("nieuw/", views.nieuw, name="nieuw"),
    path("<uuid:casus_id>/", views.casus, name="casus"),
    *(path(f"<uuid:casus_id>/{code}/", views.daad, {"code": code}, name=code) for code in DADEN),
]
