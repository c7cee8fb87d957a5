"""The outbox: a message is ready in the same transaction as the act that caused it, and delivered after it."""

import hashlib
from datetime import date
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import F

from ijw import Bericht as IjwBericht
from ijw import schrijf
from jeugdregio.basis.klok import nu
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.betrokkenen import leg_betrokkenen_vast
from jeugdregio.postbus.kop import kop_van
from jeugdregio.postbus.models import Bericht, Reeks
from jeugdregio.postbus.uitgangstoets import eis_in_orde


def volgende_identificatie(afzender: Organisatie) -> str:
    """Return a new identification for a message of this sender (at most 12 characters, never twice).

    Holds a lock on the numbers of this sender until the end of the transaction.
    """
    reeks = f"bericht:{afzender.code}"
    Reeks.objects.get_or_create(reeks=reeks)
    Reeks.objects.filter(reeks=reeks).update(laatste=F("laatste") + 1)
    return f"JR{Reeks.objects.get(reeks=reeks).laatste:010d}"


def zet_klaar(
    bericht: IjwBericht, *, afzender: Organisatie, ontvanger: Organisatie, antwoord_op: Bericht | None = None,
    antwoord_uiterlijk: date | None = None,
) -> Bericht:  # fmt: skip
    """Put a message in the outbox, within the caller's transaction. Delivery follows after the commit.

    Raises OngeldigeWaarde when a value does not fit the standard, and BerichtNietInOrde when it would fail our own
    check. Call it before the effects of the message are stored: levels 3 and 4 look at what was sent before.
    """
    inhoud = schrijf(bericht)
    eis_in_orde(bericht, afzender, ontvanger)
    kop = kop_van(bericht)
    klaar = Bericht.objects.create(
        richting=Bericht.Richting.UIT, staat=Bericht.Staat.KLAAR, kanaal=ontvanger.bezorging, soort=bericht.SOORT,
        afzender=afzender, ontvanger=ontvanger, afzender_code=afzender.code or "", ontvanger_code=ontvanger.code or "",
        identificatie=kop.identificatie, dagtekening=kop.dagtekening, inhoud=inhoud, omvang=len(inhoud),
        vingerafdruk=hashlib.sha256(inhoud).hexdigest(), antwoord_op=antwoord_op,
        antwoord_uiterlijk=antwoord_uiterlijk,
    )  # fmt: skip
    leg_betrokkenen_vast(bericht, klaar)
    from jeugdregio.postbus.bezorgen import bezorg_bericht  # bezorgen makes messages itself

    transaction.on_commit(partial(bezorg_bericht, klaar.pk), robust=True)
    return klaar


def meld_beantwoord(bericht_id: UUID | None) -> None:
    """Tell that a request has its full answer, so that nobody waits for it any more. Again: changes nothing."""
    if bericht_id is not None:
        Bericht.objects.filter(pk=bericht_id, beantwoord_op__isnull=True).update(beantwoord_op=nu())
