from django.apps import AppConfig


class BeschikkingenConfig(AppConfig):
    name = "jeugdregio.toegang.beschikkingen"
    label = "beschikkingen"
