"""Tables of this room: what can be bought, from whom, for which municipality, at what price."""

from jeugdregio.zorglandschap.models.aanbieders import Kwaliteitsdocument, Locatie, Onderaannemer
from jeugdregio.zorglandschap.models.contracten import (
    Contract,
    Contractdeelname,
    Contractwijziging,
    Kwaliteitseis,
    Perceel,
    Plafond,
    Verlengoptie,
)
from jeugdregio.zorglandschap.models.invoer import Importvoorstel
from jeugdregio.zorglandschap.models.producten import (
    Niveau,
    Product,
    Productversie,
    Taakveldindeling,
    Variant,
    Werkwijze,
)
from jeugdregio.zorglandschap.models.tarieven import Indexatie, Taakbedrag, Tarief

__all__ = [
    "Contract",
    "Contractdeelname",
    "Contractwijziging",
    "Importvoorstel",
    "Indexatie",
    "Kwaliteitsdocument",
    "Kwaliteitseis",
    "Locatie",
    "Niveau",
    "Onderaannemer",
    "Perceel",
    "Plafond",
    "Product",
    "Productversie",
    "Taakbedrag",
    "Taakveldindeling",
    "Tarief",
    "Variant",
    "Verlengoptie",
    "Werkwijze",
]
