from django.apps import AppConfig


class ToezeggingenConfig(AppConfig):
    name = "jeugdregio.bestuur.toezeggingen"
    label = "toezeggingen"

    def ready(self) -> None:
        """Give the register its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.toezeggingen.permissions import mag_lezen

        registreer("Toezeggingen", "toezeggingen:lijst", mag=mag_lezen, volgorde=73, groep="Bestuur")
