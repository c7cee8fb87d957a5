"""After an upgrade: what is kept beside a message today, also for the messages of before that."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from ijw import lees
from jeugdregio.postbus.afkeuringen import leg_afkeuringen_vast
from jeugdregio.postbus.betrokkenen import leg_betrokkenen_vast
from jeugdregio.postbus.bevindingen import bevindingen_van
from jeugdregio.postbus.models import Afkeuring, Bericht, Betrokkene


def vul_aan() -> tuple[int, int]:
    """Tie older messages to their children and count what was wrong in them; return how many of each were looked at.

    Messages that have both are left alone, so again changes nothing. One message at a time, in small memory.
    """
    zonder_kind = Bericht.objects.exclude(soort="").exclude(pk__in=Betrokkene.objects.values("bericht"))
    zonder_telling = Bericht.objects.filter(aantal_bevindingen__gt=0)
    zonder_telling = zonder_telling.exclude(pk__in=Afkeuring.objects.values("bericht"))
    return _voor_elk(zonder_kind, _betrokkenen), _voor_elk(zonder_telling, _afkeuringen)


def _voor_elk(berichten: QuerySet[Bericht], doe: Callable[[Bericht], None]) -> int:
    sleutels: list[UUID] = list(berichten.order_by("ontvangen_op").values_list("pk", flat=True))
    for sleutel in sleutels:
        doe(Bericht.objects.select_related("afzender", "ontvanger", "aangeboden_door").get(pk=sleutel))
    return len(sleutels)


def _betrokkenen(bericht: Bericht) -> None:
    inhoud = lees(bytes(bericht.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht
    if inhoud is not None and bericht.afzender is not None and bericht.ontvanger is not None:
        leg_betrokkenen_vast(inhoud, bericht)


def _afkeuringen(bericht: Bericht) -> None:
    leg_afkeuringen_vast(bericht, bevindingen_van(bericht))
