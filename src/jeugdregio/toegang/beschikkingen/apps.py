from django.apps import AppConfig


class BeschikkingenConfig(AppConfig):
    name = "jeugdregio.toegang.beschikkingen"
    label = "beschikkingen"

    def ready(self) -> None:
        """Give decisions their entrance in the navigation, and their part of a child's page and road."""
        from django.urls import reverse

        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.toegang import besluitbron, kindblokken
        from jeugdregio.toegang.beschikkingen.blok import blok
        from jeugdregio.toegang.beschikkingen.permissions import leest
        from jeugdregio.toegang.beschikkingen.queries import van_toewijzing, verzonden_sinds
        from jeugdregio.toegang.hulpvragen.beeld import registreer_pad
        from jeugdregio.toegang.hulpvragen.feiten import registreer_feit
        from recht.wegen import Punt

        besluitbron.registreer(van_toewijzing)
        registreer_feit(Punt.BESLUIT, verzonden_sinds)
        registreer_pad(Punt.BESLUIT, lambda vraag: reverse("beschikkingen:begin", args=[vraag.pk]))
        registreer("Besluiten", "beschikkingen:lijst", mag=leest, volgorde=27, groep="Hulp")
        kindblokken.registreer("beschikkingen", "beschikkingen/blok_kind.html", blok, volgorde=50)
