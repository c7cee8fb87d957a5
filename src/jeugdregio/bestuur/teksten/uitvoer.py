"""What must come out because of an adopted text, as a calendar; and what happens because a day comes."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.teksten import beurten
from jeugdregio.bestuur.teksten.models import Tekst, Uitvoer
from jeugdregio.bestuur.teksten.permissions import eis_regie
from jeugdregio.bestuur.teksten.weg import VASTGESTELD, eis_tekst, pak, schrijf_stap
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie

_O = Uitvoer.Soort
# Raadsvoorstel regiovisie 2021, "Evaluatie en grip": per year two financial reports, two with substance too, a talk
# with providers every quarter, a letter at the end of the year. Days in the quarter, newsletters and P&C: our choice.
JAARRITME: tuple[tuple[str, int, int], ...] = (
    (_O.FINANCIEEL, 4, 30), (_O.INHOUDELIJK, 7, 31), (_O.FINANCIEEL, 10, 31), (_O.INHOUDELIJK, 12, 31),
    (_O.GESPREK, 3, 31), (_O.GESPREK, 6, 30), (_O.GESPREK, 9, 30), (_O.GESPREK, 12, 31), (_O.RIB, 12, 31),
    (_O.NIEUWSBRIEF, 3, 31), (_O.NIEUWSBRIEF, 6, 30), (_O.NIEUWSBRIEF, 9, 30), (_O.NIEUWSBRIEF, 12, 31),
    (_O.PENC, 5, 15), (_O.PENC, 9, 15),
)  # fmt: skip
VOORAF_DAGEN = 30
HERIJKEN_VOORAF_DAGEN = 90


@transaction.atomic
def plan_jaar(wie: Wie, tekst_id: UUID, *, versie: int, jaar: int) -> list[Uitvoer]:
    """Put what must come out in a year on the calendar; again for the same year adds nothing."""
    tekst = pak(wie, tekst_id, versie, VASTGESTELD)
    eis_regie(wie)
    if not 2015 <= jaar <= vandaag().year + 5:
        raise Geweigerd("Kies een jaar.", velden={"jaar": "Kies een jaar tot vijf jaar vooruit."})
    rijen = [Uitvoer(dossier=tekst, soort=s, uiterlijk=date(jaar, maand, dag)) for s, maand, dag in JAARRITME]
    Uitvoer.objects.bulk_create(rijen, ignore_conflicts=True)
    schrijf_stap(wie, tekst, f"Planning van {jaar}", f"{len(rijen)} keer iets uit te brengen")
    _open_wat_nadert(tekst)
    return list(tekst.uitvoer.filter(uiterlijk__year=jaar))


@transaction.atomic
def meld_gedaan(wie: Wie, tekst_id: UUID, uitvoer_id: UUID, *, versie: int, op: date, verwijzing: str) -> Uitvoer:
    """Record that it came out, with where it can be found."""
    tekst = pak(wie, tekst_id, versie, VASTGESTELD)
    eis_regie(wie)
    uitvoer = tekst.uitvoer.filter(pk=uitvoer_id).first()
    if uitvoer is None:
        raise NietGevonden("Dit hoort niet bij deze tekst.")
    if uitvoer.gedaan_op:
        raise Conflict("Dit is al gedaan.")
    eis_tekst(verwijzing=verwijzing)
    if op > vandaag():
        raise Geweigerd("Deze dag moet nog komen.", velden={"op": "Kies vandaag of eerder."})
    uitvoer.gedaan_op, uitvoer.verwijzing = op, verwijzing.strip()
    uitvoer.save(update_fields=["gedaan_op", "verwijzing"])
    rond_af(beurten.sleutel_uitvoer(uitvoer))
    schrijf_stap(wie, tekst, f"Uitgebracht: {uitvoer.get_soort_display()}", verwijzing)
    return uitvoer


def werk() -> int:
    """Open the turns of what comes near, and of texts whose day of review comes near; return how many texts."""
    teksten = list(Tekst.objects.filter(staat__in=VASTGESTELD))
    for tekst in teksten:
        _open_wat_nadert(tekst)
        if tekst.herijken_op and tekst.herijken_op - timedelta(days=HERIJKEN_VOORAF_DAGEN) <= vandaag():
            beurten.open_herijking(tekst, tekst.herijken_op)
    return len(teksten)


def _open_wat_nadert(tekst: Tekst) -> None:
    tot = vandaag() + timedelta(days=VOORAF_DAGEN)
    for uitvoer in tekst.uitvoer.filter(gedaan_op=None, uiterlijk__lte=tot):
        beurten.open_uitvoer(tekst, uitvoer)
