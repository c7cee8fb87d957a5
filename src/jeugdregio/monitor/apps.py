from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "jeugdregio.monitor"
    label = "monitor"
