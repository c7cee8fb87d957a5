"""One report at a time about an assignment: the next leaves when the municipality confirmed the one before.

Messages may overtake each other on their way. A stop that arrives before its start is refused, and a removal that
arrives first leaves standing what it should remove. Waiting for the return message keeps the books of both equal.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from ijw import Bericht as IjwBericht
from ijw import Bevinding
from ijw.berichten import jw305, jw307
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Levering

_ONBEVESTIGD = (Bericht.Staat.KLAAR, Bericht.Staat.BEZORGD, Bericht.Staat.MISLUKT)
_DELEN = {
    jw305.Bericht: ("start_producten", "/Bericht/Client/StartProducten/StartProduct"),
    jw307.Bericht: ("stop_producten", "/Bericht/Client/StopProducten/StopProduct"),
}


def wacht_op_bevestiging(inhoud: IjwBericht, bericht: Bericht) -> Sequence[Bevinding]:
    """Return a finding for each part about an assignment of which an earlier report is not confirmed yet."""
    if not isinstance(inhoud, jw305.Bericht | jw307.Bericht):
        return ()
    veld, pad = _DELEN[type(inhoud)]
    delen: Sequence[Any] = getattr(inhoud.client, veld)
    onbevestigd = _onbevestigd(bericht, {str(deel.toewijzing_nummer) for deel in delen})
    return [
        Bevinding(
            3, "VOLGORDE", f"{pad}[{nummer}]",
            f"De gemeente heeft je vorige melding over toewijzing {deel.toewijzing_nummer} nog niet bevestigd. "
            "Wacht op het retourbericht en meld dit daarna.",
        )
        for nummer, deel in enumerate(delen, start=1)
        if str(deel.toewijzing_nummer) in onbevestigd
    ]  # fmt: skip


def _onbevestigd(bericht: Bericht, nummers: set[str]) -> set[str]:
    uit = Bericht.Richting.UIT
    start = Q(startbericht__richting=uit, startbericht__staat__in=_ONBEVESTIGD)
    stop = Q(stopbericht__richting=uit, stopbericht__staat__in=_ONBEVESTIGD)
    leveringen = Levering.objects.filter(
        start | stop, toewijzing__gemeente=bericht.ontvanger, toewijzing__aanbieder=bericht.afzender,
        toewijzing__nummer__in=nummers,
    )  # fmt: skip
    return set(leveringen.values_list("toewijzing__nummer", flat=True))
