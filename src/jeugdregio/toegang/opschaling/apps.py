from django.apps import AppConfig


class OpschalingConfig(AppConfig):
    name = "jeugdregio.toegang.opschaling"
    label = "opschaling"

    def ready(self) -> None:
        """Register the entrances, what stands on the page of a child, and the work of every day."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.bewaren.beletsel import registreer_beletsel, registreer_wisser
        from jeugdregio.toegang.haken import bij_kind
        from jeugdregio.toegang.opschaling import bewaren, gasten, kindblok, permissions, wachten
        from jeugdregio.toegang.opschaling.delen import kijk_of_delen_nog_mag
        from jeugdregio.zorglandschap.ruimte.dossiers import registreer_dossierzoeker, registreer_kindzoeker

        zaken = frozenset({"opschaling:lijst", "opschaling:zaak", "opschaling:nieuw"})
        experts = frozenset({"opschaling:expertteam", "opschaling:casus"})
        registreer(
            "Opschaling", "opschaling:lijst", mag=permissions.leest_opschalingen, volgorde=32, onder=zaken, groep="Hulp"
        )
        registreer(
            "Expertteam", "opschaling:expertteam", mag=permissions.is_expert, volgorde=33, onder=experts, besloten=True
        )
        registreer(
            "Mijn casus", "opschaling:mijn-casus", mag=permissions.is_gast, volgorde=34,
            onder=frozenset({"opschaling:casus"}), besloten=True,
        )  # fmt: skip
        registreer(
            "Opschaling in cijfers", "opschaling:regio", mag=permissions.leest_cijfers, volgorde=82, groep="Cijfers",
            onder=frozenset({"opschaling:niveaus"}),
        )  # fmt: skip
        kindblokken.registreer("opschaling", "opschaling/kindblok.html", kindblok.opschaling, volgorde=70)
        bij_kind(kijk_of_delen_nog_mag)
        kindblokken.registreer("wachten", "opschaling/wachtblok.html", wachten.wachtblok, volgorde=65)
        registreer_dossierzoeker(wachten.pad_naar_kind)
        registreer_kindzoeker(wachten.kind_met)
        registreer_dagwerk("Kinderen die wachten op een start", wachten.zet_zonder_start_op_lijst)
        registreer_dagwerk("Plekken van gasten die voorbij zijn", gasten.laat_verlopen)
        registreer_beletsel("opschaling", bewaren.lopende_opschaling)
        registreer_wisser("opschaling en advies van het expertteam", bewaren.wis_opschaling)
