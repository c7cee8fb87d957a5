from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "jeugdregio.toegang.termijnen"
    label = "termijnen"

    def ready(self) -> None:
        """Let the clocks of a question for help start with it."""
        from jeugdregio.toegang.hulpvragen.haken import bij_openen
        from jeugdregio.toegang.termijnen.vanzelf import start_bij_hulpvraag

        bij_openen(start_bij_hulpvraag)
