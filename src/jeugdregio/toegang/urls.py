"""Addresses of this room."""

from django.urls import URLPattern

app_name = "toegang"
urlpatterns: list[URLPattern] = []
