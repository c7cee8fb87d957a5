from django.apps import AppConfig


class BewarenConfig(AppConfig):
    name = "jeugdregio.toegang.bewaren"
    label = "bewaren"

    def ready(self) -> None:
        """Say what keeps a file and what destroying it empties; show requests on the page of a child."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.bewaren import beletsel, beletselen, wissen
        from jeugdregio.toegang.bewaren.blijft import BLIJFT
        from jeugdregio.toegang.bewaren.kindblok import bewaarblok
        from jeugdregio.toegang.bewaren.permissions import mag_verzoeken_zien
        from jeugdregio.toegang.bewaren.termijn import zet_op_vernietigingslijst

        for naam, waarom in (
            ("hulp", beletselen.lopende_hulp), ("verzoek", beletselen.open_verzoek),
            ("hulpvraag", beletselen.open_hulpvraag), ("wachten", beletselen.wacht_op_hulp),
            ("overdracht", beletselen.open_overdracht), ("maatregel", beletselen.lopende_maatregel),
            ("termijn", beletselen.lopende_termijn), ("besluit", beletselen.open_besluit),
            ("dossierverzoek", beletselen.ander_verzoek),
        ):  # fmt: skip
            beletsel.registreer_beletsel(naam, waarom)
        # The child itself goes first, so a transfer is rewritten without it.
        for wat, wis in (
            ("naam, bsn, adres en geboortedag van het kind", wissen.wis_kind),
            ("ouders, en maatregelen van de rechter", wissen.wis_gezin),
            ("hulpvragen, overleg en spoed", wissen.wis_hulpvragen),
            ("toelichtingen bij verzoeken en wijzigingen", wissen.wis_verzoeken),
            ("wachten en vrijgehouden plekken", wissen.wis_wachtlijst),
            ("redenen bij termijnen", wissen.wis_termijnen),
            ("toestemming: waarvoor en met wie", wissen.wis_toestemming),
            ("onderzoek en plan", wissen.wis_plannen),
            ("besluiten en hun brieven", wissen.wis_besluiten),
            ("waar het kind verbleef en wat is overgedragen", wissen.wis_woonplaats),
            ("redenen bij het einde van hulp", wissen.wis_einde),
            ("beurten", wissen.wis_beurten),
            ("eerdere verzoeken over het dossier", wissen.wis_dossierverzoeken),
        ):  # fmt: skip
            beletsel.registreer_wisser(wat, wis)
        for blijft in BLIJFT:
            beletsel.registreer_blijft(blijft)
        registreer_dagwerk("Dossiers waarvan de bewaartermijn voorbij is", zet_op_vernietigingslijst)
        kindblokken.registreer("bewaren", "bewaren/blok.html", bewaarblok, volgorde=95, terzijde=True)
        registreer("Dossierverzoeken", "bewaren:lijst", mag=mag_verzoeken_zien, volgorde=24, groep="Kinderen")
