"""The terms of this room on a day: those the region recorded, or else the ordinary ones."""

from datetime import date

from jeugdregio.zorglandschap.ruimte.models import Ruimtetermijn

GEEN_BESLUIT = "gewone termijnen van dit systeem; de regio heeft niets anders vastgelegd"


def op(datum: date) -> Ruimtetermijn:
    """Return the terms that hold on a day. One query; an unsaved row with the ordinary ones when there are none."""
    gevonden = Ruimtetermijn.objects.op(datum).order_by("-van").first()
    return gevonden or Ruimtetermijn(van=datum, bron=GEEN_BESLUIT)
