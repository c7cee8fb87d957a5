"""Print the overview of the rules: `python -m ijw.regels > docs/naslag/ijw-regels.md`."""

import sys

from ijw.regels.overzicht import als_tabel, overzicht

if __name__ == "__main__":
    sys.stdout.write(als_tabel(overzicht()))
