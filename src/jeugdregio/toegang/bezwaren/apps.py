from django.apps import AppConfig


class BezwarenConfig(AppConfig):
    name = "jeugdregio.toegang.bezwaren"
    label = "bezwaren"
