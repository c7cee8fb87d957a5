from typing import Any

from django.apps import AppConfig

from jeugdregio.basis.navigatie import registreer


class AfsprakenConfig(AppConfig):
    name = "jeugdregio.afspraken"
    label = "afspraken"

    def ready(self) -> None:
        """Put the norms in the navigation, for everybody; tell what they say about whom to call and about late turns.

        Norms begin and end with time, so conflicts are looked for every day.
        """
        from jeugdregio.afspraken.botsingen import werk_bij
        from jeugdregio.afspraken.contactnormen import geldt
        from jeugdregio.afspraken.escalatienormen import escalatie
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.beurten.escalatie import registreer as registreer_escalatie
        from jeugdregio.organisaties.signalen import registreer_norm

        registreer_norm(geldt)
        registreer_escalatie(escalatie)
        registreer_dagwerk("Afspraken die elkaar tegenspreken", lambda op: len(werk_bij(op).gevallen))

        def iedereen(_wie: Any) -> bool:
            return True

        registreer("Afspraken", "afspraken:kaart", mag=iedereen, volgorde=50, groep="Afspraken")
