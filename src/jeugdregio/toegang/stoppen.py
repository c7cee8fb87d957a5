"""Help whose assignment ended while nobody reported the stop."""

from datetime import date

from jeugdregio.beurten.actions import open_beurten
from jeugdregio.toegang.beurten import beurt_stop
from jeugdregio.toegang.models import Levering


def open_stopbeurten(vandaag: date) -> int:
    """Open a turn of the provider for each delivery that runs on after its assignment ended; return how many there are.

    The term is five working days after the end (OP272). Again: changes nothing. Two queries, whatever the number.
    """
    leveringen = list(
        Levering.objects.filter(
            einddatum__isnull=True, verwijderd_op__isnull=True, toewijzing__einddatum__lt=vandaag
        ).select_related("toewijzing__kind", "toewijzing__gemeente", "toewijzing__aanbieder")
    )
    open_beurten(beurt_stop(levering) for levering in leveringen)
    return len(leveringen)
