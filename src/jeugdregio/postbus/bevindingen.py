"""Findings as they are kept with a message: JSON, encrypted, because a finding may quote what it is about."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from ijw import Bevinding
from jeugdregio.postbus.models import Bericht


def bewaar(bericht: Bericht, bevindingen: Sequence[Bevinding]) -> None:
    """Put the findings on the message (does not save it)."""
    bericht.bevindingen = json.dumps([asdict(b) for b in bevindingen]) if bevindingen else None
    bericht.aantal_bevindingen = len(bevindingen)


def bevindingen_van(bericht: Bericht) -> tuple[Bevinding, ...]:
    """Return the findings kept with a message, in the order of the message."""
    if not bericht.bevindingen:
        return ()
    return tuple(Bevinding(**rij) for rij in json.loads(bericht.bevindingen))
