"""Acts on contracts, prices, clauses, papers and the catalogue: what may, what may not, and why."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.bestuur.mandaten import actions as mandaatdaden
from jeugdregio.bestuur.mandaten.tests.keten import gegevens
from jeugdregio.bestuur.mandaten.verlenen import verleen
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Deelname, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap import (
    aanbiederdaden,
    beurten,
    catalogusdaden,
    contractdaden,
    indexeren,
    ondertekenen,
    opties,
    queries,
    tariefdaden,
)
from jeugdregio.zorglandschap.contractbeeld import contract as contractpagina
from jeugdregio.zorglandschap.models import Contract, Kwaliteitsdocument, Product, Tarief, Verlengoptie, Werkwijze

DAG = date(2026, 11, 22)
GOED: dict[str, int | None] = {
    "beroepskracht_client": 6000, "beroepskracht_overig": 1500, "client_overig": 300, "overhead": 1800,
    "indexering": 400,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _dag() -> Iterator[None]:
    with klok.op(DAG):
        yield


@pytest.fixture
def nieuw(cees: Wie, regio: Regiomensen) -> Contract:
    """A contract in concept with Het Anker, for Lelystad and Dronten, in 2027."""
    return contractdaden.maak_contract(
        cees,
        contractdaden.NieuwContract(
            nummer="N-1", aanbieder_id=regio.het_anker.pk, perceel="Ambulant", van=date(2027, 1, 1),
            tot=date(2027, 12, 31), gemeenten=[regio.lelystad.pk, regio.dronten.pk],
        ),
    )  # fmt: skip


def prijs(wie: Wie, contract: Contract, versie: int | None = None, **anders: Any) -> Tarief:
    velden: dict[str, Any] = {
        "product_code": "45A04", "van": contract.van, "tot": None, "centen": 10000, "elementen": GOED,
    } | anders  # fmt: skip
    contract.refresh_from_db()
    tarief = tariefdaden.NieuwTarief(**velden)
    return tariefdaden.voeg_tarief_toe(wie, contract.pk, tarief, besluit="Besluit", versie=versie or contract.versie)


def test_een_concept_geldt_pas_na_tekenen(cees: Wie, regio: Regiomensen, nieuw: Contract) -> None:
    prijs(cees, nieuw)
    dag = date(2027, 3, 1)
    voor = queries.contract_voor(regio.het_anker, regio.lelystad, "45A04", dag)
    assert "nog niet getekend" in voor.uitleg
    assert queries.tarieven_voor(regio.het_anker, regio.lelystad) == {}
    Contract.objects.filter(pk=nieuw.pk).update(staat=Contract.Staat.GETEKEND)
    assert queries.contract_voor(regio.het_anker, regio.lelystad, "45A04", dag).tarief_centen == 10000


def test_een_orgaan_zonder_volmacht_tekent_niet(cees: Wie, regio: Regiomensen, nieuw: Contract) -> None:
    prijs(cees, nieuw)
    nieuw.refresh_from_db()
    with pytest.raises(Geweigerd, match="mag op die dag niet tekenen voor Dronten, Lelystad") as fout:
        ondertekenen.onderteken(
            cees, nieuw.pk, orgaan_id=regio.almere.pk, getekend_op=DAG, besluit="Besluit", versie=nieuw.versie
        )
    assert "Awb 10:12" in fout.value.grondslag


def test_aan_een_getekend_contract_doet_geen_gemeente_mee_zonder_volmacht(
    cees: Wie, regio: Regiomensen, nieuw: Contract
) -> None:
    Contract.objects.filter(pk=nieuw.pk).update(staat=Contract.Staat.GETEKEND)
    velden: dict[str, Any] = {"gemeente_id": regio.urk.pk, "van": None, "tot": None, "besluit": "Besluit", "versie": 1}
    with pytest.raises(Geweigerd, match="niemand van jullie mag vandaag tekenen voor Urk") as fout:
        contractdaden.neem_gemeente_op(cees, nieuw.pk, **velden)
    assert "Awb 10:12" in fout.value.grondslag
    jurist_urk, jurist_almere = maak_mens("Ule", regio.urk, Rol.JURIST), maak_mens("Alma", regio.almere, Rol.JURIST)
    volmacht = verleen(
        jurist_urk, gegevens(regio.urk, regio.almere, soort="volmacht", handelingen=["contract_sluiten"])
    )
    mandaatdaden.aanvaard(jurist_almere, volmacht.pk, op=DAG)
    contractdaden.neem_gemeente_op(cees, nieuw.pk, **velden)
    nieuw.refresh_from_db()
    assert [(b["gemeente"], b["uitkomst"]) for b in nieuw.bevoegdheid] == [("Urk", "bevoegd")]


def test_een_gemeente_tekent_zelf_wat_zij_alleen_inkoopt(regio: Regiomensen) -> None:
    wie = regio.contract_lelystad
    velden: dict[str, Any] = {
        "nummer": "L-1", "aanbieder_id": regio.het_anker.pk, "perceel": "Lokaal", "van": date(2027, 1, 1), "tot": None,
    }  # fmt: skip
    with pytest.raises(Geweigerd) as fout:
        contractdaden.maak_contract(wie, contractdaden.NieuwContract(**velden, gemeenten=[regio.dronten.pk]))
    assert "eigen gemeente" in fout.value.velden["gemeenten"]
    contract = contractdaden.maak_contract(wie, contractdaden.NieuwContract(**velden, gemeenten=[regio.lelystad.pk]))
    prijs(wie, contract)
    contract.refresh_from_db()
    getekend = ondertekenen.onderteken(
        wie, contract.pk, orgaan_id=regio.lelystad.pk, getekend_op=DAG, besluit="College", versie=contract.versie
    )
    assert (getekend.staat, getekend.bevoegdheid[0]["uitkomst"]) == ("getekend", "bevoegd")


def test_een_gemeente_buiten_de_regio_op_die_dag(cees: Wie, regio: Regiomensen) -> None:
    Deelname.objects.filter(organisatie=regio.urk).update(tot=date(2026, 12, 31))
    with pytest.raises(Geweigerd, match="Urk doet niet de hele periode mee in de regio"):
        contractdaden.neem_gemeente_op(
            cees, regio.contract.pk, gemeente_id=regio.urk.pk, van=date(2027, 1, 1), tot=None, besluit="B", versie=1
        )


def test_een_deelname_met_een_dag(cees: Wie, regio: Regiomensen) -> None:
    contractdaden.beeindig_deelname(
        cees, regio.contract.pk, gemeente_id=regio.urk.pk, tot=date(2026, 6, 30), besluit="Besluit", versie=1
    )
    ja = queries.contract_voor(regio.de_brug, regio.urk, "45A04", date(2026, 6, 30))
    nee = queries.contract_voor(regio.de_brug, regio.urk, "45A04", date(2026, 7, 1))
    assert (ja.goed, nee.goed) == (True, False)
    assert "Urk doet op 01-07-2026 niet mee" in nee.uitleg
    (periode,) = queries.tarieven_voor(regio.de_brug, regio.urk)["45A04"]
    assert periode.tot == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("anders", "veld", "wat"),
    [
        ({"elementen": {**GOED, "overhead": None}}, "overhead", "(Besluit Jeugdwet 2.3 lid 1 onder c)"),
        ({"elementen": {**GOED, "overhead": 0}}, "overhead", "kan niet nul zijn"),
        ({"elementen": {**GOED, "client_overig": 0}}, "client_overig", "Schrijf bij de toelichting waarom"),
        ({"centen": 8000}, "centen", "€ 20,00 verschil"),
        ({"van": date(2026, 12, 31)}, "van", "valt buiten het contract"),
        ({"van": date(2027, 5, 1), "tot": date(2027, 4, 1)}, "tot", "ligt voor de begindatum"),
    ],
)  # fmt: skip
def test_een_tarief_dat_niet_kan(cees: Wie, nieuw: Contract, anders: dict[str, Any], veld: str, wat: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        prijs(cees, nieuw, **anders)
    assert wat in fout.value.velden[veld]
    assert not nieuw.tarieven.exists()


def test_twee_tarieven_op_een_dag_weigert_de_daad_en_de_database(cees: Wie, nieuw: Contract) -> None:
    tarief = prijs(cees, nieuw)
    with pytest.raises(Geweigerd) as fout:
        prijs(cees, nieuw, van=date(2027, 7, 1))
    assert "Er is al een tarief" in fout.value.velden["van"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Tarief.objects.create(
            contract=nieuw, product=tarief.product, eenheid="04", centen=1, van=date(2027, 7, 1), tot=None
        )
    ander = Tarief.objects.create(contract=nieuw, product=tarief.product, eenheid="04", centen=1, van=date(2030, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Tarief.objects.filter(pk=ander.pk).update(van=date(2027, 7, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Tarief.objects.filter(pk=tarief.pk).update(overhead=1)


def test_wie_met_een_oude_versie_komt_verliest(cees: Wie, nieuw: Contract) -> None:
    prijs(cees, nieuw, versie=1)
    with pytest.raises(Conflict, match="Iemand anders"):
        contractdaden.wijzig_einde(cees, nieuw.pk, tot=date(2028, 12, 31), besluit="Besluit", versie=1)


def test_een_andere_contractmanager_komt_er_niet_aan(regio: Regiomensen, nieuw: Contract) -> None:
    with pytest.raises(GeenRecht):
        contractdaden.wijzig_einde(regio.contract_lelystad, nieuw.pk, tot=DAG, besluit="B", versie=1)


@pytest.mark.parametrize(
    ("centen", "afronding", "nieuw"),
    [
        (12840, "cent", 13386),
        (199, "cent", 207),
        (199, "cent_laag", 207),
        (12840, "stuiver", 13385),
        (100, "cent", 104),
    ],
)
def test_afronden_zonder_kommagetallen(centen: int, afronding: str, nieuw: int) -> None:
    assert indexeren.rond_af(centen, 425, afronding) == nieuw


def test_indexeren_toont_eerst_en_maakt_dan_nieuwe_perioden(cees: Wie, nieuw: Contract) -> None:
    oud = prijs(cees, nieuw)
    opdracht = indexeren.Opdracht(
        basispunten=425, ingangsdatum=date(2027, 7, 1), afronding="cent", contract_id=nieuw.pk
    )
    beeld = indexeren.voorbeeld(cees, opdracht)
    assert [(r.tarief.centen, r.nieuw, r.bezwaar) for r in beeld.regels] == [(10000, 10425, "")]
    assert nieuw.tarieven.count() == 1
    with pytest.raises(Conflict):
        indexeren.voer_uit(cees, opdracht, besluit="Besluit", vingerafdruk="oud")
    indexeren.voer_uit(cees, opdracht, besluit="Besluit", vingerafdruk=beeld.vingerafdruk)
    oud.refresh_from_db()
    volgend = nieuw.tarieven.get(van=date(2027, 7, 1))
    assert (oud.tot, volgend.tot) == (date(2027, 6, 30), date(2027, 12, 31))
    assert (volgend.centen, volgend.indexering) == (10425, 825)


def test_een_onbekende_opbouw_houdt_indexeren_tegen_tot_zij_er_is(cees: Wie, regio: Regiomensen) -> None:
    opdracht = indexeren.Opdracht(
        basispunten=300, ingangsdatum=date(2027, 1, 1), afronding="cent", contract_id=regio.contract.pk
    )
    beeld = indexeren.voorbeeld(cees, opdracht)
    assert not beeld.kan
    assert {regel.bezwaar for regel in beeld.regels} == {"De opbouw is onbekend. Leg die eerst vast bij het contract."}
    tarief = regio.contract.tarieven.get(product__code="45A04")
    elementen = {**GOED, "indexering": 3240}
    tariefdaden.vul_opbouw_in(
        cees, regio.contract.pk, tarief_id=tarief.pk, elementen=elementen, toelichting="", besluit="B", versie=1
    )
    daarna = {r.tarief.product.code: r.bezwaar for r in indexeren.voorbeeld(cees, opdracht).regels}
    assert [code for code, bezwaar in daarna.items() if not bezwaar] == ["45A04"]


def test_verlengen_op_tijd_en_vanzelf(cees: Wie, regio: Regiomensen) -> None:
    contract = regio.contract
    optie = opties.voeg_optie_toe(
        cees, contract.pk, tot=date(2029, 12, 31), beslissen_voor=date(2027, 6, 30), automatisch=True, besluit="B",
        versie=1,
    )  # fmt: skip
    beurten.bij_de_tijd(date(2027, 1, 1))
    assert not Beurt.objects.filter(soort="contract-verlengen").exists()
    beurten.bij_de_tijd(date(2027, 4, 1))
    beurt = Beurt.objects.get(soort="contract-verlengen")
    assert (beurt.organisatie, beurt.rol, beurt.uiterlijk) == (regio.regiokantoor, Rol.CONTRACT, date(2027, 6, 30))
    with klok.op(date(2027, 7, 1)):
        beurten.bij_de_tijd(date(2027, 7, 1))
    optie.refresh_from_db()
    contract.refresh_from_db()
    beurt.refresh_from_db()
    assert (optie.besluit, contract.tot, beurt.staat) == (Verlengoptie.Besluit.VANZELF, date(2029, 12, 31), "gedaan")
    assert "ging vanzelf in" in contract.wijzigingen.get(nummer=2).wat[0]


def test_een_document_dat_afloopt_is_een_beurt_tot_er_een_nieuw_is(regio: Regiomensen) -> None:
    velden: dict[str, object] = {"soort": "keurmerk", "naam": "K1", "van": date(2024, 1, 1), "tot": date(2026, 12, 20)}
    aanbiederdaden.bewaar_document(regio.noor, regio.de_brug.pk, None, velden)
    beurten.bij_de_tijd(DAG)
    beurt = Beurt.objects.get(soort="kwaliteitsdocument")
    assert (beurt.organisatie, beurt.wachtende, beurt.uiterlijk) == (
        regio.de_brug,
        regio.regiokantoor,
        date(2026, 12, 20),
    )
    nieuw = {**velden, "naam": "K2", "tot": date(2029, 12, 20)}
    aanbiederdaden.bewaar_document(regio.noor, regio.de_brug.pk, None, nieuw)
    beurt.refresh_from_db()
    assert beurt.staat == "gedaan"
    beurten.bij_de_tijd(DAG)
    assert Beurt.objects.filter(soort="kwaliteitsdocument", staat="open").count() == 0
    with pytest.raises(GeenRecht):
        aanbiederdaden.bewaar_document(regio.iris, regio.de_brug.pk, None, nieuw)
    with pytest.raises(GeenRecht):
        aanbiederdaden.controleer_document(regio.noor, regio.de_brug.pk, Kwaliteitsdocument.objects.first().pk)  # type: ignore[union-attr]


def test_een_nieuwe_beschrijving_laat_het_verleden_staan(cees: Wie, regio: Regiomensen) -> None:
    begin = catalogusdaden.Beschrijving(
        van=date(2025, 1, 1), niveau="lokaal", variant="inspanning", wat="w", voor_wie="v", niet_voor="", grondslag="g"
    )
    catalogusdaden.beschrijf_product(cees, "45A04", begin)
    later = catalogusdaden.Beschrijving(
        van=date(2027, 1, 1), niveau="regionaal", variant="taak", wat="w", voor_wie="v", niet_voor="", grondslag="g"
    )
    catalogusdaden.beschrijf_product(cees, "45A04", later)
    versies = Product.objects.get(code="45A04").versies
    assert [v.niveau for v in versies.op(DAG)] == ["lokaal"]
    assert [v.niveau for v in versies.op(date(2027, 1, 1))] == ["regionaal"]
    with pytest.raises(Geweigerd, match="verandert niet meer"):
        catalogusdaden.beschrijf_product(cees, "45A04", begin)
    with pytest.raises(GeenRecht):
        catalogusdaden.beschrijf_product(regio.contract_lelystad, "45A04", later)


def test_het_taakveld_volgt_de_dag(cees: Wie) -> None:
    catalogusdaden.deel_in(cees, "45A04", taakveld="6.72b", van=date(2023, 1, 1), bron="Iv3 2023")
    catalogusdaden.deel_in(cees, "45A04", taakveld="6.752", van=date(2026, 1, 1), bron="Iv3 2026")
    indelingen = Product.objects.get(code="45A04").taakvelden
    assert [t.taakveld for t in indelingen.op(date(2025, 12, 31))] == ["6.72b"]
    assert [t.taakveld for t in indelingen.op(DAG)] == ["6.752"]


def test_het_regiokantoor_loopt_door_zijn_schermen(
    client: Client, cees: Wie, nieuw: Contract, regio: Regiomensen, django_assert_max_num_queries: Any
) -> None:
    prijs(cees, nieuw)
    Werkwijze.objects.create(
        naam="Team", niveau="regionaal", wat="x", voor_wie="y", regie="verwijzer", grondslag="bron", van=DAG
    )
    assert cees.gebruiker is not None
    client.force_login(cees.gebruiker)
    for pad in ("producten/", "producten/45A04/", "producten/nieuw/", "producten/45A04/beschrijven/",
                "contracten/nieuw/", "contracten/indexeren/", "contracten/bestanden/", f"{regio.de_brug.pk}/",
                f"{regio.de_brug.pk}/document/",
                f"contracten/{nieuw.pk}/ondertekenen/", f"contracten/{nieuw.pk}/tarief/"):  # fmt: skip
        assert client.get(f"/aanbieders/{pad}").status_code == 200, pad
    with django_assert_max_num_queries(25):
        pagina = client.get(f"/aanbieders/contracten/{nieuw.pk}/").content.decode()
    assert "nog niet getekend" in pagina
    assert "€ 18,00" in pagina
    weg = f"/aanbieders/contracten/{nieuw.pk}/plafond/"
    plafond = {"jaar": 2030, "centen": "1.000,00", "besluit": "B", "versie": 2}
    fout = client.post(weg, plafond)
    assert fout.status_code == 422
    assert "Kies een jaar waarin het contract loopt" in fout.content.decode()
    goed = client.post(weg, {**plafond, "jaar": 2027})
    assert goed.status_code == 302
    assert nieuw.plafonds.get().centen == 100_000


def test_de_opbouw_is_niet_voor_iedereen(regio: Regiomensen, cees: Wie) -> None:
    assert contractpagina(cees, regio.contract.pk).met_opbouw
    assert contractpagina(regio.noor, regio.contract.pk).met_opbouw
    assert not contractpagina(regio.fatima, regio.contract.pk).met_opbouw
