"""Addresses of changing assignments."""

from django.urls import URLPattern

app_name = "wijzigen"
urlpatterns: list[URLPattern] = []
