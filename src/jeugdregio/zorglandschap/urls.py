"""Addresses of providers."""

from django.urls import path

from jeugdregio.zorglandschap import views

app_name = "zorglandschap"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("<uuid:aanbieder_id>/", views.aanbieder, name="aanbieder"),
]
