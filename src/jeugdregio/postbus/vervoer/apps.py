from django.apps import AppConfig


class VervoerConfig(AppConfig):
    name = "jeugdregio.postbus.vervoer"
    label = "vervoer"
