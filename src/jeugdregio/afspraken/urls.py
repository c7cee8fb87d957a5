"""Addresses of this room."""

from django.urls import path

from jeugdregio.afspraken import views

app_name = "afspraken"
urlpatterns = [path("", views.kaart, name="kaart")]
