"""Who may write down a new question: the access of a municipality, and what carries it out on the roads it indicates.

Which roads those are is the division of roles of the municipality, with its dates (Jeugdwet 2.9 onder a).
"""

from collections.abc import Iterable
from datetime import date

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.rollen import nodige_rollen, verdelingen
from jeugdregio.toegang.permissions import is_toegang, is_uitvoerder


def wegen_van(wie: Wie, op: date | None = None) -> tuple[str, ...]:
    """Return the roads (Weg) on which this person may write down a question that came in on a day.

    For the access of a municipality every road; for an executing organisation those on which it indicates; for others
    none. One query.
    """
    if is_toegang(wie):
        return tuple(Weg.values)
    gemeente = wie.organisatie.hoort_bij
    if not is_uitvoerder(wie) or gemeente is None:
        return ()
    afgesproken, dag = verdelingen([gemeente]), op or vandaag()
    return tuple(
        weg for weg in Weg.values
        if Casusrol.INDICATIE in nodige_rollen(weg)
        and afgesproken.houder(Hulpvraag(gemeente=gemeente, weg=weg, ontvangen_op=dag), Casusrol.INDICATIE)
        == wie.organisatie
    )  # fmt: skip


def kan_aannemen(wie: Wie, wegen: Iterable[str] | None = None) -> bool:
    """Tell whether this person may write down a new question, on one of these roads."""
    eigen = wegen_van(wie)
    return any(weg in eigen for weg in (Weg.values if wegen is None else wegen))


def eis_aannemen(wie: Wie, *wegen: str) -> Organisatie:
    """Return the municipality for which this person writes down questions. Raises GeenRecht when there is none."""
    if not kan_aannemen(wie, wegen or None):
        raise GeenRecht(
            "Een nieuwe vraag legt de toegang van de gemeente vast, of de organisatie die daar de hulp indiceert."
        )
    return wie.organisatie if is_toegang(wie) else wie.organisatie.hoort_bij  # type: ignore[return-value]
