from django.apps import AppConfig


class ToestemmingConfig(AppConfig):
    name = "jeugdregio.toegang.toestemming"
    label = "toestemming"

    def ready(self) -> None:
        """Become the one judge of consent of every road, and show it on the page of a child."""
        from jeugdregio.toegang import kindblokken, poort
        from jeugdregio.toegang.hulpvragen.feiten import registreer_feit
        from jeugdregio.toegang.toestemming.blok import blok
        from jeugdregio.toegang.toestemming.feit import compleet_sinds
        from jeugdregio.toegang.toestemming.herzien import zie_begin
        from jeugdregio.toegang.toestemming.oordeel import oordelen
        from recht.wegen import Punt

        poort.registreer(oordelen, zie_begin)
        registreer_feit(Punt.TOESTEMMING, compleet_sinds)
        kindblokken.registreer("toestemming", "toestemming/blok.html", blok, volgorde=20, terzijde=True)
