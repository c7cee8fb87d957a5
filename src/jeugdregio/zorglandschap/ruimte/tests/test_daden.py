"""Stating, reserving, answering, beginning, expiring and waiting: the acts with their turns."""

from datetime import date, timedelta

import pytest
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Locatie
from jeugdregio.zorglandschap.ruimte import beurten, instellen, opgeven, reserveren, wachten
from jeugdregio.zorglandschap.ruimte.models import Opgave, Plek, Reservering

DAG = date(2026, 10, 5)


@pytest.fixture
def plek(regio: Regiomensen) -> Plek:
    """One free place at De Brug, said by Noor."""
    locatie = Locatie.objects.create(
        aanbieder=regio.de_brug, naam="Kantoor", plaats="Lelystad", ambulant=True, van=date(2025, 1, 1)
    )
    nieuw = opgeven.NieuwePlek(locatie_id=locatie.pk, product_code="45A04", maat="plekken")
    with klok.op(DAG):
        return opgeven.voeg_toe(regio.noor, nieuw, vrij=1, wachtdagen=21, bron="rooster")


def _geldend(plek: Plek) -> Opgave:
    return plek.opgaven.get(vervangen_op__isnull=True)


def _geef_op(wie: Wie, plek: Plek, vrij: int | None, wachtdagen: int | None = None) -> Opgave:
    return opgeven.geef_op(wie, plek.pk, opgave_id=_geldend(plek).pk, vrij=vrij, wachtdagen=wachtdagen, bron="rooster")


def _open(soort: str) -> list[Beurt]:
    return list(Beurt.objects.filter(soort=soort, staat="open"))


def test_onbekend_blijft_onbekend_en_het_verloop_blijft(regio: Regiomensen, plek: Plek) -> None:
    with klok.op(DAG + timedelta(days=1)):
        nieuw = _geef_op(regio.noor, plek, None)
    assert (nieuw.vrij, nieuw.wachtdagen) == (None, None)
    oud = plek.opgaven.get(vervangen_op__isnull=False)
    assert (oud.vrij, oud.nagekeken_op, oud.door) == (1, DAG, "Noor")
    with klok.op(DAG), pytest.raises(Geweigerd, match="niet bekend of er plek is"):
        reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-1")


def test_wie_iets_ouds_zag_hoort_het(regio: Regiomensen, plek: Plek) -> None:
    gezien = _geldend(plek).pk
    _geef_op(regio.noor, plek, 3)
    with pytest.raises(Conflict, match="Noor heeft deze regel net bijgewerkt"):
        opgeven.geef_op(regio.noor, plek.pk, opgave_id=gezien, vrij=9, wachtdagen=None, bron="rooster")
    assert _geldend(plek).vrij == 3


def test_alleen_de_aanbieder_en_de_regio_houden_bij(regio: Regiomensen, plek: Plek, cees: Wie) -> None:
    for wie in (regio.iris, regio.fatima, regio.contract_lelystad):
        with pytest.raises(GeenRecht):
            _geef_op(wie, plek, 5)
    assert _geef_op(cees, plek, 5).namens == regio.regiokantoor


@pytest.mark.parametrize(("vrij", "dagen"), [(-1, 0), (1000, 0), (1, -3), (1, 2000)])
def test_een_onmogelijk_getal(regio: Regiomensen, plek: Plek, vrij: int, dagen: int) -> None:
    with pytest.raises(Geweigerd) as fout:
        _geef_op(regio.noor, plek, vrij, dagen)
    assert set(fout.value.velden) <= {"vrij", "wachtdagen"}
    assert fout.value.velden


def test_een_oude_opgave_wordt_een_beurt_en_nakijken_sluit_die(regio: Regiomensen, plek: Plek) -> None:
    beurten.bij_de_tijd(DAG + timedelta(days=14))
    assert not _open("plek_nakijken")
    dag = DAG + timedelta(days=15)
    with klok.op(dag):
        beurten.bij_de_tijd(dag)
        beurten.bij_de_tijd(dag + timedelta(days=1))
        (beurt,) = _open("plek_nakijken")
        assert (beurt.organisatie, beurt.uiterlijk) == (regio.de_brug, dag + timedelta(days=3))
        _geef_op(regio.noor, plek, 1, 21)
    assert not _open("plek_nakijken")


