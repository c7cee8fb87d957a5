from django.apps import AppConfig


class ToezeggingenConfig(AppConfig):
    name = "jeugdregio.bestuur.toezeggingen"
    label = "toezeggingen"

    def ready(self) -> None:
        """Give the register its entrance in the navigation, and its work of the day."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.toezeggingen.permissions import mag_lezen
        from jeugdregio.bestuur.toezeggingen.tijd import herinner_per_kwartaal
        from jeugdregio.beurten.dagwerk import registreer_dagwerk

        registreer("Toezeggingen", "toezeggingen:lijst", mag=mag_lezen, volgorde=73, groep="Bestuur")
        registreer_dagwerk("Toezeggingen zonder nieuws dit kwartaal", lambda _op: herinner_per_kwartaal())
