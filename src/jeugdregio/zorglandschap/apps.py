from django.apps import AppConfig


class ZorglandschapConfig(AppConfig):
    name = "jeugdregio.zorglandschap"
    label = "zorglandschap"

    def ready(self) -> None:
        """Give the room its entrance in the navigation."""
        from jeugdregio.basis.navigatie import registreer

        registreer("Aanbieders", "zorglandschap:lijst", mag=lambda wie: True, volgorde=50, groep="Zorglandschap")
