from django.apps import AppConfig


class ProeftuinConfig(AppConfig):
    name = "jeugdregio.leren.proeftuin"
    label = "proeftuin"

    def ready(self) -> None:
        """Give this room its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.leren.proeftuin.permissions import mag_lezen

        registreer("Proeftuinen", "proeftuin:lijst", mag=mag_lezen, volgorde=84, groep="Leren")