def test_de_regio_kiest_een_andere_termijn(regio: Regiomensen, plek: Plek, cees: Wie) -> None:
    dagen = {"verouderd_na": 30, "antwoord_binnen": 2, "reservering_duurt": 7, "eerste_contact_binnen": 28}
    instellen.zet_termijnen(cees, van=DAG, bron="Afspraak in het regionaal overleg", dagen=dagen)
    beurten.bij_de_tijd(DAG + timedelta(days=20))
    assert not _open("plek_nakijken")
    with klok.op(DAG):
        assert reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-1").verloopt_op == DAG + timedelta(days=7)
    with pytest.raises(Geweigerd, match="later"):
        instellen.zet_termijnen(cees, van=DAG, bron="x", dagen=dagen)
    with pytest.raises(GeenRecht):
        instellen.zet_termijnen(regio.contract_lelystad, van=DAG, bron="x", dagen=dagen)


def test_reserveren_aannemen_en_beginnen(regio: Regiomensen, plek: Plek) -> None:
    with klok.op(DAG):
        vraag = reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-2026-00001")
        (beurt,) = _open("reservering_antwoorden")
        assert (beurt.organisatie, beurt.uiterlijk) == (regio.de_brug, DAG + timedelta(days=3))
        assert "K-2026" not in f"{beurt.titel}{beurt.tekst}{beurt.kenmerk}{beurt.aanduiding}"
        vraag = reserveren.beantwoord(regio.noor, vraag.pk, versie=1, ja=True)
        (gebruik,) = _open("reservering_gebruiken")
        assert (gebruik.organisatie, gebruik.uiterlijk) == (regio.lelystad, DAG + timedelta(days=14))
    with klok.op(DAG + timedelta(days=4)):
        vraag = reserveren.begin(regio.noor, vraag.pk, versie=vraag.versie, op=DAG + timedelta(days=4))
    assert vraag.staat == "begonnen"
    assert (_geldend(plek).vrij, _geldend(plek).nagekeken_op, _geldend(plek).bron) == (0, DAG, "systeem")
    assert not Beurt.objects.filter(staat="open", soort__startswith="reservering")
    assert "K-2026" not in str(list(Regel.objects.values("handeling", "gegevens", "onderwerp_id")))


def test_weigeren_vraagt_een_reden_en_maakt_de_plek_vrij(regio: Regiomensen, plek: Plek) -> None:
    with klok.op(DAG):
        vraag = reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-1")
        with pytest.raises(Geweigerd):
            reserveren.beantwoord(regio.noor, vraag.pk, versie=1, ja=False, reden=" ")
        with pytest.raises(Conflict, match="Een ander was je voor"):
            reserveren.reserveer(regio.bram, plek.pk, kenmerk="D-9")
        reserveren.beantwoord(regio.noor, vraag.pk, versie=1, ja=False, reden="De groep is te zwaar.")
        assert "De groep is te zwaar." in _open("reservering_verder")[0].tekst
        assert reserveren.reserveer(regio.bram, plek.pk, kenmerk="D-9").staat == "gevraagd"
        reserveren.zag_einde(regio.fatima, vraag.pk)
        assert not _open("reservering_verder")


def test_wat_verloopt_is_vrij_en_wordt_een_beurt(regio: Regiomensen, plek: Plek) -> None:
    with klok.op(DAG):
        vraag = reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-1")
    laatste = DAG + timedelta(days=14)
    with klok.op(laatste), pytest.raises(Conflict):
        reserveren.reserveer(regio.bram, plek.pk, kenmerk="D-9")
    with klok.op(laatste + timedelta(days=1)):
        with pytest.raises(Conflict, match="verlopen"):
            reserveren.beantwoord(regio.noor, vraag.pk, versie=1, ja=True)
        reserveren.reserveer(regio.bram, plek.pk, kenmerk="D-9")
        beurten.bij_de_tijd(laatste + timedelta(days=1))
        beurten.bij_de_tijd(laatste + timedelta(days=1))
    vraag.refresh_from_db()
    assert vraag.staat == "verlopen"
    (beurt,) = _open("reservering_verder")
    assert beurt.organisatie == regio.lelystad


@pytest.mark.parametrize("kenmerk", ["Mirthe Visser", "Mirthe", "999912345", "9999.12.345", "03-05-2012", "x", ""])
def test_een_naam_of_bsn_is_geen_dossiernummer(regio: Regiomensen, plek: Plek, kenmerk: str) -> None:
    with klok.op(DAG), pytest.raises(Geweigerd) as fout:
        reserveren.reserveer(regio.fatima, plek.pk, kenmerk=kenmerk)
    assert "kenmerk" in fout.value.velden
    assert not Reservering.objects.exists()


