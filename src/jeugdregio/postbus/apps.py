from django.apps import AppConfig


class PostbusConfig(AppConfig):
    name = "jeugdregio.postbus"
    label = "postbus"
