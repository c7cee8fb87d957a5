from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "jeugdregio.toegang"
    label = "toegang"

    def ready(self) -> None:
        """Register the handlers of this room's messages, whom a message is about, and the entrances."""
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang import kindblokken, raakvlak
        from jeugdregio.toegang.aanbiederkant import handlers as aanbiederkant
        from jeugdregio.toegang.gezinnen.blok import familie
        from jeugdregio.toegang.gezinnen.bsn import werk_bsn_beurt_bij
        from jeugdregio.toegang.haken import bij_kind
        from jeugdregio.toegang.handlers import registreer_handlers
        from jeugdregio.toegang.ingangen import registreer_ingangen
        from jeugdregio.toegang.stoppen import open_stopbeurten
        from jeugdregio.toegang.uitgaand import registreer_toetsen
        from jeugdregio.toegang.verlengen import open_verlengingsbeurten

        registreer_handlers()
        aanbiederkant.registreer_handlers()
        registreer_ingangen()
        raakvlak.aanmelden()
        registreer_toetsen()
        bij_kind(werk_bsn_beurt_bij)
        kindblokken.registreer("gezin", "toegang/broers.html", familie, volgorde=20, terzijde=True)
        registreer_dagwerk("Toewijzingen die bijna eindigen", open_verlengingsbeurten)
        registreer_dagwerk("Hulp waarvan de stop mist", open_stopbeurten)
