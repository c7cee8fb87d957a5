from typing import Any

from django.apps import AppConfig

from jeugdregio.basis.navigatie import registreer


class OrganisatiesConfig(AppConfig):
    name = "jeugdregio.organisaties"
    label = "organisaties"

    def ready(self) -> None:
        """Register the directory for everybody and management for the functional manager."""
        from jeugdregio.organisaties.permissions import is_beheerder

        def iedereen(_wie: Any) -> bool:
            return True

        registreer("Wie bel ik", "organisaties:contacten", mag=iedereen, volgorde=90, onder=frozenset())
        registreer("Mensen en rollen", "organisaties:mensen", mag=is_beheerder, volgorde=95, groep="Beheer")
        registreer("Koppelingen", "organisaties:tokens", mag=is_beheerder, volgorde=96, groep="Beheer")
