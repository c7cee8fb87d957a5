"""Help that begins at once: first the help, then the papers (Jeugdwet 2.6 lid 1 onder b, 7.3.16 lid 1)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import AMSTERDAM, nu
from jeugdregio.organisaties.bellen import Belantwoord, bel
from jeugdregio.organisaties.models import Contactpunt, Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.hulpvragen.aannemen import eis_aannemen
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Spoedhulp, Weg


def wie_heeft_dienst(wie: Wie, gemeente: Organisatie) -> Belantwoord:
    """Return whom to call now for help that cannot wait (organisaties.bellen)."""
    return bel(wie, gemeente, Contactpunt.Onderwerp.CRISIS, nu())


@transaction.atomic
def start_spoedhulp(
    wie: Wie, kind_id: UUID, begonnen_op: datetime, *, door: str, waarom: str, gebeld: str = "",
    organisatie: Organisatie | None = None, vraag: str = "",
) -> Hulpvraag:  # fmt: skip
    """Record help that began at once, and open its question. What is missing becomes turns, visible until mended.

    Nothing has to be known first: no BSN, no residence, no consent. Raises Geweigerd without who helps or why it could
    not wait, or for a moment in the future.
    """
    eis_aannemen(wie, Weg.SPOED)
    fouten = {}
    if not door.strip():
        fouten["door"] = "Vul in wie de hulp geeft."
    if not waarom.strip():
        fouten["waarom"] = "Schrijf op waarom het niet kon wachten."
    if begonnen_op > nu():
        fouten["begonnen_op"] = "De hulp kan niet in de toekomst begonnen zijn."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 7.3.16 lid 1", velden=fouten)
    dag = begonnen_op.astimezone(AMSTERDAM).date()
    hulpvraag = open_hulpvraag(wie, kind_id, Weg.SPOED, dag, vraag=vraag)
    Spoedhulp.objects.create(
        hulpvraag=hulpvraag, begonnen_op=begonnen_op, door=door.strip()[:200], organisatie=organisatie,
        gebeld=gebeld.strip()[:200], waarom=waarom.strip(), vastgelegd_door=wie.gebruiker,
    )  # fmt: skip
    leg_vast(wie, "hulpvraag.spoedhulp_begonnen", kind_id=hulpvraag.kind_id, soort="hulpvraag",
             onderwerp_id=hulpvraag.pk)  # fmt: skip
    kind_gewijzigd(hulpvraag.kind)
    return hulpvraag
