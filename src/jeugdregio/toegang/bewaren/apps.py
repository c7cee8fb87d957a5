from django.apps import AppConfig


class BewarenConfig(AppConfig):
    name = "jeugdregio.toegang.bewaren"
    label = "bewaren"

    def ready(self) -> None:
        """Say what keeps a file and what destroying it empties; show requests on the page of a child."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.bewaren import beletsel, wissen
        from jeugdregio.toegang.bewaren.kindblok import bewaarblok
        from jeugdregio.toegang.bewaren.permissions import mag_verzoeken_zien

        beletsel.registreer_beletsel("hulp", beletsel.lopende_hulp)
        beletsel.registreer_beletsel("verzoek", beletsel.open_verzoek)
        beletsel.registreer_beletsel("overdracht", beletsel.open_overdracht)
        # Empty what others are written from last: the child itself goes first, so a transfer is rewritten without it.
        beletsel.registreer_wisser("naam, bsn, adres en geboortedag van het kind", wissen.wis_kind)
        beletsel.registreer_wisser("namen en telefoonnummers van ouders", wissen.wis_gezin)
        beletsel.registreer_wisser("hulpvragen en toelichtingen bij verzoeken", wissen.wis_vragen)
        beletsel.registreer_wisser("waar het kind verbleef en wat is overgedragen", wissen.wis_woonplaats)
        beletsel.registreer_wisser("redenen bij het einde van hulp", wissen.wis_einde)
        kindblokken.registreer("bewaren", "bewaren/blok.html", bewaarblok, volgorde=95, terzijde=True)
        registreer("Dossierverzoeken", "bewaren:lijst", mag=mag_verzoeken_zien, volgorde=24, groep="Kinderen")
