from django.apps import AppConfig


class WijzigenConfig(AppConfig):
    name = "jeugdregio.toegang.wijzigen"
    label = "wijzigen"

    def ready(self) -> None:
        """Take in requests for change and what a provider answers to our answers."""
        from jeugdregio.postbus.register import registreer
        from jeugdregio.toegang.wijzigen.handlers import verwerk_wijziging

        registreer("JW317", verwerk_wijziging)
