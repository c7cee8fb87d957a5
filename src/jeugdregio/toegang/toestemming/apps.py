from django.apps import AppConfig


class ToestemmingConfig(AppConfig):
    name = "jeugdregio.toegang.toestemming"
    label = "toestemming"

    def ready(self) -> None:
        """Become the one judge of consent of every road, and show it on the page of a child."""
        from django.urls import reverse

        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang import kindblokken, poort
        from jeugdregio.toegang.hulpvragen.beeld import registreer_pad
        from jeugdregio.toegang.hulpvragen.feiten import registreer_feit
        from jeugdregio.toegang.toestemming.blok import blok
        from jeugdregio.toegang.toestemming.feit import compleet_sinds
        from jeugdregio.toegang.toestemming.herzien import zie_begin
        from jeugdregio.toegang.toestemming.oordeel import oordelen
        from jeugdregio.toegang.toestemming.tijd import herzie_verlopen_gronden, open_verjaardagsbeurten
        from recht.wegen import Punt

        registreer_dagwerk("Verjaardagen die toestemming veranderen", open_verjaardagsbeurten)
        registreer_dagwerk("Gronden zonder toestemming die voorbij zijn", herzie_verlopen_gronden)
        poort.registreer(oordelen, zie_begin)
        registreer_feit(Punt.TOESTEMMING, compleet_sinds)
        registreer_pad(Punt.TOESTEMMING, lambda vraag: reverse("toestemming:overzicht", args=[vraag.kind_id]))
        kindblokken.registreer("toestemming", "toestemming/blok.html", blok, volgorde=5, terzijde=True)
