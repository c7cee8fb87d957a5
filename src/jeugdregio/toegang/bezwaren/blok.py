"""The part of the page of a child that shows objections and complaints."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bezwaren.beeld import TOON_BEZWAAR, stand_klacht
from jeugdregio.toegang.bezwaren.permissions import is_betrokken
from jeugdregio.toegang.bezwaren.queries import van_kind
from jeugdregio.toegang.models import Kind


def blok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the objections and complaints of a child, and the way to register one; None for who has no part in it."""
    if not is_betrokken(wie):
        return None
    bezwaren, klachten = van_kind(wie, kind.pk)
    return {
        "kind_id": kind.pk, "bezwaren": [(b, TOON_BEZWAAR[b.staat]) for b in bezwaren],
        "klachten": [(k, *stand_klacht(k)) for k in klachten],
    }  # fmt: skip
