from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "jeugdregio.toegang"
    label = "toegang"

    def ready(self) -> None:
        """Register the handlers of this room's messages, whom a message is about, and the entrances."""
        from jeugdregio.toegang.handlers import registreer_handlers
        from jeugdregio.toegang.ingangen import registreer_ingangen

        registreer_handlers()
        registreer_ingangen()
