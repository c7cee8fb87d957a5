from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "jeugdregio.monitor"
    label = "monitor"

    def ready(self) -> None:
        """Give the room its entrances in the navigation, joint governance its figures, and talks their points."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.basis.opwarmen import registreer_opwarmer
        from jeugdregio.monitor.aanbieder.bevindingen import voor_gesprek
        from jeugdregio.monitor.aanbieder.permissions import mag_aanbieders_zien
        from jeugdregio.monitor.bestuurscijfers import registreer_bestuurscijfers
        from jeugdregio.monitor.grafiek import laad_tekenaar
        from jeugdregio.monitor.permissions import mag_cijfers_zien
        from jeugdregio.zorglandschap.gesprekken import bronnen

        registreer("Cijfers", "monitor:verblijf", mag=mag_cijfers_zien, volgorde=80, groep="Cijfers")
        registreer_bestuurscijfers()
        registreer_opwarmer(laad_tekenaar)
        onder = frozenset({"monitor:aanbieder", "monitor:aanbieders"})
        registreer(
            "Per aanbieder",
            "monitor:aanbieders",
            mag=mag_aanbieders_zien,
            volgorde=81,
            onder=onder,
            groep="Cijfers",
        )
        bronnen.registreer_bron("Cijfers van het kwartaal", voor_gesprek)
        bronnen.registreer_verwijzing("Rapport als PDF", "monitor:rapport-pdf")
        bronnen.registreer_verwijzing("Rapport als Word", "monitor:rapport-word")
