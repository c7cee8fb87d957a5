from django.apps import AppConfig


class PeilingConfig(AppConfig):
    name = "jeugdregio.leren.peiling"
    label = "peiling"

    def ready(self) -> None:
        """Give this room its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.leren.peiling.permissions import mag_lezen

        registreer("Peiling", "peiling:lijst", mag=mag_lezen, volgorde=85, groep="Leren")
