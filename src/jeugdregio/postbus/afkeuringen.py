"""Counting what was wrong in a message, apart from its content: rule, return code and how often."""

from collections import Counter
from collections.abc import Sequence

from ijw import Bevinding
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.postbus.models import Afkeuring, Bericht

_REGEL_LENGTE = 40


def afkeuringen_van(bericht: Bericht, bevindingen: Sequence[Bevinding]) -> list[Afkeuring]:
    """Return the counts of a message, not yet stored: one per rule and return code."""
    geteld = Counter((b.regel[:_REGEL_LENGTE], b.retourcode or "", b.niveau) for b in bevindingen)
    gemeente, aanbieder = partijen(bericht)
    op = bericht.ontvangen_op.astimezone(AMSTERDAM).date()
    per_regel: dict[tuple[str, str], Afkeuring] = {}
    for (regel, code, niveau), aantal in geteld.items():
        rij = per_regel.setdefault(
            (regel, code),
            Afkeuring(
                bericht=bericht, op=op, gemeente=gemeente, aanbieder=aanbieder, soort=bericht.soort, niveau=niveau,
                regel=regel, retourcode=code, aantal=0,
            ),
        )  # fmt: skip
        rij.aantal += aantal
    return list(per_regel.values())


def leg_afkeuringen_vast(bericht: Bericht, bevindingen: Sequence[Bevinding]) -> None:
    """Store the counts of a message. Two queries, whatever the number of findings; none when all is right."""
    if not bevindingen:
        return
    Afkeuring.objects.filter(bericht=bericht).delete()
    Afkeuring.objects.bulk_create(afkeuringen_van(bericht, bevindingen))


def partijen(bericht: Bericht) -> tuple[Organisatie | None, Organisatie | None]:
    """Return municipality and provider of a message; who offered it stands in for a side that is not known."""
    kanten = [org for org in (bericht.afzender, bericht.ontvanger, bericht.aangeboden_door) if org is not None]
    gemeente = next((org for org in kanten if org.soort == Soort.GEMEENTE), None)
    aanbieder = next((org for org in kanten if org.soort in {Soort.AANBIEDER, Soort.GI}), None)
    return gemeente, aanbieder
