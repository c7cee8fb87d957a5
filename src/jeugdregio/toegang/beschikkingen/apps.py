from django.apps import AppConfig


class BeschikkingenConfig(AppConfig):
    name = "jeugdregio.toegang.beschikkingen"
    label = "beschikkingen"

    def ready(self) -> None:
        """Give decisions their entrance in the navigation, and their part of the page of a child."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.beschikkingen.blok import blok
        from jeugdregio.toegang.beschikkingen.permissions import leest

        registreer("Besluiten", "beschikkingen:lijst", mag=leest, volgorde=27)
        kindblokken.registreer("beschikkingen", "beschikkingen/blok_kind.html", blok, volgorde=50)
