"""Stacking of products: the fast answer is the answer of comparing every pair."""

import random
from datetime import date, timedelta

import pytest

from ijw.berichten.basis import Product
from ijw.berichten.jw301 import ToegewezenProduct
from ijw.regels import controleer
from ijw.tests import bouw
from ijw.tests.bouw import met

PRODUCTEN = [
    None,
    Product(categorie="45"),
    Product(categorie="46"),
    Product(categorie="45", code="45A03"),
    Product(categorie="45", code="45A04"),
    Product(categorie="46", code="46A01"),
]
EINDE = date(2026, 12, 31)


def _willekeurig(rng: random.Random, nummer: int) -> ToegewezenProduct:
    ingang = date(2026, 1, 1) + timedelta(days=rng.randrange(60))
    einde = None if rng.random() < 0.1 else ingang + timedelta(days=rng.randrange(8))
    reden = "13" if rng.random() < 0.2 else None
    return met(
        bouw.toegewezen(nummer),
        {
            "product": rng.choice(PRODUCTEN),
            "ingangsdatum": ingang,
            "einddatum": einde,
            "reden_wijziging": reden,
        },
    )


def _zelfde_product(een: Product | None, ander: Product | None) -> bool:
    if een is None or ander is None:
        return True
    if een.categorie != ander.categorie:
        return False
    return een.code is None or ander.code is None or een.code == ander.code


def _ingetrokken(product: ToegewezenProduct) -> bool:
    return product.reden_wijziging == "13" and product.ingangsdatum == product.einddatum


def _overlappen(een: ToegewezenProduct, ander: ToegewezenProduct) -> bool:
    if _ingetrokken(een) or _ingetrokken(ander):
        return False
    elkaar = een.ingangsdatum <= (ander.einddatum or date.max) and ander.ingangsdatum <= (een.einddatum or date.max)
    return elkaar and _zelfde_product(een.product, ander.product)


@pytest.mark.parametrize("zaad", range(40))
def test_snel_antwoord_is_het_antwoord_van_alle_paren(zaad: int) -> None:
    rng = random.Random(zaad)
    producten = tuple(_willekeurig(rng, nummer) for nummer in range(rng.randrange(1, 14)))
    verwacht = [
        f"/Bericht/Client/ToegewezenProducten/ToegewezenProduct[{plaats + 1}]"
        for plaats, product in enumerate(producten)
        if any(_overlappen(product, eerder) for eerder in producten[:plaats])
    ]
    bericht = met(bouw.jw301_bericht(), {"client.toegewezen_producten": producten})
    gevonden = [b.pad for b in controleer(bericht) if b.regel == "TR302"]
    assert gevonden == verwacht, f"zaad {zaad}"


def test_aansluitende_periodes_zijn_geen_stapeling() -> None:
    vervolg = met(bouw.toegewezen(1002), {"ingangsdatum": EINDE + timedelta(days=1), "einddatum": date(2027, 3, 31)})
    bericht = met(bouw.jw301_bericht(), {"client.toegewezen_producten.+": vervolg})
    assert controleer(bericht) == []


def test_verwijderde_toewijzing_telt_niet_mee() -> None:
    verwijderd = met(bouw.toegewezen(1002), {"reden_wijziging": "13", "einddatum": date(2026, 10, 1)})
    bericht = met(bouw.jw301_bericht(), {"client.toegewezen_producten.+": verwijderd})
    assert controleer(bericht) == []
