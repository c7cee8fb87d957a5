from django.apps import AppConfig

from jeugdregio.basis.navigatie import registreer


class PostbusConfig(AppConfig):
    name = "jeugdregio.postbus"
    label = "postbus"

    def ready(self) -> None:
        """Register the list of messages for who looks after them."""
        from jeugdregio.postbus.permissions import ziet_berichten

        registreer("Berichten", "postbus:berichten", mag=ziet_berichten, volgorde=40)
