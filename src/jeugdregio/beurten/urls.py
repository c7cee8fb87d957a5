"""Addresses of this room."""

from django.urls import URLPattern

app_name = "beurten"
urlpatterns: list[URLPattern] = []
