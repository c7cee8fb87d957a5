"""The turn to mend a message that the other side refused: whose it is, and that it is done.

A mended message has a new number and does not name the one it replaces, so only a person can tell that it is mended.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.beurten.actions import rond_af
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.permissions import eis_berichtenbeheer, zichtbare_berichten


def sleutel_herstellen(bericht_id: object) -> str:
    """Key of the turn to mend a message that was refused."""
    return f"bericht:{bericht_id}:herstellen"


def herstellers(berichten: Iterable[Bericht]) -> dict[UUID, Organisatie]:
    """Return who still has to mend which of these messages. One query."""
    per_sleutel = {sleutel_herstellen(bericht.pk): bericht.pk for bericht in berichten}
    beurten = Beurt.objects.filter(sleutel__in=per_sleutel, staat=Beurt.Staat.OPEN).select_related("organisatie")
    return {per_sleutel[beurt.sleutel]: beurt.organisatie for beurt in beurten}


def meld_hersteld(wie: Wie, bericht_id: UUID) -> None:
    """Close the turn to mend a message, because it was sent again or need not be.

    Raises NietGevonden for a message that this person does not see, Geweigerd when mending it is not (or no longer)
    the work of the own organisation.
    """
    eis_berichtenbeheer(wie)
    bericht = zichtbare_berichten(wie).filter(pk=bericht_id).defer("inhoud", "bevindingen").first()
    if bericht is None:
        raise NietGevonden("Dit bericht is er niet.")
    with transaction.atomic():
        hersteller = herstellers([bericht]).get(bericht.pk)
        if hersteller is None or hersteller.pk != wie.organisatie.pk or not rond_af(sleutel_herstellen(bericht.pk)):
            raise Geweigerd("Bij dit bericht staat voor jouw organisatie niets meer open om te herstellen.")
        leg_vast(wie, "bericht.hersteld", soort="bericht", onderwerp_id=bericht.pk)
