"""Per rule of level 2 a wrong message, the place to point to, and a right message that lies close by."""

from ijw.tests.regelvoorbeelden import contact, declaratie, persoon, product, sleutels, verzoek
from ijw.tests.regelvoorbeelden.voorbeeld import Voorbeeld

VOORBEELDEN = [
    *persoon.BSN,
    *persoon.PERSOON,
    *contact.CONTACTEN,
    *product.PRODUCTEN,
    *verzoek.VERZOEKEN,
    *verzoek.LEVERING,
    *declaratie.DECLARATIE,
    *sleutels.SLEUTELS,
]

__all__ = ["VOORBEELDEN", "Voorbeeld"]
