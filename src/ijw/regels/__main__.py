"""Print the page of all rules: `python -m ijw.regels > docs/naslag/ijw-regels.md`."""

import sys

from ijw.naslag import als_pagina, lijst

if __name__ == "__main__":
    sys.stdout.write(als_pagina(lijst()))
