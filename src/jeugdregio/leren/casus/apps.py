from django.apps import AppConfig


class CasusConfig(AppConfig):
    name = "jeugdregio.leren.casus"
    label = "casus"

    def ready(self) -> None:
        """Give this room its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.leren.casus.permissions import mag_lezen

        registreer("Casuïstiek", "casus:lijst", mag=mag_lezen, volgorde=82, groep="Leren")
