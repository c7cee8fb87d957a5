"""What happens to every rule of iJw 3.2, as one page: levels 1 to 4, business rules, instructions and principles."""

from ijw.naslag.lijst import Rij, lijst
from ijw.naslag.pagina import als_pagina

__all__ = ["Rij", "als_pagina", "lijst"]
