"""May this body do this here on this day? The cases of the sources, and each thing that can break a chain."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.mandaten import actions
from jeugdregio.bestuur.mandaten.models import Intentie, Mandaat, Ondertekening
from jeugdregio.bestuur.mandaten.queries import eis_bevoegd, mag, mag_beslissen_op_bezwaar, mag_wie
from jeugdregio.bestuur.mandaten.tests.keten import (
    BEGIN,
    DAG,
    KADER,
    Keten,
    betwist_door_lelystad,
    gegevens,
    maak_keten,
    op,
)
from jeugdregio.bestuur.mandaten.verlenen import verleen
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from recht.mandaat import Slotsom, namens


@pytest.fixture
def keten(regio: Regiomensen) -> Keten:
    return maak_keten(regio)


def _kader(keten: Keten, gemeente: Organisatie, datum: date = KADER):
    return mag(keten.regio.regiokantoor, "handelingskader", gemeente, datum, functie=Rol.DIRECTEUR)


def test_m1_het_handelingskader_is_betwist_in_lelystad_en_bevoegd_genomen_voor_de_andere_drie(keten: Keten) -> None:
    betwist_door_lelystad(keten)
    regio = keten.regio
    antwoord = _kader(keten, regio.lelystad)
    assert antwoord.uitkomst is Slotsom.BETWIST
    assert not antwoord.mag
    assert [b.grond for b in antwoord.betwistingen] == ["Lelystad stelde het handelingskader niet vast"]
    for gemeente in (regio.dronten, regio.urk, regio.noordoostpolder):
        anders = _kader(keten, gemeente)
        assert anders.uitkomst is Slotsom.BEVOEGD, anders.stappen
        assert [s.mandaat.gever for s in anders.schakels] == [gemeente, regio.almere]


def test_m1_het_antwoord_noemt_besluiten_datums_en_artikelen(keten: Keten) -> None:
    antwoord = _kader(keten, keten.regio.dronten)
    tekst = " ".join(f"{s.tekst} {s.grondslag}" for s in antwoord.stappen)
    for deel in ("Centrumregeling", "11 januari 2021", "Awb 10:4 lid 1", "Awb 10:5 lid 2", "Awb 10:9 lid 1"):
        assert deel in tekst
    assert antwoord.ondertekening == "Namens het college van Dronten, de regiodirecteur van Regiokantoor"
    assert namens(antwoord.ondertekening, "Dronten").waarde == "goed"


def test_m1_een_betwisting_telt_alleen_zolang_zij_loopt(keten: Keten) -> None:
    betwisting = betwist_door_lelystad(keten)
    lelystad = keten.regio.lelystad
    assert _kader(keten, lelystad, date(2025, 1, 15)).uitkomst is Slotsom.BEVOEGD
    with op(DAG):
        actions.beeindig_betwisting(keten.regio.jurist_lelystad, betwisting.pk, tot=DAG, afloop="Opgelost")
    assert _kader(keten, lelystad, DAG).uitkomst is Slotsom.BETWIST
    assert _kader(keten, lelystad, date(2026, 3, 3)).uitkomst is Slotsom.BEVOEGD


def test_m2_almere_beslist_niet_over_een_kind_uit_lelystad(keten: Keten) -> None:
    regio = keten.regio
    antwoord = mag(regio.almere, "toewijzen", regio.lelystad, DAG)
    assert antwoord.uitkomst is Slotsom.ONBEVOEGD
    assert antwoord.ontbreekt == (
        "een mandaat van het college van Lelystad aan het college van Almere voor: hulp toewijzen aan een kind",
    )
    with op(DAG):
        los = verleen(
            regio.jurist_lelystad,
            gegevens(regio.lelystad, regio.almere, handelingen=["toewijzen"], geval="V-2026-00007", document=""),
        )
        actions.aanvaard(keten.jurist(regio.almere), los.pk, op=DAG)
    assert mag(regio.almere, "toewijzen", regio.lelystad, DAG, geval="V-2026-00007").uitkomst is Slotsom.BEVOEGD
    assert mag(regio.almere, "toewijzen", regio.lelystad, DAG, geval="V-2026-00008").uitkomst is Slotsom.ONBEVOEGD
    zonder_zaak = mag(regio.almere, "toewijzen", regio.lelystad, DAG)
    assert zonder_zaak.uitkomst is Slotsom.BEVOEGD_MITS
    assert zonder_zaak.voorwaarden == ("alleen voor de ene zaak waarvoor dit is gegeven",)


def test_m3_een_intentieovereenkomst_verandert_niets(keten: Keten) -> None:
    regio = keten.regio
    voor = mag(regio.almere, "subsidie", regio.dronten, DAG)
    intentie = Intentie.objects.create(titel="Intentieovereenkomst regionale samenwerking", bron="memo 11 maart 2025")
    for gemeente in (regio.almere, regio.dronten, regio.noordoostpolder, regio.urk):
        Ondertekening.objects.create(intentie=intentie, organisatie=gemeente, getekend=True)
    na = mag(regio.almere, "subsidie", regio.dronten, DAG)
    assert (voor.uitkomst, na.uitkomst) == (Slotsom.ONBEVOEGD, Slotsom.ONBEVOEGD)
    assert "voornemen en geeft geen bevoegdheid" in " ".join(s.tekst for s in na.stappen)
    with op(DAG), pytest.raises(Geweigerd, match="kan geen schakel zijn"):
        verleen(keten.jurist(regio.dronten), gegevens(regio.dronten, regio.almere, soort="intentie"))


def test_m4_met_een_volmacht_neem_je_geen_besluiten(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        volmacht = verleen(
            regio.jurist_lelystad,
            gegevens(regio.lelystad, regio.almere, soort="volmacht", handelingen=["contract_sluiten"]),
        )
        actions.aanvaard(keten.jurist(regio.almere), volmacht.pk, op=DAG)
        with pytest.raises(Geweigerd, match="daarvoor is een mandaat nodig"):
            verleen(
                regio.jurist_lelystad,
                gegevens(regio.lelystad, regio.almere, soort="volmacht", handelingen=["subsidie"]),
            )
    assert mag(regio.almere, "contract_sluiten", regio.lelystad, DAG).uitkomst is Slotsom.BEVOEGD
    antwoord = mag(regio.almere, "subsidie", regio.lelystad, DAG)
    assert antwoord.uitkomst is Slotsom.ONBEVOEGD
    assert "Er is wel een volmacht" in " ".join(s.tekst for s in antwoord.stappen)


def test_rij_27_wie_het_besluit_nam_beslist_niet_op_het_bezwaar(regio: Regiomensen) -> None:
    fatima, joris = regio.gebruiker("fatima"), regio.gebruiker("jurist_lelystad")
    assert mag_beslissen_op_bezwaar(fatima, fatima).waarde == "mag niet"
    assert mag_beslissen_op_bezwaar(joris, fatima).waarde == "mag"


def test_rij_28_zonder_instemming_met_datum_is_de_keten_niet_compleet(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        mandaat = verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere, handelingen=["subsidie"]))
    antwoord = mag(regio.almere, "subsidie", regio.lelystad, DAG)
    assert antwoord.uitkomst is Slotsom.ONBEVOEGD
    assert "de instemming van de ontvanger, met datum" in antwoord.ontbreekt[0]
    mandaat.gebeurtenissen.create(soort="aanvaard", door=regio.almere, op=None)
    assert mag(regio.almere, "subsidie", regio.lelystad, DAG).uitkomst is Slotsom.ONBEVOEGD
    with op(DAG):
        actions.aanvaard(keten.jurist(regio.almere), mandaat.pk, op=DAG)
    assert mag(regio.almere, "subsidie", regio.lelystad, DAG).uitkomst is Slotsom.BEVOEGD


def test_rij_28_ook_wie_boven_de_ontvanger_staat_stemt_in(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        mandaat = verleen(
            keten.jurist(regio.dronten), gegevens(regio.dronten, regio.regiokantoor, handelingen=["subsidie"])
        )
        actions.aanvaard(regio.secretaris, mandaat.pk, op=DAG)
        assert not mag(regio.regiokantoor, "subsidie", regio.dronten, DAG).mag
        actions.aanvaard(keten.jurist(regio.almere), mandaat.pk, op=DAG)
    assert mag(regio.regiokantoor, "subsidie", regio.dronten, DAG).mag


def test_rij_29_een_ondermandaat_van_voor_de_toestemming_geldt_niet(keten: Keten) -> None:
    regio = keten.regio
    april = date(2026, 4, 1)
    with op(DAG):
        boven = verleen(
            regio.jurist_lelystad,
            gegevens(regio.lelystad, regio.almere, handelingen=["subsidie"], ondermandaat_vanaf=april),
        )
        actions.aanvaard(keten.jurist(regio.almere), boven.pk, op=DAG)
        te_vroeg = gegevens(
            regio.almere, regio.regiokantoor, ontvanger_functie=Rol.DIRECTEUR, handelingen=["subsidie"],
            gemeenten=[regio.lelystad], ondergeschikt=True,
        )  # fmt: skip
        with pytest.raises(Geweigerd, match="mag dit voor Lelystad niet doorgeven"):
            verleen(keten.jurist(regio.almere), te_vroeg)
    # As it may come in from an old register: given on 2 March, used on 4 March, allowed from 1 April.
    velden = {k: v for k, v in vars(te_vroeg).items() if k != "gemeenten"}
    Mandaat.objects.create(**velden).gemeenten.set([regio.lelystad])
    antwoord = mag(regio.regiokantoor, "subsidie", regio.lelystad, date(2026, 3, 4), functie=Rol.DIRECTEUR)
    assert antwoord.uitkomst is Slotsom.ONBEVOEGD
    assert "Doorgeven mocht pas vanaf 1 april 2026" in " ".join(s.tekst for s in antwoord.stappen)


def test_rij_30_een_brief_voor_dronten_met_alleen_almere_eronder() -> None:
    assert namens("Met vriendelijke groet,\nAlmere", "Dronten").waarde == "waarschuwing"


@pytest.mark.parametrize(("dag", "bevoegd"), [(date(2021, 1, 31), False), (BEGIN, True)])
def test_een_besluit_van_voor_het_begin_is_onbevoegd(keten: Keten, dag: date, bevoegd: bool) -> None:
    assert _kader(keten, keten.regio.urk, dag).mag is bevoegd


def test_intrekken_bovenaan_neemt_wat_eronder_ligt_mee_maar_niet_met_terugwerkende_kracht(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        actions.trek_in(keten.jurist(regio.urk), keten.grants["Urk"].pk, per=DAG, besluit_op=DAG, tekst="Besluit 12")
    assert _kader(keten, regio.urk, date(2026, 3, 1)).uitkomst is Slotsom.BEVOEGD
    na = _kader(keten, regio.urk, DAG)
    assert na.uitkomst is Slotsom.ONBEVOEGD
    assert any("niet is ingetrokken" in mist for mist in na.ontbreekt)
    assert _kader(keten, regio.dronten, DAG).mag


def test_onder_voorwaarden(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        nieuw = verleen(
            keten.jurist(regio.urk),
            gegevens(
                regio.urk,
                regio.almere,
                handelingen=["inkoopbesluit"],
                voorwaarden="alleen na overleg\nniet boven 1 mln",
            ),
            vervangt=keten.grants["Urk"].pk,
        )
        actions.aanvaard(keten.jurist(regio.almere), nieuw.pk, op=DAG)
    antwoord = mag(regio.almere, "inkoopbesluit", regio.urk, DAG)
    assert (antwoord.uitkomst, antwoord.voorwaarden) == (
        Slotsom.BEVOEGD_MITS,
        ("alleen na overleg", "niet boven 1 mln"),
    )
    # The old one held until the day before, and still reads so.
    assert mag(regio.almere, "inkoopbesluit", regio.urk, date(2026, 3, 1)).uitkomst is Slotsom.BEVOEGD


def test_het_college_zelf_is_altijd_bevoegd_en_de_raad_waar_de_wet_hem_noemt(regio: Regiomensen) -> None:
    assert mag(regio.urk, "toewijzen", regio.urk, DAG).uitkomst is Slotsom.BEVOEGD
    raad = Organisatie.objects.create(naam="Gemeenteraad Urk", soort=Soort.RAAD, hoort_bij=regio.urk)
    assert mag(raad, "verordening", regio.urk, DAG).uitkomst is Slotsom.BEVOEGD
    college = mag(regio.urk, "verordening", regio.urk, DAG)
    assert college.uitkomst is Slotsom.ONBEVOEGD
    assert college.ontbreekt == ("een besluit van de raad van Urk zelf",)


def test_zonder_enig_mandaat_is_het_antwoord_nee_met_wat_ontbreekt(regio: Regiomensen) -> None:
    antwoord = mag(regio.de_brug, "toewijzen", regio.lelystad, DAG)
    assert antwoord.uitkomst is Slotsom.ONBEVOEGD
    assert "aan De Brug" in antwoord.ontbreekt[0]
    with pytest.raises(Geweigerd, match="Wat ontbreekt"):
        eis_bevoegd(antwoord)
    with pytest.raises(KeyError):
        mag(regio.almere, "toveren", regio.lelystad, DAG)


def test_een_mens_handelt_in_zijn_beste_rol(keten: Keten) -> None:
    regio = keten.regio
    directeur = regio.directeur
    assert mag_wie(directeur, "handelingskader", regio.dronten, KADER).mag
    assert not mag_wie(maak_mens("Zo maar", regio.regiokantoor, Rol.ANALIST), "handelingskader", regio.dronten, DAG).mag


def test_het_antwoord_kost_een_vast_aantal_vragen(keten: Keten) -> None:
    def vragen() -> int:
        with CaptureQueriesContext(connection) as gesteld:
            _kader(keten, keten.regio.dronten)
        return len(gesteld)

    eerst = vragen()
    with op(DAG):
        for nummer in range(6):
            verleen(
                keten.jurist(keten.regio.dronten),
                gegevens(keten.regio.dronten, keten.regio.almere, besluit=f"Besluit {nummer}"),
            )
    assert vragen() == eerst <= 5
