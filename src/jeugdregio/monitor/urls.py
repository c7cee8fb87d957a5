"""Addresses of figures."""

from django.urls import path

from jeugdregio.monitor import views
from jeugdregio.monitor.aanbieder import schermen

app_name = "monitor"
urlpatterns = [
    path("", views.verblijf, name="verblijf"),
    path("kinderen-met-jeugdhulp.csv", views.verblijf_csv, name="verblijf-csv"),
    path("aanbieders/", schermen.aanbieders, name="aanbieders"),
    path("aanbieders/<uuid:aanbieder_id>/", schermen.aanbieder, name="aanbieder"),
    path("gesprekken/<uuid:gesprek_id>/rapport.pdf", schermen.rapport_pdf, name="rapport-pdf"),
    path("gesprekken/<uuid:gesprek_id>/rapport.docx", schermen.rapport_word, name="rapport-word"),
]
