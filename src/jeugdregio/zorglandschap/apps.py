from django.apps import AppConfig

_PRODUCTEN = (
    "product",
    "product-nieuw",
    "product-taakveld",
    "product-versie",
    "werkwijze",
    "werkwijze-nieuw",
    "werkwijze-wijzigen",
)
_CONTRACTEN = ("contract", "contract-daad", "contract-deel", "contract-nieuw", "import", "indexeren", "uitwisseling")


class ZorglandschapConfig(AppConfig):
    name = "jeugdregio.zorglandschap"
    label = "zorglandschap"

    def ready(self) -> None:
        """Give the room its entrances in the navigation, and its work of every day."""
        from jeugdregio.basis.navigatie import registreer
        from jeugdregio.beurten.dagwerk import registreer_dagwerk
        from jeugdregio.zorglandschap.beurten import bij_de_tijd

        def ingang(naam: str, url: str, volgorde: int, onder: tuple[str, ...] = ()) -> None:
            schermen = frozenset(f"zorglandschap:{scherm}" for scherm in onder)
            registreer(naam, url, mag=lambda wie: True, volgorde=volgorde, onder=schermen, groep="Zorglandschap")

        ingang("Aanbieders", "zorglandschap:lijst", 50)
        ingang("Producten", "zorglandschap:producten", 51, _PRODUCTEN)
        ingang("Contracten", "zorglandschap:contracten", 52, _CONTRACTEN)
        registreer_dagwerk("Contracten, verlengingen en kwaliteitsdocumenten", bij_de_tijd)
