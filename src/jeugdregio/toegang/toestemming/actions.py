"""The acts of this sub-room, gathered."""

from jeugdregio.toegang.toestemming.afwijken import (
    beeindig_afwijking,
    beeindig_wilsoordeel,
    leg_afweging_vast,
    leg_wilsoordeel_vast,
    wijk_af,
)
from jeugdregio.toegang.toestemming.deling import NieuweDeling, leg_deling_vast
from jeugdregio.toegang.toestemming.herzien import rond_herziening_af
from jeugdregio.toegang.toestemming.vastleggen import (
    Uitleg,
    Voor,
    bewaar_intrekking,
    bewaar_toestemming,
    leg_toestemming_vast,
    trek_toestemming_in,
)

__all__ = [
    "NieuweDeling",
    "Uitleg",
    "Voor",
    "beeindig_afwijking",
    "beeindig_wilsoordeel",
    "bewaar_intrekking",
    "bewaar_toestemming",
    "leg_afweging_vast",
    "leg_deling_vast",
    "leg_toestemming_vast",
    "leg_wilsoordeel_vast",
    "rond_herziening_af",
    "trek_toestemming_in",
    "wijk_af",
]
