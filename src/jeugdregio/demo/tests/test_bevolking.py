"""The made-up population against the published figures, and the seed."""

from datetime import date

import pytest
from stdnum.nl import bsn as bsn_regels
from tests.shared import SHARED

from jeugdregio.demo.bevolking import Jeugdige, genereer, verjaardag
from jeugdregio.demo.bevolkingscijfers import GEMEENTEN
from jeugdregio.demo.declaraties import maak_declaraties
from jeugdregio.demo.ijking import meet
from jeugdregio.demo.mensen import bsns_testreeks, maak_personen
from jeugdregio.demo.trajecten import maak_opdrachten
from jeugdregio.demo.zorgaanbod import AANBIEDERS, PER_CODE, marktaandeel, tarief

VANDAAG = date(2026, 11, 22)


@pytest.fixture(scope="module")
def regio() -> list[Jeugdige]:
    return genereer("regio", 1, VANDAAG)


def test_de_regio_haalt_elk_ijkpunt_binnen_zijn_marge(regio: list[Jeugdige]) -> None:
    metingen = meet(regio, VANDAAG)
    assert len(metingen) > 30
    assert [str(m) for m in metingen if not m.goed] == []


def test_een_ander_zaad_en_een_andere_dag_halen_de_ijkpunten_ook() -> None:
    vandaag = date(2027, 3, 1)
    assert [str(m) for m in meet(genereer("regio", 20261122, vandaag), vandaag) if not m.goed] == []


def test_de_ijking_ziet_een_bevolking_die_niet_klopt(regio: list[Jeugdige]) -> None:
    zonder_almere = [j for j in regio if j.gemeente != "0034"]
    fout = {m.naam for m in meet(zonder_almere, VANDAAG) if not m.goed}
    assert "jeugdigen met jeugdzorg in een jaar, regio" in fout
    assert "jeugdbescherming, Almere" in fout


def test_zelfde_zaad_zelfde_mensen_ander_zaad_andere_mensen() -> None:
    een, twee, drie = (genereer("klein", zaad, VANDAAG) for zaad in (7, 7, 8))
    assert een == twee
    assert maak_personen(een, 7) == maak_personen(twee, 7)
    assert maak_opdrachten(een, 7, VANDAAG) == maak_opdrachten(twee, 7, VANDAAG)
    assert een != drie


def test_klein_is_ongeveer_driehonderd_kinderen_in_elke_gemeente() -> None:
    klein = genereer("klein", 1, VANDAAG)
    assert 250 <= len(klein) <= 350
    assert {j.gemeente for j in klein} == {g.code for g in GEMEENTEN}


def test_elk_bsn_komt_uit_de_testreeks_en_slaagt_voor_de_elfproef() -> None:
    nummers = bsns_testreeks()
    assert len(nummers) == len(set(nummers)) > 9000
    assert all(nummer.startswith("9999") and bsn_regels.is_valid(nummer) for nummer in nummers)


def test_wie_geen_nummer_krijgt_heeft_de_oudste_hulp(regio: list[Jeugdige]) -> None:
    personen = maak_personen(regio, 1)
    met = [p.bsn for p in personen if p.bsn]
    assert len(met) == len(set(met)) > 8500
    laatste = [max(t.eind for t in j.trajecten) for j in regio]
    oudste_met = min(dag for dag, p in zip(laatste, personen, strict=True) if p.bsn)
    nieuwste_zonder = max(dag for dag, p in zip(laatste, personen, strict=True) if not p.bsn)
    assert nieuwste_zonder <= oudste_met


def test_geen_kind_heeft_overlappende_toewijzingen_van_een_product() -> None:
    opdrachten = maak_opdrachten(genereer("klein", 3, VANDAAG), 3, VANDAAG)
    gezien: dict[tuple[int, str], date] = {}
    for opdracht in sorted(opdrachten, key=lambda o: o.ingang):
        if opdracht.afwijzing:
            continue
        sleutel = (opdracht.kind, opdracht.product)
        assert gezien.get(sleutel, date.min) < opdracht.ingang
        gezien[sleutel] = opdracht.einde
        assert opdracht.stop is None or (
            opdracht.start is not None and opdracht.start <= opdracht.stop <= opdracht.einde
        )


def test_niemand_krijgt_hulp_na_zijn_drieentwintigste(regio: list[Jeugdige]) -> None:
    for jeugdige in regio:
        assert all(t.begin >= jeugdige.geboortedatum for t in jeugdige.trajecten)
        assert all(t.eind < verjaardag(jeugdige.geboortedatum, 23) for t in jeugdige.trajecten)


def test_de_boeken_kloppen_en_elke_herstelde_regel_volgt_op_een_fout() -> None:
    opdrachten = maak_opdrachten(genereer("klein", 1, VANDAAG), 1, VANDAAG)
    declaraties = maak_declaraties(opdrachten, {o.kind for o in opdrachten}, 1, VANDAAG)
    regels = [regel for declaratie in declaraties for regel in declaratie.regels]
    assert all(abs(r.bedrag) == r.volume * r.tarief for r in regels)
    assert all(r.tarief == tarief(r.opdracht.product, r.begin) for r in regels if r.fout != "0611")
    assert {r.fout for r in regels} == {"", "9321", "0611"}
    credits = [r for r in regels if r.bedrag < 0]
    debet = {(r.opdracht.agb, r.referentie): r for r in regels if r.bedrag > 0}
    assert credits
    assert all(debet[r.opdracht.agb, r.vorige].bedrag == -r.bedrag for r in credits)


def test_elk_product_heeft_een_aanbieder_en_elke_agb_code_is_uniek() -> None:
    assert all(marktaandeel(code) for code in PER_CODE)
    codes = [a.agb for a in AANBIEDERS]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 8 and code.isdigit() for code in codes)


def test_de_bevolking_telt_wat_het_cbs_telde() -> None:
    bestand = SHARED / "onderzoek" / "data" / "jeugd_per_gemeente_5jaarsgroepen_2021.csv"
    if not bestand.exists():
        pytest.skip("Het referentiemateriaal ../shared is er niet: de bevolkingscijfers zijn niet te vergelijken.")
    rijen = {
        r.split(",")[1]: [int(g) for g in r.split(",")[2:7]]
        for r in bestand.read_text().splitlines()[1:]
        if "Flevoland" in r
    }
    for gemeente in GEMEENTEN:
        groepen = rijen[gemeente.naam]
        tot_23 = sum(groepen[:4]) + 0.6 * groepen[4]
        assert gemeente.jeugd_0_22 == pytest.approx(tot_23, rel=0.01)
