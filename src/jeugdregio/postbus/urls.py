"""Addresses of this room."""

from django.urls import URLPattern

app_name = "postbus"
urlpatterns: list[URLPattern] = []
