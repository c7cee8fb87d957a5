from django.apps import AppConfig


class TekstenConfig(AppConfig):
    name = "jeugdregio.bestuur.teksten"
    label = "teksten"

    def ready(self) -> None:
        """Give the joint texts their entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.teksten.permissions import mag_lezen

        registreer("Teksten", "teksten:lijst", mag=mag_lezen, volgorde=75, groep="Bestuur")
