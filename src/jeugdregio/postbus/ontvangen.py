"""Taking a message in: it is stored before anything else happens to it."""

import hashlib
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.vervoer.enveloppen import bewaar_envelop, uitgepakt


def ontvang(
    inhoud: bytes, *, kanaal: str, aangeboden_door: Organisatie | None = None, bericht_id: UUID | None = None
) -> Bericht:
    """Store what came in, whatever it is, in a transaction of its own.

    A message in an envelope is stored without it, byte for byte, with what stood on the envelope beside it; a wrong
    envelope is stored as it came, and refused when it is handled.
    `kanaal` is api, map, upload, scherm or portaal. A caller that may come back after a crash gives its own
    `bericht_id`: the same id again stores nothing new.
    """
    envelop = uitgepakt(inhoud, settings.BERICHT_MAX_BYTES)
    if envelop is not None:
        inhoud = envelop.inhoud
    with transaction.atomic():
        bericht, nieuw = Bericht.objects.get_or_create(
            pk=bericht_id or uuid4(),
            defaults={
                "richting": Bericht.Richting.IN,
                "staat": Bericht.Staat.ONTVANGEN,
                "kanaal": kanaal,
                "aangeboden_door": aangeboden_door,
                "inhoud": inhoud,
                "omvang": len(inhoud),
                "vingerafdruk": hashlib.sha256(inhoud).hexdigest(),
            },
        )
        if envelop is not None and nieuw:
            bewaar_envelop(bericht, envelop)
    return bericht
