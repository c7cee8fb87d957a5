"""Addresses of this room."""

from django.urls import URLPattern

app_name = "organisaties"
urlpatterns: list[URLPattern] = []
