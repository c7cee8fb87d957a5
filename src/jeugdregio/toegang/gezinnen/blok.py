"""Brothers and sisters on the page of a child."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.gezinnen.broers import aan_te_bieden, broers_en_zussen
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang
from jeugdregio.toegang.weergave import naam, wie_het_is


def familie(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the other children of the family, and who around them this child does not have yet."""
    if not is_toegang(wie):
        return None
    anderen = broers_en_zussen(wie, kind)
    return {
        "kind": kind,
        "kinderen": [(ander, naam(ander), wie_het_is(ander)) for ander in anderen],
        "aan_te_bieden": aan_te_bieden(wie, kind) if anderen else [],
    }
