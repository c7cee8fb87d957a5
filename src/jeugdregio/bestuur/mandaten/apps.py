from typing import Any

from django.apps import AppConfig

from jeugdregio.basis.navigatie import registreer


class MandatenConfig(AppConfig):
    name = "jeugdregio.bestuur.mandaten"
    label = "mandaten"

    def ready(self) -> None:
        """Put the register in the navigation for everybody (mandates are public), and look daily at what ends."""
        from jeugdregio.bestuur.mandaten.beurten import open_afloopbeurten
        from jeugdregio.beurten.dagwerk import registreer_dagwerk

        registreer_dagwerk("Mandaten die bijna aflopen", open_afloopbeurten)

        def iedereen(_wie: Any) -> bool:
            return True

        registreer("Wie mag wat", "mandaten:lijst", mag=iedereen, volgorde=52, groep="Afspraken")
