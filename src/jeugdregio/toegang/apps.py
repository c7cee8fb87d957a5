from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "jeugdregio.toegang"
    label = "toegang"

    def ready(self) -> None:
        """Register the handlers of this room's messages."""
        from jeugdregio.toegang.handlers import registreer_handlers

        registreer_handlers()
