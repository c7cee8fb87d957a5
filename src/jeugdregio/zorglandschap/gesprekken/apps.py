from django.apps import AppConfig


class GesprekkenConfig(AppConfig):
    name = "jeugdregio.zorglandschap.gesprekken"
    label = "gesprekken"

    def ready(self) -> None:
        """Give the talks their entrance, their work of every day, and the points this room knows itself."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.zorglandschap.gesprekken import agenda, beurten, bronnen
        from jeugdregio.zorglandschap.gesprekken.permissions import mag_lezen

        registreer("Gesprekken", "gesprekken:lijst", mag=mag_lezen, volgorde=56, groep="Zorglandschap")
        registreer_dagwerk("Kwartaalgesprekken", beurten.bij_de_tijd)
        bronnen.registreer_bron("Acties uit vorige gesprekken", agenda.open_acties)
        bronnen.registreer_bron("Contracten en kwaliteit", agenda.contract_en_kwaliteit)
