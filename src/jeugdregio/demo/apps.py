from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "jeugdregio.demo"
    label = "demo"
