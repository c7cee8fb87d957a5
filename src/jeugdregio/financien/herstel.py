"""When a refused line is repaired: a line for the same assignment and month was granted (after it, or beside it)."""

from collections.abc import Iterable
from uuid import UUID

from jeugdregio.beurten.actions import rond_af
from jeugdregio.beurten.models import Beurt
from jeugdregio.financien.models import Declaratie, Prestatie

_VOOR, _NA = "declaratie:", ":herstellen"


def sleutel_herstel(declaratie: Declaratie) -> str:
    """Name of the turn of the provider to repair what was refused."""
    return f"{_VOOR}{declaratie.pk}{_NA}"


def herstelde(regels: Iterable[Prestatie]) -> set[int]:
    """Return the keys of the refused lines among these that are repaired. One query."""
    afgewezen = [regel for regel in regels if regel.afgewezen and regel.toewijzing_id]
    if not afgewezen:
        return set()
    toegekend = Prestatie.objects.filter(
        toewijzing__in={regel.toewijzing_id for regel in afgewezen}, retourcodes=[], bedrag__gte=0
    ).order_by()
    maanden = {
        (toewijzing, begin.year, begin.month) for toewijzing, begin in toegekend.values_list("toewijzing", "begindatum")
    }
    return {
        regel.pk
        for regel in afgewezen
        if (regel.toewijzing_id, regel.begindatum.year, regel.begindatum.month) in maanden
    }


def sluit_herstelde(nieuw: Declaratie) -> None:
    """Close the repair turns of earlier declarations of which every refused line is repaired. Three queries."""
    open_beurten = Beurt.objects.filter(
        organisatie=nieuw.aanbieder, staat=Beurt.Staat.OPEN, sleutel__startswith=_VOOR, sleutel__endswith=_NA
    ).exclude(sleutel=sleutel_herstel(nieuw))
    declaraties = {
        UUID(sleutel[len(_VOOR) : -len(_NA)]): sleutel for sleutel in open_beurten.values_list("sleutel", flat=True)
    }
    if not declaraties:
        return
    regels = list(
        Prestatie.objects.filter(declaratie__in=declaraties, declaratie__gemeente=nieuw.gemeente).exclude(
            retourcodes=[]
        )
    )
    klaar = herstelde(regels)
    nog_open = {regel.declaratie_id for regel in regels if regel.pk not in klaar}
    geraakt = {regel.declaratie_id for regel in regels}
    rond_af(*(declaraties[pk] for pk in geraakt - nog_open))
