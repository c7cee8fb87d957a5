"""Distance as the crow flies between two points (WGS84)."""

from decimal import Decimal
from math import asin, cos, radians, sin, sqrt

STRAAL_KM = 6371.0  # mean radius of the earth
Punt = tuple[Decimal | float, Decimal | float]


def afstand_km(van: Punt, naar: Punt) -> float:
    """Return the kilometres between two points (latitude, longitude in degrees), by the haversine formula."""
    breedte_1, lengte_1, breedte_2, lengte_2 = (radians(float(x)) for x in (*van, *naar))
    boog = sin((breedte_2 - breedte_1) / 2) ** 2
    boog += cos(breedte_1) * cos(breedte_2) * sin((lengte_2 - lengte_1) / 2) ** 2
    return 2 * STRAAL_KM * asin(sqrt(boog))
