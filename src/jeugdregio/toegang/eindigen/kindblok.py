"""What the page of a child shows of help that ends and of turning eighteen."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.eindigen.queries import WEKEN, eindigend_van_kind
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang
from recht.datum import verjaardag
from recht.meerderjarig import VOLWASSEN


def eindblok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return what ends within a quarter, and the eighteenth birthday when it is near; nothing when there is neither."""
    if not is_toegang(wie):
        return None
    rijen = eindigend_van_kind(wie, kind, weken=WEKEN[2])
    jarig = verjaardag(kind.geboortedatum, VOLWASSEN)
    dichtbij = vandaag() - timedelta(weeks=26) <= jarig <= vandaag() + timedelta(weeks=WEKEN[-1])
    if not rijen and not dichtbij:
        return None
    besluit = kind.achttienbesluiten.first() if dichtbij else None
    return {"kind": kind, "rijen": rijen, "jarig": jarig if dichtbij else None, "achttien": besluit}
