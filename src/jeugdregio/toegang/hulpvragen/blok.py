"""The road of a child on its page: what every question asks now, who holds which role, measures, and what is closed."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.aannemen import wegen_van
from jeugdregio.toegang.hulpvragen.models import Weg
from jeugdregio.toegang.hulpvragen.permissions import behandelt
from jeugdregio.toegang.hulpvragen.queries import vragen_van_kind
from jeugdregio.toegang.maatregelen import geldt_op, laatste_dag
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.permissions import is_toegang


def weg(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the questions of this child, for its access and for who carries out a role in them."""
    if not behandelt(wie):
        return None
    beelden, wegen = vragen_van_kind(wie, kind), wegen_van(wie)
    return {
        "open": [b for b in beelden if b.vraag.afgesloten_op is None],
        "dicht": [b for b in beelden if b.vraag.afgesloten_op is not None],
        "kind": kind,
        "mag": is_toegang(wie),
        "mag_nieuw": any(weg != Weg.SPOED for weg in wegen),
        "mag_spoed": Weg.SPOED in wegen,
    }


def maatregelen(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the measures of the court over this child, with their last day and whether they are in force."""
    if not behandelt(wie):
        return None
    rijen = [(m, laatste_dag(m), geldt_op(m, vandaag())) for m in kind.maatregelen.select_related("gi", "kind")]
    return {"rijen": rijen, "kind": kind, "mag": is_toegang(wie)}
