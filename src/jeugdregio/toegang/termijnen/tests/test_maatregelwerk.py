"""An authorisation that lapses unused is a turn in good time; a measure that was followed waits for nobody."""

from datetime import date

from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.hulpvragen.maatregeleinden import open_maatregelbeurten
from jeugdregio.toegang.models import Maatregel
from jeugdregio.toegang.termijnen.maatregelwerk import open_vervalbeurten
from jeugdregio.toegang.termijnen.tests.hulp import maak_tom

UITSPRAAK = date(2026, 4, 24)


def _doe(*dagen: date) -> None:
    for dag in dagen:
        with klok.op(dag):
            open_vervalbeurten(dag)


def test_een_maatregel_met_opvolger_wacht_op_niemand(regio: Regiomensen) -> None:
    kind = maak_tom(regio)
    Maatregel.objects.create(kind=kind, soort="ots", uitspraak_op=UITSPRAAK, tot=date(2027, 4, 24), gi=regio.gi)
    with klok.op(date(2027, 3, 1)):
        open_maatregelbeurten(date(2027, 3, 1))
    beurt = Beurt.objects.get()
    Maatregel.objects.create(kind=kind, soort="ots", uitspraak_op=date(2027, 4, 9), tot=date(2028, 4, 9), gi=regio.gi)
    _doe(date(2027, 4, 10))
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.VERVALLEN


def test_een_machtiging_die_niet_wordt_uitgevoerd(regio: Regiomensen) -> None:
    kind = maak_tom(regio)
    machtiging = Maatregel.objects.create(
        kind=kind, soort="uithuisplaatsing", uitspraak_op=date(2026, 3, 10), tot=date(2027, 3, 10)
    )  # fmt: skip
    _doe(date(2026, 5, 12))
    assert not Beurt.objects.exists()
    _doe(date(2026, 5, 13))
    beurt = Beurt.objects.get()
    assert (beurt.soort, beurt.rol, beurt.uiterlijk) == ("maatregel_verval", Rol.TOEGANG, date(2026, 6, 9))
    machtiging.uitgevoerd_op = date(2026, 5, 20)
    machtiging.save()
    _doe(date(2026, 5, 21))
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.VERVALLEN
