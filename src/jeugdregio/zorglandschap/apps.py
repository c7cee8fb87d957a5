from django.apps import AppConfig


class ZorglandschapConfig(AppConfig):
    name = "jeugdregio.zorglandschap"
    label = "zorglandschap"
