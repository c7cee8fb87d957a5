"""What the page of a child shows of decisions: the last ones, what must still be arranged, and where to begin one."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Staat
from jeugdregio.toegang.beschikkingen.queries import OPEN, van_kind
from jeugdregio.toegang.beschikkingen.verzenden import te_regelen
from jeugdregio.toegang.hulpvragen.permissions import zichtbare_hulpvragen
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang

HOOGSTENS = 3
_TOON = {Staat.VERZONDEN: "goed", Staat.CONCEPT: "neutraal"}


def blok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the block for a worker of access; None for anybody else. Four queries."""
    if not is_toegang(wie):
        return None
    alle = van_kind(wie, kind)
    bezig = {b.hulpvraag_id for b in alle if b.staat in OPEN}
    vragen = zichtbare_hulpvragen(wie).filter(kind=kind, afgesloten_op__isnull=True)
    rijen = [(b, _TOON.get(Staat(b.staat), "let-op"), b.staat == Staat.VERZONDEN and bool(te_regelen(b))) for b in alle]
    return {
        "rijen": rijen[:HOOGSTENS], "meer": max(0, len(rijen) - HOOGSTENS),
        "hulpvragen": [v for v in vragen if v.pk not in bezig]
    }  # fmt: skip
