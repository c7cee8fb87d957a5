"""What a new day brings: rooms register their work here; the worker does it once a day, the command by hand."""

import logging
from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction

from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.models import Dagronde

Dagwerk = Callable[[date], int]
OPNIEUW_NA = timedelta(hours=1)
_log = logging.getLogger(__name__)
_dagwerk: dict[str, Dagwerk] = {}


def registreer_dagwerk(naam: str, doe: Dagwerk) -> None:
    """Add work for every day: it takes the day and returns how many there were. It must bear being done twice.

    Called from `AppConfig.ready()`; again replaces it.
    """
    _dagwerk[naam] = doe


def dagwerk() -> list[tuple[str, Dagwerk]]:
    """Return the work of all rooms, by name."""
    return sorted(_dagwerk.items())


def doe_dagwerk() -> list[tuple[str, int]]:
    """Do what of today's work was not done yet; return what was done now and how many there were of it.

    Each piece is its own transaction, claimed by its row: of two workers one does it. A piece that fails stops no
    other and is tried again an hour later. One query when all is done.
    """
    dag = vandaag()
    rust = {
        ronde.naam
        for ronde in Dagronde.objects.filter(dag=dag)
        if ronde.aantal is not None or ronde.geprobeerd_op > nu() - OPNIEUW_NA
    }
    gedaan = []
    for naam, doe in dagwerk():
        if naam in rust:
            continue
        try:
            aantal = _doe(naam, doe, dag)
        except Exception as fout:  # noqa: BLE001 - the other work of the day must not wait for it
            _noteer(naam, dag, fout)
            continue
        if aantal is not None:
            gedaan.append((naam, aantal))
    return gedaan


@transaction.atomic
def _doe(naam: str, doe: Dagwerk, dag: date) -> int | None:
    """Do one piece; None when another worker was first. That one holds the row, so this one waits for it."""
    Dagronde.objects.get_or_create(naam=naam, dag=dag)
    ronde = Dagronde.objects.select_for_update().get(naam=naam, dag=dag)
    if ronde.aantal is not None:
        return None
    ronde.aantal, ronde.geprobeerd_op, ronde.fout = doe(dag), nu(), ""
    ronde.save()
    return ronde.aantal


def _noteer(naam: str, dag: date, fout: Exception) -> None:
    _log.error("Dagwerk %s is niet gelukt: %s", naam, type(fout).__name__)
    Dagronde.objects.update_or_create(
        naam=naam, dag=dag, defaults={"geprobeerd_op": nu(), "fout": type(fout).__name__[:100]}
    )
