"""Level 2: every rule of iJw 3.2 that can be judged inside one message.

`controleer(bericht)` runs them, `overzicht()` tells per rule of the standard what happens to it.
"""

from ijw.regels import client, contact, declaratie, levering, product, sleutels, stapeling, verzoek
from ijw.regels.loop import controleer
from ijw.regels.overzicht import Stand, overzicht
from ijw.regels.register import REGELS, Regel

# Importing a module enters its rules in the register.
REGELMODULES = (client, contact, declaratie, levering, product, sleutels, stapeling, verzoek)

__all__ = ["REGELMODULES", "REGELS", "Regel", "Stand", "controleer", "overzicht"]
