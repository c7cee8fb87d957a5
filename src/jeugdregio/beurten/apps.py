from typing import Any

from django.apps import AppConfig

from jeugdregio.basis.navigatie import registreer


class BeurtenConfig(AppConfig):
    name = "jeugdregio.beurten"
    label = "beurten"

    def ready(self) -> None:
        """Put the home screen first in the navigation, and the region screen for who may see it."""
        from jeugdregio.beurten.permissions import mag_regio_zien

        def iedereen(_wie: Any) -> bool:
            return True

        registreer("Wie is aan zet", "beurten:start", mag=iedereen, volgorde=10)
        registreer("Regio", "beurten:regio", mag=mag_regio_zien, volgorde=81, groep="Cijfers")
