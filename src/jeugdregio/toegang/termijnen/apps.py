from django.apps import AppConfig

GROEP = "Termijnen"


class TermijnenConfig(AppConfig):
    name = "jeugdregio.toegang.termijnen"
    label = "termijnen"

    def ready(self) -> None:
        """Let the clocks of a question start with it, show them with the child, and do the work of every day."""
        from jeugdregio.basis.navigatie import registreer as registreer_ingang
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.haken import bij_kind
        from jeugdregio.toegang.hulpvragen.haken import bij_openen, bij_sluiten
        from jeugdregio.toegang.termijnen.blok import blok
        from jeugdregio.toegang.termijnen.dagwerk import bij_de_tijd
        from jeugdregio.toegang.termijnen.maatregelwerk import open_vervalbeurten
        from jeugdregio.toegang.termijnen.permissions import mag_termijnen_zien
        from jeugdregio.toegang.termijnen.vanzelf import start_bij_hulpvraag, stop_bij_hulpvraag, volg_rollen

        bij_openen(start_bij_hulpvraag)
        bij_sluiten(stop_bij_hulpvraag)
        bij_kind(volg_rollen)
        kindblokken.registreer("termijnen", "termijnen/blok.html", blok, volgorde=20)
        registreer_ingang("Termijnen", "termijnen:lijst", mag=mag_termijnen_zien, volgorde=45, groep=GROEP)
        registreer_dagwerk("Machtigingen die vervallen", open_vervalbeurten)
        registreer_dagwerk("Termijnen die stilstonden of verliepen", bij_de_tijd)
