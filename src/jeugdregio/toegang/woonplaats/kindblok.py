"""What the page of a child shows of residence: who is responsible, a transfer, and help that goes on after a move."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang
from jeugdregio.toegang.woonplaats.gemeenten import gemeentenaam
from jeugdregio.toegang.woonplaats.queries import voortzettingen_van


def woonplaatsblok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the block for the access of the child's municipality; nothing for others. Four queries."""
    if not is_toegang(wie):
        return None
    laatste = kind.vaststellingen.first()
    elders = laatste is not None and laatste.gemeente_code != kind.gemeente.code
    return {
        "kind": kind, "vastgesteld": laatste is not None,
        "elders": gemeentenaam(laatste.gemeente_code) if laatste and elders else "",
        "overdracht": kind.overdrachten.first(), "gekomen": kind.gekomen_via.select_related("van").first(),
        "voortzettingen": [v for v in voortzettingen_van(wie, kind) if v.tot is not None],
    }  # fmt: skip
