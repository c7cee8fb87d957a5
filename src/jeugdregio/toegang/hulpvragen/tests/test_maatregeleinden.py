"""A measure that ends soon is a turn in good time: of the institution that carries it out, or of the municipality."""

from datetime import date

from tests.mensen import Regiomensen, test_bsn

from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.hulpvragen.maatregeleinden import open_maatregelbeurten
from jeugdregio.toegang.hulpvragen.tests.hulp import maak_kind
from jeugdregio.toegang.maatregelen import beeindig_maatregel, leg_maatregel_vast
from jeugdregio.toegang.models import Maatregel

ZITTING, EINDE = date(2026, 4, 24), date(2027, 4, 24)


def test_acht_weken_voor_het_einde_een_keer_voor_wie_de_maatregel_uitvoert(regio: Regiomensen) -> None:
    with klok.op(date(2026, 5, 1)):
        for nummer, gi in ((3, regio.gi), (4, None)):
            kind = maak_kind(regio.lelystad, test_bsn(nummer), nummer)
            leg_maatregel_vast(regio.fatima, kind.pk, Maatregel.Soort.OTS, ZITTING, None, instantie="R", gi=gi)
    for dag, aantal in ((date(2027, 2, 26), 0), (date(2027, 2, 27), 2), (date(2027, 2, 28), 2)):
        with klok.op(dag):
            assert open_maatregelbeurten(dag) == aantal
    beurten = Beurt.objects.filter(soort="maatregel_einde")
    assert {(b.organisatie, b.rol) for b in beurten} == {(regio.gi, Rol.GI), (regio.lelystad, Rol.TOEGANG)}
    assert {(b.begon_op, b.uiterlijk) for b in beurten} == {(date(2027, 2, 27), EINDE)}


def test_wat_eerder_eindigde_vraagt_niets_meer(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    with klok.op(date(2026, 9, 1)):
        ots = leg_maatregel_vast(regio.fatima, kind.pk, Maatregel.Soort.OTS, ZITTING, None, instantie="Rechtbank")
        beeindig_maatregel(regio.fatima, ots.pk, date(2026, 8, 1))
    with klok.op(date(2027, 4, 1)):
        assert open_maatregelbeurten(date(2027, 4, 1)) == 0
