"""Delivering what is ready, by the way each organisation wants it. Killed half way, it starts again without doubles."""

import os
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from ijw import lees, schrijf
from ijw.retour import maak_retour, retoursoort
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.ontvangen import ontvang
from jeugdregio.postbus.uitbak import volgende_identificatie
from jeugdregio.postbus.vastgelopen import MAX_POGINGEN, meld_vastgelopen, sleutel_vastgelopen

API, MAP, PORTAAL = "api", "map", "portaal"
Staat = Bericht.Staat


def bezorg(limiet: int = 100) -> tuple[int, int]:
    """Deliver what is ready, oldest first; return how many were delivered and how many failed.

    Messages for an organisation with an API wait until it fetches them.
    """
    klaar = (
        Bericht.objects.filter(richting=Bericht.Richting.UIT, staat=Staat.KLAAR)
        .exclude(kanaal=API)
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
    if bericht.staat != Staat.KLAAR or bericht.kanaal == API:
        return None
    if bericht.kanaal == MAP:
        _schrijf_in_map(bericht)
        return bool(_markeer(bericht_id))
    return _bezorg_portaal(bericht)


def _markeer(bericht_id: UUID) -> int:
    with transaction.atomic():
        rond_af(sleutel_vastgelopen(bericht_id))
        return Bericht.objects.filter(pk=bericht_id, staat=Staat.KLAAR).update(staat=Staat.BEZORGD, verwerkt_op=nu())


def _schrijf_in_map(bericht: Bericht) -> None:
    """Write under another name and rename, so that a reader never sees half a message. Again: the same file."""
    schrijf_bestand(Path(settings.POSTBUS_MAP) / bericht.ontvanger_code, bestandsnaam(bericht), bytes(bericht.inhoud))


def bestandsnaam(bericht: Bericht) -> str:
    """Name of an outgoing message as a file: kind, sender and our own identification, nothing about a person."""
    return f"{bericht.soort}-{bericht.afzender_code}-{bericht.identificatie}.xml"


def schrijf_bestand(map_: Path, naam: str, inhoud: bytes) -> Path:
    """Write a file so that it is there completely or not at all."""
    map_.mkdir(parents=True, exist_ok=True, mode=0o750)
    tijdelijk = map_ / f".{naam}.{uuid4().hex}.deel"
    # The file holds data of children: readable for the own group (who collects it), never for everybody.
    with os.fdopen(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())
    doel = map_ / naam
    tijdelijk.replace(doel)
    return doel


def _bezorg_portaal(bericht: Bericht) -> bool:
    """The receiver works on our screens, so it has the message now; the system returns the message on its behalf."""
    from jeugdregio.postbus.verwerken import verwerk  # verwerken puts messages in the outbox itself

    with transaction.atomic():
        if not _markeer(bericht.pk):
            return True
        retour = _ontvang_retour(bericht)
    if retour is not None:
        verwerk(retour.pk)
    return True


def _ontvang_retour(bericht: Bericht) -> Bericht | None:
    if bericht.ontvanger is None or not _vraagt_retour(bericht.soort):
        return None
    inhoud = lees(bytes(bericht.inhoud), niveau=1).bericht
    if inhoud is None:
        raise ValueError("an outgoing message cannot be read")
    identificatie = volgende_identificatie(bericht.ontvanger)
    retour = maak_retour(inhoud, (), identificatie=identificatie, dagtekening=vandaag())
    return ontvang(schrijf(retour), kanaal=PORTAAL, aangeboden_door=bericht.ontvanger)


def _vraagt_retour(soort: str) -> bool:
    try:
        retoursoort(soort)
    except ValueError:
        return False
    return True


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
