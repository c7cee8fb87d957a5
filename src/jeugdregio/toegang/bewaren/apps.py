from django.apps import AppConfig


class BewarenConfig(AppConfig):
    name = "jeugdregio.toegang.bewaren"
    label = "bewaren"
