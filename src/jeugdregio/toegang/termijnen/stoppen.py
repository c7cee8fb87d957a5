"""Stopping a clock by hand, and what follows when it stopped too late."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.termijnen.actions import stop_klok
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.termijnen.opschorten import te_wijzigen


@transaction.atomic
def stop(wie: Wie, klok_id: UUID, op: date, door: str, *, vervallen: bool, versie: int) -> Klok:
    """Stop a clock because what it waited for happened outside the system. Raises Geweigerd without a reason."""
    klok = te_wijzigen(wie, klok_id, versie)
    if not door.strip():
        raise Geweigerd("Schrijf op wat er is gebeurd.", velden={"door": "Schrijf op wat er is gebeurd."})
    return stop_klok(wie, klok, op, door.strip(), vervallen=vervallen)
