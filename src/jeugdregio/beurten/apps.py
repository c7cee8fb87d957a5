from django.apps import AppConfig


class BeurtenConfig(AppConfig):
    name = "jeugdregio.beurten"
    label = "beurten"
