from django.apps import AppConfig


class StartpakketConfig(AppConfig):
    name = "jeugdregio.leren.startpakket"
    label = "startpakket"

    def ready(self) -> None:
        """Give the starter pack its entrance in the navigation; look every day at which agreed roles are a year old."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.leren.startpakket.handvestdaden import open_herzieningen
        from jeugdregio.leren.startpakket.permissions import mag_lezen

        registreer_dagwerk("Rolafspraken die een jaar oud zijn", open_herzieningen)
        registreer("Startpakket", "startpakket:pakket", mag=mag_lezen, volgorde=86, groep="Leren")
