"""Too late: notice of default, penalty per day, fixing it, and what every new day brings."""

from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.termijnen import queries
from jeugdregio.toegang.termijnen.actions import start_klok, stop_klok
from jeugdregio.toegang.termijnen.dagwerk import bij_de_tijd
from jeugdregio.toegang.termijnen.ingebreke import dwangsom_van, stel_in_gebreke
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.termijnen.opschorten import vraag_aanvulling
from jeugdregio.toegang.termijnen.tests.hulp import beslisklok, vraag_aan
from jeugdregio.toegang.termijnen.verdagen import verdaag


def test_te_vroege_brief_heeft_geen_gevolg_en_blijft_bewaard(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 4, 27)):
        brief = stel_in_gebreke(regio.fatima, beslissen.pk, date(2026, 4, 27))
    assert not brief.heeft_gevolg
    assert "heeft geen gevolg" in brief.uitleg[0]
    with klok.op(date(2026, 6, 30)):
        assert dwangsom_van(beslissen) is None


@pytest.mark.parametrize(
    ("op", "dagen", "centen", "loopt"),
    [
        (date(2026, 5, 13), 0, 0, False),
        (date(2026, 5, 15), 1, 2300, True),
        (date(2026, 5, 29), 15, 32200 + 3500, True),
        (date(2026, 7, 1), 42, 144200, False),
    ],
)
def test_dwangsom_per_dag(regio: Regiomensen, op: date, dagen: int, centen: int, loopt: bool) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 4, 29)):
        brief = stel_in_gebreke(regio.fatima, beslissen.pk, date(2026, 4, 29))
    assert brief.beslis_uiterlijk == date(2026, 5, 13)
    beurt = Beurt.objects.get(soort="klok_ingebreke")
    assert (beurt.rol, beurt.uiterlijk) == (Rol.TEAMLEIDER, date(2026, 5, 13))
    with klok.op(op):
        stand = dwangsom_van(beslissen)
    assert stand is not None
    assert (stand.dagen, stand.centen, stand.loopt) == (dagen, centen, loopt)
    assert stand.beroep_vanaf == date(2026, 5, 14)
    assert "nakijken" in stand.let_op or "nazien" in stand.let_op or "jurist" in stand.let_op


def test_tweede_brief_en_een_termijn_zonder_dwangsom(regio: Regiomensen) -> None:
    hulpvraag = vraag_aan(regio)
    beslissen = beslisklok(hulpvraag)
    with klok.op(date(2026, 5, 1)):
        stel_in_gebreke(regio.fatima, beslissen.pk, date(2026, 4, 30))
        with pytest.raises(Geweigerd, match="al een ingebrekestelling"):
            stel_in_gebreke(regio.fatima, beslissen.pk, date(2026, 5, 1))
        lokaal = Klok.objects.get(regel="toegang-acht-weken")
        with pytest.raises(Geweigerd, match="geen dwangsom"):
            stel_in_gebreke(regio.fatima, lokaal.pk, date(2026, 5, 1))


def test_te_laat_besloten_dan_volgt_vaststellen(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 4, 29)):
        stel_in_gebreke(regio.fatima, beslissen.pk, date(2026, 4, 29))
    with klok.op(date(2026, 5, 21)):
        stop_klok(regio.fatima, beslissen, date(2026, 5, 21), "besluit verzonden")
    vaststellen = Klok.objects.get(regel="awb-dwangsom-vaststellen")
    assert (vaststellen.begon_op, vaststellen.einde) == (date(2026, 5, 20), date(2026, 6, 3))
    assert len(queries.klokken_van(regio.jurist_lelystad, beslissen.kind_id)) == 2
    assert Beurt.objects.get(soort="klok_ingebreke").staat == Beurt.Staat.GEDAAN


def test_binnen_de_twee_weken_besloten_kost_niets(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 4, 29)):
        stel_in_gebreke(regio.fatima, beslissen.pk, date(2026, 4, 29))
    with klok.op(date(2026, 5, 13)):
        stop_klok(regio.fatima, beslissen, date(2026, 5, 13), "besluit verzonden")
    assert not Klok.objects.filter(regel="awb-dwangsom-vaststellen").exists()


def test_na_42_dagen_zonder_besluit_moet_de_dwangsom_worden_vastgesteld(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 4, 29)):
        stel_in_gebreke(regio.fatima, beslissen.pk, date(2026, 4, 29))
    for dag, aantal in ((date(2026, 6, 24), 0), (date(2026, 6, 25), 1), (date(2026, 6, 26), 1)):
        with klok.op(dag):
            assert bij_de_tijd(dag) == aantal
    vaststellen = Klok.objects.get(regel="awb-dwangsom-vaststellen")
    assert (vaststellen.begon_op, vaststellen.einde) == (date(2026, 6, 24), date(2026, 7, 8))


def test_gegevens_die_niet_komen_worden_een_beurt(regio: Regiomensen) -> None:
    beslissen = beslisklok(vraag_aan(regio))
    with klok.op(date(2026, 3, 13)):
        vraag_aanvulling(regio.fatima, beslissen.pk, date(2026, 3, 27), "rapport", versie=1)
    for dag in (date(2026, 3, 27), date(2026, 3, 28), date(2026, 3, 29)):
        with klok.op(dag):
            bij_de_tijd(dag)
    beurt = Beurt.objects.get(soort="klok_niet_aangevuld")
    assert (beurt.begon_op, beurt.uiterlijk) == (date(2026, 3, 28), date(2026, 4, 24))


def test_de_bezwaartermijn_van_het_gezin_gaat_vanzelf_voorbij(regio: Regiomensen) -> None:
    kind = vraag_aan(regio).kind
    with klok.op(date(2026, 5, 7)):
        termijn = start_klok(regio.fatima, "awb-bezwaartermijn", kind, date(2026, 5, 7))
    assert not Beurt.objects.filter(soort="klok_awb-bezwaartermijn").exists()
    for dag, staat in ((date(2026, 6, 18), Klok.Staat.LOOPT), (date(2026, 6, 19), Klok.Staat.GESTOPT)):
        with klok.op(dag):
            bij_de_tijd(dag)
            termijn.refresh_from_db()
            assert termijn.staat == staat


def test_de_klok_van_een_bezwaar_is_van_de_jurist(regio: Regiomensen) -> None:
    kind = vraag_aan(regio).kind
    with klok.op(date(2026, 6, 18)):
        termijn = start_klok(
            regio.fatima, "awb-beslissing-op-bezwaar", kind, date(2026, 5, 7), onderwerp=("bezwaar", kind.pk)
        )  # fmt: skip
        with pytest.raises(GeenRecht):
            verdaag(regio.fatima, termijn.pk, None, "drukte", versie=1)
        na = verdaag(regio.jurist_lelystad, termijn.pk, None, "De commissie vergadert later", versie=1)
        assert na.einde == date(2026, 9, 10)
        with pytest.raises(Geweigerd) as fout:
            vraag_aanvulling(regio.jurist_lelystad, termijn.pk, None, "gronden", versie=2)
    assert "Awb 7:10 lid 2" in fout.value.grondslag
