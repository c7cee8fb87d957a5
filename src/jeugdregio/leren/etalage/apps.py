from django.apps import AppConfig


class EtalageConfig(AppConfig):
    name = "jeugdregio.leren.etalage"
    label = "etalage"

    def ready(self) -> None:
        """Give this room its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.leren.etalage.permissions import mag_lezen

        registreer("Etalage", "etalage:lijst", mag=mag_lezen, volgorde=83, groep="Leren")
