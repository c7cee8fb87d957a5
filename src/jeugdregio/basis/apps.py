from django.apps import AppConfig


class BasisConfig(AppConfig):
    name = "jeugdregio.basis"
    label = "basis"
