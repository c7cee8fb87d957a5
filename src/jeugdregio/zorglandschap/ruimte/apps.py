from django.apps import AppConfig


class RuimteConfig(AppConfig):
    name = "jeugdregio.zorglandschap.ruimte"
    label = "ruimte"

    def ready(self) -> None:
        """Give the room its entrance in the navigation, and its work of every day."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.zorglandschap.ruimte.beurten import bij_de_tijd

        registreer("Plek", "ruimte:overzicht", mag=lambda wie: True, volgorde=53, groep="Zorglandschap")
        registreer_dagwerk("Plekken, reserveringen en wachtlijst", bij_de_tijd)
