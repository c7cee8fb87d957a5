"""A provider without software declares on the screens."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd, NietGevonden
from jeugdregio.financien import actions, queries
from jeugdregio.financien.actions import Ingevuld
from jeugdregio.financien.concept import Concept
from jeugdregio.financien.models import Declaratie
from jeugdregio.financien.tests import bouw
from jeugdregio.financien.tests.bouw import TARIEF
from jeugdregio.toegang.models import Toewijzing

OP = date(2026, 10, 5)
SEPTEMBER = date(2026, 9, 1)


@pytest.fixture
def mirthe(regio: Regiomensen) -> Toewijzing:
    """An assignment whose help started in September."""
    toewijzing = bouw.toewijzing(bouw.kind(regio.lelystad), regio.de_brug, 1001)
    bouw.levering(toewijzing, date(2026, 9, 3))
    return toewijzing


def concept(regio: Regiomensen, maand: date = SEPTEMBER, op: date = OP) -> Concept:
    with klok.op(op):
        return actions.concept(regio.noor, regio.lelystad.pk, maand)


def dien_in(regio: Regiomensen, volume: int, maand: date = SEPTEMBER, op: date = OP, toch: bool = False) -> Declaratie:
    with klok.op(op):
        regels = {r.sleutel: Ingevuld(volume) for r in actions.concept(regio.noor, regio.lelystad.pk, maand).alle}
        return actions.dien_in(regio.noor, regio.lelystad.pk, maand, regels, toch=toch)


def test_stelt_een_regel_voor_per_lopende_levering(regio: Regiomensen, mirthe: Toewijzing) -> None:
    bouw.levering(bouw.toewijzing(bouw.kind(regio.dronten, 1), regio.de_brug, 1001))
    bouw.levering(bouw.toewijzing(bouw.kind(regio.lelystad, 2), regio.het_anker, 1002))
    bouw.toewijzing(bouw.kind(regio.lelystad, 3), regio.de_brug, 1003)
    voorstel = concept(regio)
    (regel,) = voorstel.regels
    assert (regel.toewijzing, regel.begindatum, regel.einddatum) == (mirthe, date(2026, 9, 1), date(2026, 9, 30))
    assert (regel.voorstel, regel.ten_hoogste, regel.codes[0][0]) == (None, "8 uur", "45A04")
    assert voorstel.eerder == [], "in juli en augustus is niets geleverd"


def test_etmalen_volgen_uit_de_levering(regio: Regiomensen) -> None:
    verblijf = bouw.toewijzing(
        bouw.kind(regio.lelystad), regio.de_brug, 1001, categorie="43", code="43A01", eenheid="14", volume=7,
        frequentie="2",
    )  # fmt: skip
    bouw.levering(verblijf, date(2026, 8, 20), date(2026, 9, 12))
    voorstel = concept(regio)
    assert [regel.voorstel for regel in voorstel.regels] == [12]
    assert [(regel.begindatum, regel.voorstel) for regel in voorstel.eerder] == [(date(2026, 8, 1), 12)]


def test_indienen_geeft_een_beantwoorde_declaratie(regio: Regiomensen, mirthe: Toewijzing) -> None:
    declaratie = dien_in(regio, 8)
    assert (declaratie.gemeente, declaratie.toegekend) == (regio.lelystad, 8 * TARIEF)
    assert declaratie.bericht.kanaal == "scherm"
    voorstel = concept(regio)
    assert (voorstel.alle, voorstel.al_gedeclareerd) == ([], 1)


def test_te_veel_staat_voor_het_versturen_naast_het_veld(regio: Regiomensen, mirthe: Toewijzing) -> None:
    with pytest.raises(Geweigerd) as fout:
        dien_in(regio, 9)
    (tekst,) = fout.value.velden.values()
    assert "ten hoogste 8 uur" in tekst
    assert not Declaratie.objects.exists()


def test_toch_indienen_en_daarna_herstellen(regio: Regiomensen, mirthe: Toewijzing) -> None:
    afgewezen = dien_in(regio, 9, toch=True)
    assert afgewezen.toegekend == 0
    (regel,) = concept(regio).regels
    assert (regel.voorstel, regel.afgewezen_referentie) == (9, afgewezen.prestaties.get().referentie)
    assert "ten hoogste 8 uur" in regel.fouten[0]
    hersteld = dien_in(regio, 8)
    assert hersteld.toegekend == 8 * TARIEF
    assert queries.declaratie(regio.noor, afgewezen.pk).regels[0].hersteld


def test_een_afgewezen_regel_gaat_mee_met_een_latere_maand(regio: Regiomensen, mirthe: Toewijzing) -> None:
    dien_in(regio, 9, toch=True)
    voorstel = concept(regio, date(2026, 10, 1), date(2026, 11, 3))
    assert [regel.begindatum for regel in voorstel.regels] == [date(2026, 10, 1)]
    assert [regel.begindatum for regel in voorstel.eerder] == [SEPTEMBER]
    assert dien_in(regio, 8, date(2026, 10, 1), date(2026, 11, 3)).toegekend == 16 * TARIEF


def test_herstellen_gaat_via_de_laatste_gedeclareerde_maand(regio: Regiomensen, mirthe: Toewijzing) -> None:
    """September was refused, then October to January went well: the repair of September goes with January."""
    afgewezen = dien_in(regio, 9, toch=True)
    for maand, op in ((date(2026, 10, 1), date(2026, 11, 3)), (date(2027, 1, 1), date(2027, 2, 2))):
        with klok.op(op):
            van_maand = actions.concept(regio.noor, regio.lelystad.pk, maand).regels
            actions.dien_in(regio.noor, regio.lelystad.pk, maand, {r.sleutel: Ingevuld(8) for r in van_maand})
    assert queries.declaratie(regio.noor, afgewezen.pk).herstel_maand == date(2027, 1, 1)
    voorstel = concept(regio, date(2027, 1, 1), date(2027, 2, 3))
    assert [(r.begindatum, bool(r.fouten)) for r in voorstel.eerder] == [
        (SEPTEMBER, True), (date(2026, 11, 1), False), (date(2026, 12, 1), False),
    ]  # fmt: skip


def test_crediteren_maakt_de_maand_weer_vrij(regio: Regiomensen, mirthe: Toewijzing) -> None:
    regel = dien_in(regio, 8).prestaties.get()
    with klok.op(OP):
        credit = actions.crediteer(regio.noor, regel.pk)
        with pytest.raises(Geweigerd):
            actions.crediteer(regio.noor, regel.pk)
        with pytest.raises(NietGevonden):
            actions.crediteer(regio.iris, regel.pk)
    assert credit.toegekend == -8 * TARIEF
    assert dien_in(regio, 6).toegekend == 6 * TARIEF


def test_minuten_onder_een_uurtarief_worden_een_keer_afgerond(regio: Regiomensen) -> None:
    toewijzing = bouw.toewijzing(bouw.kind(regio.lelystad), regio.de_brug, 1001, eenheid="01", volume=600)
    bouw.levering(toewijzing, date(2026, 9, 3))
    declaratie = dien_in(regio, 50)
    assert declaratie.toegekend == 12840 * 50 // 60


def test_zonder_product_in_de_toewijzing_kiest_de_aanbieder(regio: Regiomensen) -> None:
    toewijzing = bouw.toewijzing(bouw.kind(regio.lelystad), regio.de_brug, 1001, code="")
    bouw.levering(toewijzing, date(2026, 9, 3))
    (regel,) = concept(regio).regels
    assert [code for code, _ in regel.codes] == ["45A04", "45A05"]
    with pytest.raises(Geweigerd) as fout:
        dien_in(regio, 3)
    assert fout.value.velden == {regel.sleutel: "Kies welk product je hebt geleverd."}
    with klok.op(OP):
        goed = actions.dien_in(regio.noor, regio.lelystad.pk, SEPTEMBER, {regel.sleutel: Ingevuld(3, "45A05")})
    assert goed.prestaties.get().code == "45A05"


def test_wie_mag_het(regio: Regiomensen, mirthe: Toewijzing) -> None:
    with klok.op(OP):
        for wie in (regio.fatima, regio.controller_lelystad, regio.bram):
            with pytest.raises(GeenRecht):
                actions.concept(wie, regio.lelystad.pk, SEPTEMBER)
        assert actions.concept(regio.iris, regio.lelystad.pk, SEPTEMBER).alle == []
        with pytest.raises(NietGevonden):
            actions.concept(regio.noor, uuid4(), SEPTEMBER)
        with pytest.raises(Geweigerd):
            actions.concept(regio.noor, regio.lelystad.pk, date(2026, 10, 1))
    declaratie = dien_in(regio, 8)
    for wie in (regio.iris, regio.noor):
        with klok.op(OP), pytest.raises(GeenRecht):
            actions.stel_betaalbaar(wie, declaratie.pk)
    with pytest.raises(NietGevonden):
        queries.declaratie(regio.iris, declaratie.pk)
    with pytest.raises(GeenRecht):
        queries.declaraties(regio.fatima)


def test_het_zien_van_namen_komt_in_het_logboek(regio: Regiomensen, mirthe: Toewijzing) -> None:
    declaratie = dien_in(regio, 8)
    inzagen = Regel.objects.filter(inzage=True, handeling="inzage.declaratie")
    assert not inzagen.exists()
    van_aanbieder = queries.declaratie(regio.noor, declaratie.pk).regels[0]
    assert van_aanbieder.wie == "Mirthe Vogel"
    assert inzagen.get().kind_id == mirthe.kind_id
    van_controller = queries.declaratie(regio.controller_lelystad, declaratie.pk).regels[0]
    assert van_controller.wie == "", "de controller ziet een nummer, geen naam"
    assert [regel.gebruiker for regel in inzagen] == ["Chris", "Noor"], "ook wie alleen een nummer ziet"


def test_het_voorstel_doet_evenveel_vragen_bij_meer_kinderen(regio: Regiomensen, mirthe: Toewijzing) -> None:
    with CaptureQueriesContext(connection) as bij_een:
        concept(regio)
    for nummer in range(1, 20):
        bouw.levering(bouw.toewijzing(bouw.kind(regio.lelystad, nummer), regio.de_brug, 1001 + nummer))
    with CaptureQueriesContext(connection) as bij_twintig:
        assert len(concept(regio).regels) == 20
    assert len(bij_een) == len(bij_twintig)
