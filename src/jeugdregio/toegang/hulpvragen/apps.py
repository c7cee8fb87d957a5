from django.apps import AppConfig


class HulpvragenConfig(AppConfig):
    name = "jeugdregio.toegang.hulpvragen"
    label = "hulpvragen"
