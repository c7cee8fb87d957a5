from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "jeugdregio.web"
    label = "web"
