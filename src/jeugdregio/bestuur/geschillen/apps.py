from django.apps import AppConfig


class GeschillenConfig(AppConfig):
    name = "jeugdregio.bestuur.geschillen"
    label = "geschillen"

    def ready(self) -> None:
        """Give the disputes their entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.geschillen.permissions import mag_lezen

        registreer("Geschillen", "geschillen:lijst", mag=mag_lezen, volgorde=76, groep="Bestuur")
