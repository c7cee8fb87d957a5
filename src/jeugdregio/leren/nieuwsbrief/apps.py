from django.apps import AppConfig


class NieuwsbriefConfig(AppConfig):
    name = "jeugdregio.leren.nieuwsbrief"
    label = "nieuwsbrief"

    def ready(self) -> None:
        """Give this room its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.leren.nieuwsbrief.permissions import mag_lezen

        registreer("Nieuwsbrief", "nieuwsbrief:lijst", mag=mag_lezen, volgorde=84, groep="Leren")
