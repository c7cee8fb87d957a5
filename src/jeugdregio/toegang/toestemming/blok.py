"""What this sub-room shows on the page of a child: per help whether it may begin, and what must be done now."""

from collections.abc import Mapping
from typing import Any

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.permissions import behandelt
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.toestemming.oordeel import gelezen
from jeugdregio.toegang.toestemming.queries import vragen_van


def blok(wie: Wie, kind: Kind) -> Mapping[str, Any] | None:
    """Return the judgement per help for the access of the municipality; nothing for anybody else."""
    if not behandelt(wie):
        return None
    vers = gelezen(kind)
    return {
        "kind": kind,
        "vragen": vragen_van(vers, vandaag()),
        "te_herzien": list(kind.herzieningen.filter(afgerond_op__isnull=True)),
    }
