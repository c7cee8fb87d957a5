"""What was granted counts as used: credits taken off, refused lines left out, minutes as hours."""

from datetime import date

from tests.mensen import Regiomensen
from tests.wereld import Wereld, maak_wereld

from jeugdregio.financien.gebruik import toegekend_volume
from jeugdregio.financien.models import Prestatie
from jeugdregio.toegang.gebruik import gebruik_van


def _regel(wereld: Wereld, referentie: str, **anders: object) -> None:
    velden: dict[str, object] = {
        "declaratie": wereld.declaratie, "toewijzing": wereld.toewijzing, "referentie": referentie,
        "begindatum": date(2026, 10, 1), "einddatum": date(2026, 10, 31), "volume": 4, "eenheid": "04",
        "bedrag": 51360, "toegekend": 51360,
    }  # fmt: skip
    Prestatie.objects.create(**(velden | anders))


def test_toegekend_min_credit_zonder_afgewezen(regio: Regiomensen) -> None:
    wereld = maak_wereld(regio)  # four hours granted
    _regel(wereld, "P2", volume=90, eenheid="01")
    _regel(wereld, "P3", volume=30, eenheid="01")
    _regel(wereld, "P4", volume=1, bedrag=-12840, toegekend=-12840)
    _regel(wereld, "P5", volume=9, retourcodes=["9321"], toegekend=0)
    assert toegekend_volume([wereld.toewijzing.pk]) == {wereld.toewijzing.pk: 5}


def test_gebruik_in_woorden(regio: Regiomensen) -> None:
    wereld = maak_wereld(regio)
    gebruik = gebruik_van([wereld.toewijzing])[wereld.toewijzing.pk]
    # Four hours a month from 1 September 2026 to 1 March 2027.
    assert gebruik.tekst == "4 uur van 28 uur"
    assert gebruik.deel == 14
