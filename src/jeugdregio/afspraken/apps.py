from django.apps import AppConfig


class AfsprakenConfig(AppConfig):
    name = "jeugdregio.afspraken"
    label = "afspraken"
