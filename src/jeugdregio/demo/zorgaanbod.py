"""Products, providers, contracts and tariffs of the demonstration. Providers are fictional; amounts in cents."""

from dataclasses import dataclass
from datetime import date

MINUUT, UUR, ETMAAL, DAGDEEL, STUKS = "01", "04", "14", "16", "84"
PER_WEEK, PER_MAAND, TOTAAL = "2", "4", "6"


@dataclass(frozen=True)
class Aanbod:
    """A product: `volume` is drawn between two bounds per `frequentie` (WMO757); `centen` per unit in 2026."""

    code: str
    naam: str
    vorm: str
    eenheid: str
    frequentie: str
    volume: tuple[int, int]
    centen: int

    @property
    def categorie(self) -> str:
        """Category of JZ020."""
        return self.code[:2]

    @property
    def verblijf(self) -> bool:
        """Whether the youth lives away from home."""
        return self.vorm in VERBLIJFSVORMEN


VERBLIJFSVORMEN = ("pleegzorg", "gezinsgericht", "residentieel", "gesloten")

PRODUCTEN = (
    Aanbod("45A04", "Ambulante behandeling", "ambulant", UUR, PER_MAAND, (4, 10), 12840),
    Aanbod("45A05", "Ambulante begeleiding", "ambulant", UUR, PER_MAAND, (6, 16), 8450),
    Aanbod("45A48", "Intensieve hulp in het gezin", "netwerk", UUR, PER_MAAND, (8, 20), 10960),
    Aanbod("41A03", "Dagbehandeling", "daghulp", DAGDEEL, PER_MAAND, (16, 36), 9735),
    Aanbod("54001", "Diagnostiek jeugd-ggz", "ggz", MINUUT, TOTAAL, (600, 1500), 214),
    Aanbod("54003", "Behandeling jeugd-ggz", "ggz", MINUUT, PER_MAAND, (180, 480), 198),
    Aanbod("54007", "Hooggespecialiseerde jeugd-ggz", "ggz", MINUUT, PER_MAAND, (360, 720), 263),
    Aanbod("44A08", "Pleegzorg", "pleegzorg", ETMAAL, PER_MAAND, (31, 31), 5025),
    Aanbod("43A01", "Verblijf in een gezinshuis", "gezinsgericht", ETMAAL, PER_WEEK, (7, 7), 21480),
    Aanbod("43A07", "Verblijf op een groep", "residentieel", ETMAAL, PER_WEEK, (7, 7), 34950),
    Aanbod("43A12", "JeugdzorgPlus", "gesloten", ETMAAL, PER_WEEK, (7, 7), 52310),
    Aanbod("46A01", "Crisishulp thuis", "crisis", UUR, PER_WEEK, (6, 12), 13925),
    Aanbod("48A01", "Ondertoezichtstelling", "jeugdbescherming", STUKS, PER_MAAND, (1, 1), 98640),
    Aanbod("48A02", "Voogdij", "jeugdbescherming", STUKS, PER_MAAND, (1, 1), 81215),
    Aanbod("47A01", "Jeugdreclassering", "jeugdreclassering", STUKS, PER_MAAND, (1, 1), 77490),
)  # fmt: skip
PER_CODE = {product.code: product for product in PRODUCTEN}


@dataclass(frozen=True)
class Aanbieder:
    """A provider: `producten` holds code and market share; delivery of messages by screen, folder or API."""

    adres: str
    naam: str
    agb: str
    bezorging: str
    perceel: str
    producten: tuple[tuple[str, float], ...]
    soort: str = "aanbieder"
    contract: str = "ja"


AANBIEDERS = (
    Aanbieder("debrug", "De Brug", "42420001", "portaal", "Ambulant",
              (("45A04", 4), ("45A05", 3), ("45A48", 2), ("46A01", 2))),
    Aanbieder("hetanker", "Het Anker", "65656055", "api", "Ambulant en dagbehandeling",
              (("45A04", 3), ("41A03", 4), ("45A48", 3), ("46A01", 3))),
    Aanbieder("dekreek", "GGZ De Kreek", "42420013", "map", "Jeugd-ggz", (("54001", 4), ("54003", 4), ("54007", 3))),
    Aanbieder("polderlicht", "Praktijk Polderlicht", "42420025", "portaal", "Jeugd-ggz", (("54001", 3), ("54003", 3))),
    Aanbieder("dewending", "Gezinshuis De Wending", "42420037", "portaal", "Verblijf", (("43A01", 4),)),
    Aanbieder("hetnest", "Pleegzorg Het Nest", "42420049", "map", "Verblijf", (("44A08", 8),)),
    Aanbieder("dekade", "Jeugdhulp De Kade", "42420050", "map", "Verblijf",
              (("43A07", 6), ("43A01", 2), ("45A48", 2), ("44A08", 1))),
    Aanbieder("dedijk", "JeugdzorgPlus De Dijk", "42420062", "portaal", "Verblijf", (("43A12", 3),)),
    Aanbieder("dehorizon", "Dagcentrum De Horizon", "42420074", "portaal", "Dagbehandeling", (("41A03", 3),)),
    Aanbieder("zuiderlicht", "Begeleiding Zuiderlicht", "42420086", "portaal", "Ambulant",
              (("45A05", 4), ("45A48", 1)), contract="loopt af"),
    Aanbieder("desluis", "Behandelcentrum De Sluis", "42420098", "api", "Ambulant", (("45A04", 2), ("54003", 1))),
    Aanbieder("deoever", "Praktijk De Oever", "42420112", "api", "Ambulant", (("45A04", 0), ("45A05", 0))),
    Aanbieder("devlieger", "Praktijk De Vlieger", "42420100", "portaal", "Geen", (), contract="nee"),
    Aanbieder("dehaven", "GI De Haven", "73730001", "map", "Bescherming en reclassering",
              (("48A01", 4), ("48A02", 4), ("47A01", 3)), soort="gi"),
    Aanbieder("hetbaken", "GI Het Baken", "73730013", "portaal", "Bescherming en reclassering",
              (("48A01", 2), ("48A02", 2), ("47A01", 1)), soort="gi"),
)  # fmt: skip

CONTRACT_VAN, CONTRACT_TOT = date(2025, 1, 1), date(2028, 12, 31)
OUD_CONTRACT_VAN = date(2021, 1, 1)
PRIJSPEIL = 2026
OPBOUW_SINDS = date(2024, 7, 1)  # Besluit Jeugdwet 2.3 in force
LOOPT_AF_OVER_DAGEN = 70
INDEX = {2021: 0.86, 2022: 0.88, 2023: 0.92, 2024: 0.95, 2025: 0.97}  # price level against 2026


def tarief(code: str, dag: date) -> int:
    """Return the price in cents per unit of a product on a day: one price a year."""
    return round(PER_CODE[code].centen * INDEX.get(dag.year, 1.0))


def marktaandeel(code: str) -> tuple[tuple[Aanbieder, float], ...]:
    """Return the providers of a product with their share."""
    return tuple((a, deel) for a in AANBIEDERS for product, deel in a.producten if product == code)


def opbouw(centen: int, *, verblijf: bool) -> dict[str, int | None]:
    """Return a made-up build-up of a price in cents (Besluit Jeugdwet 2.3); what is left is indexation."""
    delen = {"beroepskracht_client": 58, "beroepskracht_overig": 13, "overhead": 16}
    delen["client_overig"] = 8 if verblijf else 3
    elementen: dict[str, int | None] = {naam: centen * deel // 100 for naam, deel in delen.items()}
    return {**elementen, "indexering": centen - sum(centen * deel // 100 for deel in delen.values())}
