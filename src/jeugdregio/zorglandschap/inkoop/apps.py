from django.apps import AppConfig


class InkoopConfig(AppConfig):
    name = "jeugdregio.zorglandschap.inkoop"
    label = "inkoop"

    def ready(self) -> None:
        """Give the calendar its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.zorglandschap.inkoop.permissions import mag_lezen

        registreer("Inkoop", "inkoop:lijst", mag=mag_lezen, volgorde=57, groep="Zorglandschap")
