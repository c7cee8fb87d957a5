from django.apps import AppConfig


class StartpakketConfig(AppConfig):
    name = "jeugdregio.leren.startpakket"
    label = "startpakket"

    def ready(self) -> None:
        """Give the starter pack its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.leren.startpakket.permissions import mag_lezen

        registreer("Startpakket", "startpakket:pakket", mag=mag_lezen, volgorde=86, groep="Leren")
