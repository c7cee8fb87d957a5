from django.apps import AppConfig


class LeerkringConfig(AppConfig):
    name = "jeugdregio.leren.leerkring"
    label = "leerkring"

    def ready(self) -> None:
        """Give this room its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.leren.leerkring.permissions import mag_lezen

        registreer("Leerkringen", "leerkring:lijst", mag=mag_lezen, volgorde=81, groep="Leren")
