"""Addresses of help that ends."""

from django.urls import path

from jeugdregio.toegang.eindigen import views

app_name = "eindigen"
_HULP = "hulp-die-eindigt/<uuid:toewijzing_id>/"
urlpatterns = [
    path("hulp-die-eindigt/", views.lijst, name="lijst"),
    path(_HULP, views.einde, name="einde"),
    path(f"{_HULP}verlengen/", views.verlengen, name="verlengen"),
    path(f"{_HULP}doorlopen/", views.doorlopen, name="doorlopen"),
    path(f"{_HULP}eindigt/", views.eindigen, name="eindigen"),
    path("kinderen/<uuid:kind_id>/achttien/", views.achttien, name="achttien"),
]
