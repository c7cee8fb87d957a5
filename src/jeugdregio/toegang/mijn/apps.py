from django.apps import AppConfig


class MijnConfig(AppConfig):
    name = "jeugdregio.toegang.mijn"
    label = "mijn"

    def ready(self) -> None:
        """Offer the family its own first screen, and show on the page of a child who of the family looks along."""
        from jeugdregio.basis.navigatie import registreer_voordeur
        from jeugdregio.organisaties.toegangsdeur import registreer_thuis
        from jeugdregio.toegang.bewaren.beletsel import registreer_wisser
        from jeugdregio.toegang.kindblokken import registreer
        from jeugdregio.toegang.mijn.bewaren import wis_gezinspagina
        from jeugdregio.toegang.mijn.blok import toegang_van_gezin
        from jeugdregio.toegang.mijn.gezinslid import thuis

        registreer_thuis(thuis)
        registreer_voordeur("Ik heb een code van de gemeente", "mijn:aanmelden")
        registreer("mijn", "mijn/blok_kind.html", toegang_van_gezin, volgorde=80, terzijde=True)
        registreer_wisser("de eigen pagina van het gezin, met de vragen", wis_gezinspagina)
