"""Delivering what is ready, by the way each organisation wants it. Killed half way, it starts again without doubles."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from jeugdregio.basis.klok import nu
from jeugdregio.beurten.actions import rond_af
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.vastgelopen import MAX_POGINGEN, meld_vastgelopen, sleutel_vastgelopen
from jeugdregio.postbus.vervoer.wegen import WACHT_OP_OPHALEN, WEGEN

Staat = Bericht.Staat


def bezorg(limiet: int = 100) -> tuple[int, int]:
    """Deliver what is ready, oldest first; return how many were delivered and how many failed.

    Messages for an organisation with an API wait until it fetches them.
    """
    klaar = (
        Bericht.objects.filter(richting=Bericht.Richting.UIT, staat=Staat.KLAAR)
        .exclude(kanaal__in=WACHT_OP_OPHALEN)
        .filter(Q(volgende_poging_op__isnull=True) | Q(volgende_poging_op__lte=nu()))
        .order_by("ontvangen_op", "pk")
        .values_list("pk", flat=True)[:limiet]
    )
    uitkomsten = [bezorg_bericht(bericht_id) for bericht_id in list(klaar)]
    return uitkomsten.count(True), uitkomsten.count(False)


def bezorg_bericht(bericht_id: UUID) -> bool | None:
    """Deliver one message; True when delivered, False when it failed (kept for later), None when it must wait."""
    try:
        return _bezorg(bericht_id)
    except Exception as fout:  # noqa: BLE001 - kept with the message; after too many attempts it becomes a turn
        _noteer(bericht_id, fout)
        return False


def meld_opgehaald(bericht: Bericht) -> None:
    """Mark a message as delivered because its receiver fetched it. Again: changes nothing."""
    Bericht.objects.filter(pk=bericht.pk, staat=Staat.KLAAR).update(staat=Staat.BEZORGD, verwerkt_op=nu())


def _bezorg(bericht_id: UUID) -> bool | None:
    bericht = Bericht.objects.select_related("ontvanger").get(pk=bericht_id)
    weg = WEGEN[bericht.kanaal]
    if bericht.staat != Staat.KLAAR or weg.haalt_op:
        return None
    weg.breng(bericht)
    with transaction.atomic():
        antwoord = weg.antwoord(bericht) if _markeer(bericht_id) else None
    if antwoord is not None:
        from jeugdregio.postbus.verwerken import verwerk  # verwerken puts messages in the outbox itself

        verwerk(antwoord.pk)
    return True


def _markeer(bericht_id: UUID) -> int:
    rond_af(sleutel_vastgelopen(bericht_id))
    return Bericht.objects.filter(pk=bericht_id, staat=Staat.KLAAR).update(
        staat=Staat.BEZORGD, verwerkt_op=nu(), laatste_fout="", volgende_poging_op=None
    )


def _noteer(bericht_id: UUID, fout: Exception) -> None:
    with transaction.atomic():
        bericht = Bericht.objects.select_related("afzender").get(pk=bericht_id)
        if bericht.staat != Staat.KLAAR:
            return
        bericht.pogingen += 1
        bericht.laatste_fout = type(fout).__name__[:500]
        bericht.volgende_poging_op = nu() + timedelta(minutes=min(2 ** (bericht.pogingen - 1), 1440))
        if bericht.pogingen >= MAX_POGINGEN:
            bericht.staat = Staat.MISLUKT
        bericht.save(update_fields=["pogingen", "laatste_fout", "volgende_poging_op", "staat"])
        meld_vastgelopen(bericht)
