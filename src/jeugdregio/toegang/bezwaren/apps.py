from django.apps import AppConfig

from jeugdregio.toegang.termijnen.apps import GROEP


class BezwarenConfig(AppConfig):
    name = "jeugdregio.toegang.bezwaren"
    label = "bezwaren"

    def ready(self) -> None:
        """Give objections and complaints their entrances, and their part of a child's page and of destroying a file."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.toegang import kindblokken
        from jeugdregio.toegang.bewaren.beletsel import registreer_beletsel, registreer_blijft, registreer_wisser
        from jeugdregio.toegang.bezwaren import bewaren
        from jeugdregio.toegang.bezwaren.blok import blok
        from jeugdregio.toegang.bezwaren.brief import naam_van_indiener
        from jeugdregio.toegang.bezwaren.permissions import is_betrokken
        from jeugdregio.toegang.termijnen.brief import noem_geadresseerde

        klachten = frozenset({"bezwaren:klacht", "bezwaren:klachten", "bezwaren:klachtdaad", "bezwaren:klacht_nieuw"})
        bezwaren = frozenset(f"bezwaren:{s}" for s in ("lijst", "zoek", "nieuw", "bezwaar", "daad", "rechter", "brief"))
        registreer("Bezwaren", "bezwaren:lijst", mag=is_betrokken, volgorde=46, onder=bezwaren, groep=GROEP)
        registreer("Klachten", "bezwaren:klachten", mag=is_betrokken, volgorde=47, onder=klachten, groep=GROEP)
        kindblokken.registreer("bezwaren", "bezwaren/blok.html", blok, volgorde=60, terzijde=True)
        registreer_beletsel("bezwaar", bewaren.open_zaak)
        registreer_beletsel("beroep", bewaren.beroep_kan_nog)
        registreer_beletsel("klacht", bewaren.open_klacht)
        registreer_wisser("bezwaren en zaken bij de rechter", bewaren.wis_bezwaren)
        registreer_wisser("klachten", bewaren.wis_klachten)
        registreer_blijft(bewaren.BLIJFT)
        noem_geadresseerde("bezwaar", naam_van_indiener)
