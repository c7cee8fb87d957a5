"""The product code fits the category (TR381), for messages that carry a Product."""

from __future__ import annotations

from collections.abc import Iterator

from ijw.berichten.basis import Product
from ijw.bevinding import Bevinding
from ijw.overstijgend.dossier import Dossier
from ijw.overstijgend.regel import REGELS


def tr381(product: Product | None, dossier: Dossier, pad: str) -> Iterator[Bevinding]:
    """The pair is in the product list; without a list or a code there is nothing to test."""
    if product is None or product.code is None or dossier.producten is None:
        return
    if (product.categorie, product.code) not in dossier.producten:
        yield REGELS["TR381"].bevinding(
            pad,
            f"Productcode {product.code} hoort in de productcodelijst niet bij productcategorie {product.categorie}.",
        )
