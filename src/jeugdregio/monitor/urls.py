"""Addresses of figures."""

from django.urls import path

from jeugdregio.monitor import views

app_name = "monitor"
urlpatterns = [
    path("", views.verblijf, name="verblijf"),
    path("kinderen-met-jeugdhulp.csv", views.verblijf_csv, name="verblijf-csv"),
]
