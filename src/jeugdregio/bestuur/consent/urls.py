"""Addresses of proposals and rounds of consent."""

from django.urls import path

from jeugdregio.bestuur.consent import views

app_name = "consent"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("<uuid:voorstel_id>/", views.voorstel, name="voorstel"),
]
