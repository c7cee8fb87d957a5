from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "jeugdregio.bestuur.consent"
    label = "consent"

    def ready(self) -> None:
        """Give the room its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.consent.permissions import mag_voorstellen_zien

        registreer("Voorstellen", "consent:lijst", mag=mag_voorstellen_zien, volgorde=70, groep="Bestuur")