def test_wie_er_niets_mee_heeft_vindt_de_reservering_niet(regio: Regiomensen, plek: Plek) -> None:
    with klok.op(DAG):
        vraag = reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-1")
        for wie in (regio.bram, regio.iris, regio.contract_lelystad, regio.directeur):
            with pytest.raises(NietGevonden):
                reserveren.beantwoord(wie, vraag.pk, versie=1, ja=True)
        with pytest.raises(GeenRecht):
            reserveren.reserveer(regio.noor, plek.pk, kenmerk="K-2")
        with pytest.raises(GeenRecht):
            reserveren.beantwoord(regio.fatima, vraag.pk, versie=1, ja=True)


def test_een_startbericht_neemt_de_plek_in_en_een_afwijzing_geeft_haar_vrij(regio: Regiomensen, plek: Plek) -> None:
    with klok.op(DAG):
        _geef_op(regio.noor, plek, 2)
        een = reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-1")
        twee = reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-2")
        van = (regio.lelystad, regio.de_brug)
        assert reserveren.hulp_begonnen(regio.dronten, regio.de_brug, "45A04", "K-1", DAG) == 0
        assert reserveren.hulp_begonnen(*van, "45A04", "K-1", DAG) == 1
        assert reserveren.verzoek_afgewezen(*van, ["45A04"], "K-2") == 1
    assert {een.pk: "begonnen", twee.pk: "ingetrokken"} == dict(Reservering.objects.values_list("pk", "staat"))
    assert _geldend(plek).vrij == 1


def test_stoppen_kan_niet_met_een_reservering(regio: Regiomensen, plek: Plek) -> None:
    with klok.op(DAG):
        vraag = reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-1")
        with pytest.raises(Geweigerd):
            opgeven.stop(regio.noor, plek.pk)
        reserveren.geef_vrij(regio.fatima, vraag.pk, versie=1)
        opgeven.stop(regio.noor, plek.pk)
        with pytest.raises(NietGevonden):
            reserveren.reserveer(regio.fatima, plek.pk, kenmerk="K-1")


def test_wachten_langer_dan_vier_weken(regio: Regiomensen, plek: Plek) -> None:
    """The girl of 12 who registered on 1 June: bridging and a buddy are offered and logged."""
    with klok.op(date(2026, 6, 1)):
        meisje = wachten.meld_aan(
            regio.fatima, kenmerk="K-12", product_code="45A04", aangemeld_op=date(2026, 6, 1), plek_id=plek.pk
        )
    assert meisje.uiterlijk == date(2026, 6, 29)
    (beurt,) = _open("wachten_overbruggen")
    assert (beurt.organisatie, beurt.uiterlijk) == (regio.lelystad, date(2026, 6, 29))
    with klok.op(date(2026, 7, 1)):
        wachten.bied_aan(
            regio.fatima, meisje.pk, versie=1, soort="maatje", wat="Maatje van het buurtteam", aangenomen=False
        )
        assert _open("wachten_overbruggen")
        wachten.bied_aan(regio.fatima, meisje.pk, versie=2, soort="hulp", wat="Praktijkondersteuner", aangenomen=True)
        assert not _open("wachten_overbruggen")
        with pytest.raises(Geweigerd, match="wacht al"):
            wachten.meld_aan(regio.fatima, kenmerk="K-12", product_code="45A04", aangemeld_op=date(2026, 6, 2))
        with pytest.raises(NietGevonden):
            wachten.eerste_contact(regio.bram, meisje.pk, versie=3, op=date(2026, 7, 1))
        with pytest.raises(GeenRecht):
            wachten.eerste_contact(regio.noor, meisje.pk, versie=3, op=date(2026, 7, 1))
        wachten.eerste_contact(regio.fatima, meisje.pk, versie=3, op=date(2026, 7, 1))
        wachten.beeindig(regio.fatima, meisje.pk, versie=4, op=date(2026, 7, 1), waarom="Hulp begonnen")
        with pytest.raises(Conflict):
            wachten.beeindig(regio.fatima, meisje.pk, versie=5, op=date(2026, 7, 1), waarom="x")
