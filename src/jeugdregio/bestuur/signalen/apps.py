from django.apps import AppConfig


class SignalenConfig(AppConfig):
    name = "jeugdregio.bestuur.signalen"
    label = "signalen"

    def ready(self) -> None:
        """Give the signals their entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.bestuur.signalen.permissions import mag_lezen

        registreer("Signalen", "signalen:lijst", mag=mag_lezen, volgorde=76, groep="Bestuur")
