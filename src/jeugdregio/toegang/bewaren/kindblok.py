"""What the page of a child shows of requests about its file."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bewaren.queries import van_kind
from jeugdregio.toegang.bewaren.termijn import bewaard_tot
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang


def bewaarblok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the requests about this file and until when it is kept. Two queries."""
    if not is_toegang(wie):
        return None
    return {"kind": kind, "verzoeken": van_kind(wie, kind), "bewaren": bewaard_tot(kind)}
