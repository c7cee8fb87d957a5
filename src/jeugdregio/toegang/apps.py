from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "jeugdregio.toegang"
    label = "toegang"
