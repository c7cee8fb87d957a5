from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "jeugdregio.monitor"
    label = "monitor"

    def ready(self) -> None:
        """Give the room its entrance in the navigation, and joint governance its figures."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.monitor.bestuurscijfers import registreer_bestuurscijfers
        from jeugdregio.monitor.permissions import mag_cijfers_zien

        registreer("Cijfers", "monitor:verblijf", mag=mag_cijfers_zien, volgorde=80, groep="Cijfers")
        registreer_bestuurscijfers()
