from django.apps import AppConfig


class WoonplaatsConfig(AppConfig):
    name = "jeugdregio.toegang.woonplaats"
    label = "woonplaats"
