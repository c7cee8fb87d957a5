from django.apps import AppConfig


class VergaderenConfig(AppConfig):
    name = "jeugdregio.bestuur.vergaderen"
    label = "vergaderen"

    def ready(self) -> None:
        """Give the meetings their entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.vergaderen.permissions import mag_lezen

        registreer("Vergaderingen", "vergaderen:lijst", mag=mag_lezen, volgorde=72, groep="Bestuur")
