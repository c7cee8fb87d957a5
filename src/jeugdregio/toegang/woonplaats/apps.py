from django.apps import AppConfig


class WoonplaatsConfig(AppConfig):
    name = "jeugdregio.toegang.woonplaats"
    label = "woonplaats"

    def ready(self) -> None:
        """Show residence on the page of a child, open the list of transfers, and watch help that goes on for a year."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.permissions import is_toegang
        from jeugdregio.toegang.woonplaats.kindblok import woonplaatsblok
        from jeugdregio.toegang.woonplaats.voortzetten import open_voortzettingsbeurten

        kindblokken.registreer("woonplaats", "woonplaats/blok.html", woonplaatsblok, volgorde=20, terzijde=True)
        registreer("Overdrachten", "woonplaats:overdrachten", mag=is_toegang, volgorde=22, groep="Kinderen")
        registreer_dagwerk("Voortzetting na verhuizing die afloopt", open_voortzettingsbeurten)
