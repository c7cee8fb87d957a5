"""Addresses of this room."""

from django.urls import URLPattern

app_name = "zorglandschap"
urlpatterns: list[URLPattern] = []
