from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "jeugdregio.bestuur.consent"
    label = "consent"

    def ready(self) -> None:
        """Give the room its entrance in the navigation, and its work of the day."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.consent.permissions import mag_voorstellen_zien
        from jeugdregio.bestuur.consent.tijd import werk
        from jeugdregio.beurten.dagwerk import registreer_dagwerk

        registreer("Voorstellen", "consent:lijst", mag=mag_voorstellen_zien, volgorde=70, groep="Bestuur")
        registreer_dagwerk("Voorstellen waarvan de dag er is", lambda _op: sum(werk()))
