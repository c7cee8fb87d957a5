"""What the page of a child shows of the family's own page: who looks along, and what they asked."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.mijn.gezinslid import STEMT_IN, oordeel
from jeugdregio.toegang.mijn.models import Gezinstoegang, Gezinsvraag
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang


def toegang_van_gezin(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return who of the family has the page and the open questions; for access only. Two queries."""
    if not is_toegang(wie):
        return None
    toegangen = (
        Gezinstoegang.objects.filter(kind=kind, gesloten_op__isnull=True)
        .annotate(kind_stemt_in=STEMT_IN).select_related("gezagsdrager")
    )  # fmt: skip
    vragen = Gezinsvraag.objects.filter(kind=kind, beantwoord_op__isnull=True)
    return {
        "kind": kind,
        "toegangen": [(t, oordeel(kind, t.gezagsdrager, kind_stemt_in=t.kind_stemt_in).waarde.mag) for t in toegangen],
        "vragen": list(vragen),
    }
