from django.apps import AppConfig


class BrievenConfig(AppConfig):
    name = "jeugdregio.bestuur.brieven"
    label = "brieven"

    def ready(self) -> None:
        """Give the letters their entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.brieven.permissions import mag_lezen

        registreer("Brieven", "brieven:lijst", mag=mag_lezen, volgorde=74, groep="Bestuur")
