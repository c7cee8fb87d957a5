from django.apps import AppConfig


class PlannenConfig(AppConfig):
    name = "jeugdregio.toegang.plannen"
    label = "plannen"

    def ready(self) -> None:
        """Give plans their entrance and their place on the page of a child; tell the road what was reached."""
        from django.urls import reverse

        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.hulpvragen.beeld import registreer_pad
        from jeugdregio.toegang.hulpvragen.feiten import registreer_feit
        from jeugdregio.toegang.plannen.blok import blok, onderzoek_sinds, plan_sinds
        from jeugdregio.toegang.plannen.permissions import mag_lezen
        from recht.wegen import Punt

        registreer("Plannen", "plannen:lijst", mag=mag_lezen, volgorde=24, groep="Hulp")
        kindblokken.registreer("plannen", "plannen/blok.html", blok, volgorde=30)
        registreer_feit(Punt.PLAN, plan_sinds)
        registreer_feit(Punt.ONDERZOEK, onderzoek_sinds)
        registreer_pad(Punt.PLAN, lambda vraag: reverse("plannen:aanbieden", args=[vraag.kind_id]))
        registreer_pad(Punt.ONDERZOEK, lambda vraag: reverse("plannen:onderzoek_beginnen", args=[vraag.pk]))
