"""Addresses of this room."""

from django.urls import URLPattern

app_name = "afspraken"
urlpatterns: list[URLPattern] = []
