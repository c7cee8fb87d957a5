"""Giving, agreeing, passing on, withdrawing, disputing: who may, what a rule refuses, and the turns that follow."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.mandaten import actions, beurten, queries
from jeugdregio.bestuur.mandaten.models import Gebeurtenis, Mandaat
from jeugdregio.bestuur.mandaten.tests.keten import DAG, Keten, gegevens, maak_keten, op
from jeugdregio.bestuur.mandaten.verlenen import verleen
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol


@pytest.fixture
def keten(regio: Regiomensen) -> Keten:
    return maak_keten(regio)


def _stem_in(keten: Keten, mandaat: Mandaat) -> None:
    actions.aanvaard(keten.jurist(mandaat.ontvanger), mandaat.pk, op=DAG)


@pytest.mark.parametrize(
    ("anders", "veld", "woorden"),
    [
        ({"schriftelijk": False}, "schriftelijk", "op schrift"),
        ({"document": " "}, "document", "Noem het stuk"),
        ({"van": DAG - timedelta(days=1)}, "van", "werkt niet terug"),
        ({"besluit_op": DAG + timedelta(days=1), "van": DAG + timedelta(days=1)}, "besluit_op", "nog niet genomen"),
        ({"tot": DAG - timedelta(days=1)}, "tot", "voor het begint"),
        ({"gemeenten": []}, "gemeenten", "ten minste één gemeente"),
        ({"handelingen": []}, "handelingen", "ten minste één handeling"),
        ({"handelingen": ["toveren"]}, "handelingen", "uit de lijst"),
        ({"handelingen": ["verordening"]}, "handelingen", "leent zich niet voor mandaat"),
        ({"handelingen": ["contract_sluiten"]}, "handelingen", "daarvoor is een volmacht nodig"),
        ({"ondergeschikt": True}, "ondergeschikt", "werkt niet onder"),
        ({"soort": "delegatie"}, "soort", "Kies mandaat"),
    ],
)
def test_wat_niet_mag_wordt_bij_zijn_veld_geweigerd(
    keten: Keten, anders: dict[str, Any], veld: str, woorden: str
) -> None:
    regio = keten.regio
    aantal = Mandaat.objects.count()
    with op(DAG), pytest.raises(Geweigerd, match=woorden) as fout:
        verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere, **anders))
    assert set(fout.value.velden) == {veld}
    assert Mandaat.objects.count() == aantal


def test_een_mondeling_algemeen_mandaat_komt_er_ook_langs_een_andere_weg_niet_in(regio: Regiomensen) -> None:
    velden = {k: v for k, v in vars(gegevens(regio.lelystad, regio.almere)).items() if k != "gemeenten"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandaat.objects.create(**(velden | {"schriftelijk": False}))


def test_een_gemeente_die_niet_meer_meedoet(keten: Keten) -> None:
    regio = keten.regio
    regio.urk.deelnames.update(tot=date(2025, 12, 31))
    with op(DAG), pytest.raises(Geweigerd, match="Urk doet op 2 maart 2026 niet mee"):
        verleen(keten.jurist(regio.urk), gegevens(regio.urk, regio.almere))


@pytest.mark.parametrize(
    "anders",
    [
        {"handelingen": ["handelingskader", "subsidie"]},
        {"tot": None},
        {"gemeenten": "ook Dronten"},
    ],
)
def test_niet_meer_doorgeven_dan_je_kreeg(keten: Keten, anders: dict[str, Any]) -> None:
    regio = keten.regio
    with op(DAG):
        boven = verleen(
            keten.jurist(regio.urk),
            gegevens(regio.urk, regio.lelystad, tot=date(2026, 12, 31), ondermandaat_vanaf=DAG),
        )
        _stem_in(keten, boven)
        velden: dict[str, Any] = {"gemeenten": [regio.urk], "tot": date(2026, 12, 31), "ondergeschikt": True}
        velden["ontvanger_functie"] = Rol.TEAMLEIDER
        goed = gegevens(regio.lelystad, regio.lelystad, **velden)
        velden |= anders
        if anders.get("gemeenten"):
            velden["gemeenten"] = [regio.urk, regio.dronten]
        with pytest.raises(Geweigerd, match="niet doorgeven"):
            verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.lelystad, **velden))
        verleen(regio.jurist_lelystad, goed)
    assert queries.mag(regio.lelystad, "handelingskader", regio.urk, DAG, functie=Rol.TEAMLEIDER).mag


def test_doorgeven_in_een_kring_wordt_geweigerd(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        een = verleen(keten.jurist(regio.urk), gegevens(regio.urk, regio.lelystad, ondermandaat_vanaf=DAG))
        _stem_in(keten, een)
        twee = verleen(
            regio.jurist_lelystad,
            gegevens(regio.lelystad, regio.dronten, gemeenten=[regio.urk], ondermandaat_vanaf=DAG),
        )
        _stem_in(keten, twee)
        for terug in (regio.lelystad, regio.urk):
            with pytest.raises(Geweigerd, match="kring"):
                verleen(keten.jurist(regio.dronten), gegevens(regio.dronten, terug, gemeenten=[regio.urk]))
        with pytest.raises(Geweigerd, match="dezelfde"):
            verleen(keten.jurist(regio.dronten), gegevens(regio.dronten, regio.dronten))


def test_alleen_een_jurist_van_de_gever_verleent_en_van_de_ontvanger_stemt_in(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        for ander in (regio.fatima, regio.wethouder_lelystad, keten.jurist(regio.almere), regio.secretaris):
            with pytest.raises(GeenRecht):
                verleen(ander, gegevens(regio.lelystad, regio.almere))
        mandaat = verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere))
        for ander in (regio.jurist_lelystad, keten.jurist(regio.urk), regio.secretaris):
            with pytest.raises(GeenRecht):
                actions.aanvaard(ander, mandaat.pk, op=DAG)
        with pytest.raises(GeenRecht):
            actions.trek_in(keten.jurist(regio.almere), mandaat.pk, per=DAG, besluit_op=DAG, tekst="nee")
        with pytest.raises(GeenRecht):
            actions.betwist(keten.jurist(regio.urk), mandaat.pk, van=DAG, grond="nee")


def test_een_mandaat_voor_een_zaak_is_van_de_twee_partijen(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        los = verleen(
            regio.jurist_lelystad,
            gegevens(regio.lelystad, regio.almere, handelingen=["toewijzen"], geval="V-2026-00007", document=""),
        )
        with pytest.raises(NietGevonden):
            actions.betwist(keten.jurist(regio.urk), los.pk, van=DAG, grond="nee")
    assert queries.mandaat(keten.jurist(regio.almere), los.pk) == los
    with pytest.raises(NietGevonden):
        queries.mandaat(keten.jurist(regio.urk), los.pk)


def test_instemmen_gaat_een_keer_en_niet_voor_het_besluit(keten: Keten) -> None:
    regio = keten.regio
    almere = keten.jurist(regio.almere)
    with op(DAG):
        mandaat = verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere))
        for dag in (DAG - timedelta(days=1), DAG + timedelta(days=1)):
            with pytest.raises(Geweigerd, match="Kies een dag"):
                actions.aanvaard(almere, mandaat.pk, op=dag)
        actions.aanvaard(almere, mandaat.pk, op=DAG)
        with pytest.raises(Conflict, match="staat er al"):
            actions.aanvaard(almere, mandaat.pk, op=DAG)
    assert Regel.objects.filter(handeling="mandaat.aanvaard", onderwerp_id=str(mandaat.pk)).count() == 1


def test_instemmen_is_een_beurt_tot_het_gebeurd_is(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        mandaat = verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere))
        beurt = Beurt.objects.get(sleutel=beurten.sleutel_instemming(mandaat, regio.almere.pk))
        assert (beurt.organisatie, beurt.rol, beurt.wachtende) == (regio.almere, Rol.JURIST, regio.lelystad)
        assert beurt.pad == f"/mandaten/{mandaat.pk}/"
        _stem_in(keten, mandaat)
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN


def test_intrekken_sluit_wat_er_wacht_en_kan_niet_terugwerken(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        mandaat = verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere))
        with pytest.raises(Geweigerd, match="werkt niet terug"):
            actions.trek_in(
                regio.jurist_lelystad, mandaat.pk, per=DAG - timedelta(days=1), besluit_op=DAG, tekst="Besluit"
            )
        actions.trek_in(regio.jurist_lelystad, mandaat.pk, per=DAG, besluit_op=DAG, tekst="Besluit 13")
        with pytest.raises(Conflict, match="ingetrokken of vervangen"):
            actions.trek_in(regio.jurist_lelystad, mandaat.pk, per=DAG, besluit_op=DAG, tekst="Besluit 14")
        with pytest.raises(Conflict):
            verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere), vervangt=mandaat.pk)
        with pytest.raises(Conflict):
            _stem_in(keten, mandaat)
    beurt = Beurt.objects.get(sleutel=beurten.sleutel_instemming(mandaat, regio.almere.pk))
    assert beurt.staat == Beurt.Staat.VERVALLEN


def test_vervangen_laat_het_oude_staan(keten: Keten) -> None:
    regio = keten.regio
    oud = keten.grants["Dronten"]
    with op(DAG), pytest.raises(Geweigerd, match="niet van jouw organisatie"):
        verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere), vervangt=oud.pk)
    with op(DAG):
        nieuw = verleen(keten.jurist(regio.dronten), gegevens(regio.dronten, regio.almere), vervangt=oud.pk)
    assert nieuw.vervangt == oud
    assert Gebeurtenis.objects.get(mandaat=oud, soort="vervangen").op == DAG
    oud.refresh_from_db()
    assert (oud.besluit, queries.stand(oud, DAG)) == (
        keten.grants["Urk"].besluit,
        ("ingetrokken of vervangen", "neutraal"),
    )


def test_instructie_van_de_gever_en_verantwoording_van_de_ontvanger(keten: Keten) -> None:
    regio = keten.regio
    mandaat = keten.grants["Urk"]
    with op(DAG):
        actions.instrueer(keten.jurist(regio.urk), mandaat.pk, op=DAG, tekst="Overleg eerst bij meer dan een miljoen")
        actions.verantwoord(keten.jurist(regio.almere), mandaat.pk, op=DAG, tekst="Jaarverslag 2025")
        with pytest.raises(GeenRecht):
            actions.instrueer(keten.jurist(regio.almere), mandaat.pk, op=DAG, tekst="nee")
        with pytest.raises(Geweigerd):
            actions.verantwoord(keten.jurist(regio.almere), mandaat.pk, op=DAG, tekst="  ")
    soorten = set(mandaat.gebeurtenissen.values_list("soort", flat=True))
    assert soorten == {"aanvaard", "instructie", "verantwoording"}


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"grond": " "}, "waarom"),
        ({"handelingen": ("subsidie",)}, "niet over die handeling"),
        ({"gemeente": "dronten"}, "niet voor die gemeente"),
        ({"van": DAG + timedelta(days=1)}, "Kies een dag"),
    ],
)
def test_betwisten_heeft_een_grond_en_blijft_binnen_het_mandaat(
    keten: Keten, anders: dict[str, Any], woorden: str
) -> None:
    regio = keten.regio
    velden: dict[str, Any] = {"van": DAG, "grond": "Niet vastgesteld"} | anders
    if "gemeente" in anders:
        velden["gemeente"] = regio.dronten
    with op(DAG), pytest.raises(Geweigerd, match=woorden):
        actions.betwist(regio.jurist_lelystad, keten.grants["Lelystad"].pk, **velden)


def test_een_betwisting_eindigt_een_keer_door_wie_haar_begon(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        b = actions.betwist(regio.jurist_lelystad, keten.grants["Lelystad"].pk, van=DAG, grond="Niet vastgesteld")
        with pytest.raises(GeenRecht):
            actions.beeindig_betwisting(keten.jurist(regio.almere), b.pk, tot=DAG, afloop="Klaar")
        with pytest.raises(Geweigerd):
            actions.beeindig_betwisting(regio.jurist_lelystad, b.pk, tot=DAG - timedelta(days=1), afloop="Klaar")
        actions.beeindig_betwisting(regio.jurist_lelystad, b.pk, tot=DAG, afloop="Uitgepraat")
        with pytest.raises(Conflict):
            actions.beeindig_betwisting(regio.jurist_lelystad, b.pk, tot=DAG, afloop="Nog eens")


def test_een_mandaat_dat_afloopt_wordt_op_tijd_een_beurt(keten: Keten) -> None:
    regio = keten.regio
    with op(DAG):
        tot = date(2026, 12, 31)
        mandaat = verleen(regio.jurist_lelystad, gegevens(regio.lelystad, regio.almere, tot=tot))
    assert beurten.open_afloopbeurten(date(2026, 10, 28)) == 0
    assert beurten.open_afloopbeurten(date(2026, 10, 29)) == 1
    assert beurten.open_afloopbeurten(date(2026, 10, 30)) == 1
    beurt = Beurt.objects.get(soort="mandaat_afloop")
    assert (beurt.organisatie, beurt.rol, beurt.uiterlijk) == (regio.lelystad, Rol.JURIST, tot)
    with op(date(2026, 11, 2)):
        verleen(
            regio.jurist_lelystad,
            gegevens(regio.lelystad, regio.almere, besluit_op=date(2026, 11, 2), van=date(2026, 11, 2)),
            vervangt=mandaat.pk,
        )
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN
    assert beurten.open_afloopbeurten(date(2026, 11, 3)) == 0
