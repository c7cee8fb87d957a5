"""The part of the page of a child that shows which terms run."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.termijnen import queries
from jeugdregio.toegang.termijnen.beeld import beelden


def blok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the clocks of a child: those that run, and how many stopped; None when there never was one."""
    klokken = queries.klokken_van(wie, kind.pk)
    if not klokken:
        return None
    lopend = [klok for klok in klokken if klok.loopt]
    return {"lopend": beelden(lopend), "gestopt": beelden(klok for klok in klokken if not klok.loopt)}
