from django.apps import AppConfig

_VERDELING = frozenset({"hulpvragen:verdeling", "hulpvragen:verdeling_wijzig"})


class HulpvragenConfig(AppConfig):
    name = "jeugdregio.toegang.hulpvragen"
    label = "hulpvragen"

    def ready(self) -> None:
        """Let requests make their question and turns follow facts; show the road on the page of a child."""
        from jeugdregio.basis.navigatie import registreer as ingang
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.haken import bij_kind, bij_verzoek
        from jeugdregio.toegang.hulpvragen.beurten import werk_beurten_bij
        from jeugdregio.toegang.hulpvragen.blok import maatregelen, weg
        from jeugdregio.toegang.hulpvragen.maatregeleinden import open_maatregelbeurten
        from jeugdregio.toegang.hulpvragen.permissions import behandelt, houdt_verdeling_bij, kinderen_in_rol
        from jeugdregio.toegang.hulpvragen.vanuit_verzoek import maak_hulpvraag, vul_hulpvragen_aan
        from jeugdregio.toegang.permissions import registreer_kindzicht

        bij_verzoek(maak_hulpvraag)
        bij_kind(werk_beurten_bij)
        registreer_kindzicht(kinderen_in_rol)
        kindblokken.registreer("weg", "hulpvragen/weg.html", weg, volgorde=0, boven=True)
        kindblokken.registreer("maatregelen", "hulpvragen/maatregelen.html", maatregelen, volgorde=15, terzijde=True)
        ingang("Hulpvragen", "hulpvragen:lijst", mag=behandelt, volgorde=22, groep="Hulp")
        ingang("Rolverdeling", "hulpvragen:verdeling", mag=houdt_verdeling_bij, volgorde=23, onder=_VERDELING)
        registreer_dagwerk("Maatregelen die bijna eindigen", open_maatregelbeurten)
        registreer_dagwerk("Verzoeken zonder hulpvraag", lambda _dag: vul_hulpvragen_aan())
