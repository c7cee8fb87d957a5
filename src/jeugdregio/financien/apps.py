from django.apps import AppConfig


class FinancienConfig(AppConfig):
    name = "jeugdregio.financien"
    label = "financien"

    def ready(self) -> None:
        """Handle declarations, give the room its entrance, and say what stays of a destroyed file."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.financien import berichtwegen, gebruik, handlers, permissions, raakvlak
        from jeugdregio.postbus.herstelwegen import registreer_wegen
        from jeugdregio.toegang.bewaren.beletsel import Blijft, registreer_blijft
        from jeugdregio.toegang.gebruik import registreer as registreer_gebruik
        from jeugdregio.toegang.gedeclareerd import registreer as registreer_gedeclareerd

        handlers.aanmelden()
        registreer_wegen(berichtwegen.wegen, berichtwegen.verwanten)
        raakvlak.aanmelden()
        registreer_gebruik(gebruik.toegekend_volume)
        registreer_gedeclareerd(gebruik.gedeclareerde_regels)
        registreer("Declaraties", "financien:lijst", mag=permissions.mag_declaraties_zien, volgorde=60)
        registreer(
            "Bedragen",
            "financien:bedragen",
            mag=lambda wie: permissions.mag_bedragen_zien(wie) and not permissions.mag_declaraties_zien(wie),
            volgorde=61,
        )
        registreer_blijft(
            Blijft(
                "De regels van declaraties: wat is betaald, zonder naam.", "AWR art. 52 lid 4", "financien.Prestatie"
            )
        )
