from typing import Any

from django.apps import AppConfig

from jeugdregio.basis.navigatie import registreer


class BeurtenConfig(AppConfig):
    name = "jeugdregio.beurten"
    label = "beurten"

    def ready(self) -> None:
        """Put the home screen first in the navigation; let contact points that are wrong become turns."""
        from jeugdregio.beurten.contacten import open_contactbeurten, werk_bij
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.beurten.permissions import mag_regio_zien
        from jeugdregio.organisaties.signalen import na_wijziging

        na_wijziging(werk_bij)
        registreer_dagwerk("Contactpunten die iemand moet nakijken", open_contactbeurten)

        def iedereen(_wie: Any) -> bool:
            return True

        registreer("Wie is aan zet", "beurten:start", mag=iedereen, volgorde=10, besloten=True)
        registreer("Regio", "beurten:regio", mag=mag_regio_zien, volgorde=81, groep="Cijfers")
