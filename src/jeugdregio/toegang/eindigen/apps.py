from django.apps import AppConfig


class EindigenConfig(AppConfig):
    name = "jeugdregio.toegang.eindigen"
    label = "eindigen"
