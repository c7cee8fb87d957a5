from django.apps import AppConfig


class FinancienConfig(AppConfig):
    name = "jeugdregio.financien"
    label = "financien"
