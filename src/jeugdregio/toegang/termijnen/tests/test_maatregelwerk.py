"""A measure that ends or lapses is a turn in good time, of the institution that carries it out."""

from datetime import date

from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.models import Maatregel
from jeugdregio.toegang.termijnen.maatregelwerk import open_maatregelbeurten
from jeugdregio.toegang.termijnen.tests.hulp import maak_tom

UITSPRAAK = date(2026, 4, 24)


def _doe(*dagen: date) -> None:
    for dag in dagen:
        with klok.op(dag):
            open_maatregelbeurten(dag)


def test_verhaal_3_verlenging_is_acht_weken_vooraf_een_beurt_van_de_gi(regio: Regiomensen) -> None:
    kind = maak_tom(regio)
    Maatregel.objects.create(kind=kind, soort="ots", uitspraak_op=UITSPRAAK, tot=date(2027, 4, 24), gi=regio.gi)
    _doe(date(2027, 2, 26))
    assert not Beurt.objects.exists()
    _doe(date(2027, 2, 27), date(2027, 2, 28))
    beurt = Beurt.objects.get()
    assert (beurt.organisatie, beurt.rol, beurt.wachtende) == (regio.gi, Rol.GI, regio.lelystad)
    assert beurt.uiterlijk == date(2027, 4, 24)  # a Saturday: it does not roll
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
