"""The message standard iJw 3.2 as a library: read, check, write and show its messages. Knows no Django."""

from ijw.berichten import BERICHTEN, Bericht
from ijw.bevinding import Bevinding
from ijw.schrijver import OngeldigeWaarde, schrijf
from ijw.xml import Lezing, lees

__all__ = ["BERICHTEN", "Bericht", "Bevinding", "Lezing", "OngeldigeWaarde", "lees", "schrijf"]
