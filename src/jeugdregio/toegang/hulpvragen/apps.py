from django.apps import AppConfig


class HulpvragenConfig(AppConfig):
    name = "jeugdregio.toegang.hulpvragen"
    label = "hulpvragen"

    def ready(self) -> None:
        """Let requests make their question and turns follow facts; show the road on the page of a child."""
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang.haken import bij_kind, bij_verzoek
        from jeugdregio.toegang.hulpvragen.beurten import werk_beurten_bij
        from jeugdregio.toegang.hulpvragen.permissions import kinderen_in_rol
        from jeugdregio.toegang.hulpvragen.vanuit_verzoek import maak_hulpvraag, vul_hulpvragen_aan
        from jeugdregio.toegang.permissions import registreer_kindzicht

        bij_verzoek(maak_hulpvraag)
        bij_kind(werk_beurten_bij)
        registreer_kindzicht(kinderen_in_rol)
        registreer_dagwerk("Verzoeken zonder hulpvraag", lambda _dag: vul_hulpvragen_aan())
