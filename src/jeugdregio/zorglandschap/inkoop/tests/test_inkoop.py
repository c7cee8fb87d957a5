"""The purchase calendar: dates reckoned back, preparation checked, deviations shown, and who may do what."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.inkoop import actions, queries, uitvoer
from jeugdregio.zorglandschap.inkoop.actions import NieuwTraject
from jeugdregio.zorglandschap.inkoop.models import Fase, Inkooptraject
from jeugdregio.zorglandschap.inkoop.normen import Fasenorm, norm_op
from jeugdregio.zorglandschap.inkoop.rekenen import reken_terug, reken_vooruit, verwachte_start

BEGIN, START = date(2025, 11, 1), date(2027, 1, 1)
FASEN = norm_op(BEGIN).fasen


@pytest.fixture
def rob(regio: Regiomensen) -> Wie:
    """Contract manager of the region office."""
    return maak_mens("Rob", regio.regiokantoor, Rol.CONTRACT)


@pytest.fixture
def traject(rob: Wie) -> Inkooptraject:
    """The purchase of 2027, in two lots, begun on 1 November 2025."""
    with klok.op(BEGIN):
        return actions.begin(rob, nieuw())


def nieuw(**anders: object) -> NieuwTraject:
    velden: dict[str, object] = {
        "naam": "Jeugdhulp vanaf 2027", "start": START, "grondslag": "Inkoopplan",
        "kavels": [("Verblijf", "regionaal"), ("Ambulant", "regionaal")],
    }  # fmt: skip
    return NieuwTraject(**{**velden, **anders})  # type: ignore[arg-type]


def klaar(wie: Wie, traject: Inkooptraject, code: str, op: date) -> Fase:
    fase = Fase.objects.get(kavel__traject=traject, kavel__nummer=1, code=code)
    with klok.op(op):
        return actions.rond_fase_af(wie, fase.pk, klaar_op=op, resultaat="Gedaan.")


def test_de_dagen_zijn_teruggerekend_vanaf_1_januari_2027() -> None:
    plan = reken_terug(START, FASEN)
    assert (plan["implementatie"].begin, plan["implementatie"].eind) == (date(2026, 10, 2), date(2026, 12, 31))
    assert (plan["contract"].begin, plan["alcatel"].begin) == (date(2026, 9, 4), date(2026, 8, 15))
    assert plan["gunning"].eind == date(2026, 8, 14)
    # Both the consultation and the prices must be done before the papers; the shorter one may begin later.
    assert plan["markt"].eind == plan["tarief"].eind
    assert plan["plan"].eind < plan["tarief"].begin < plan["markt"].begin
    assert plan["alcatel"].uitleg == (
        "Uiterlijk klaar op 3 september 2026, want Contracten tekenen begint op 4 september 2026.",
        "Duurt 20 dagen (minstens, volgens de wet): begin uiterlijk op 15 augustus 2026.",
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.lists(st.integers(1, 200), min_size=9, max_size=9))
def test_wie_alles_op_tijd_doet_begint_op_tijd(start: date, duren: list[int]) -> None:
    fasen = [
        Fasenorm(f.code, f.naam, dagen, f.na, f.rol, f.grond, f.wettelijk)
        for f, dagen in zip(FASEN, duren, strict=True)
    ]
    plan = reken_terug(start, fasen)
    eerste = min(stap.begin for stap in plan.values())
    verwacht = reken_vooruit(fasen, plan, {}, eerste)
    assert verwachte_start(verwacht) == start
    assert {stap.dagen_te_laat for stap in verwacht.values()} == {0}
    for fase in fasen:
        assert all(plan[eerder].eind < plan[fase.code].begin for eerder in fase.na)


def test_een_kring_of_onbekende_fase_wordt_geweigerd() -> None:
    a, b = Fasenorm("a", "A", 1, ("b",), "x", ""), Fasenorm("b", "B", 1, ("a",), "x", "")
    with pytest.raises(Geweigerd, match="kring"):
        reken_terug(START, [a, b])
    with pytest.raises(Geweigerd, match="een fase die er niet is: b"):
        reken_terug(START, [a])


def test_minder_dan_een_jaar_vraagt_een_reden(rob: Wie) -> None:
    with klok.op(date(2026, 3, 1)):
        with pytest.raises(Geweigerd, match=r"306 dagen.*365 dagen.*eerste dag die daarbij past is 1 maart 2027"):
            actions.begin(rob, nieuw())
        traject = actions.begin(rob, nieuw(reden_kort="De rechter verklaarde de vorige inkoop ongeldig."))
        beeld = queries.traject(rob, traject.pk)
    assert (beeld.genoeg, beeld.traject.reden_kort[:9]) == (False, "De rechte")


def test_een_late_fase_schuift_wat_erna_komt_en_de_volgende_is_aan_zet(
    regio: Regiomensen, rob: Wie, traject: Inkooptraject
) -> None:
    assert set(Beurt.objects.filter(soort="inkoopfase", staat="open").values_list("rol", flat=True)) == {Rol.CONTRACT}
    plan = Fase.objects.get(kavel__nummer=1, code="plan")
    klaar(rob, traject, "plan", date(2026, 1, 30))
    aan_zet = Beurt.objects.filter(tekst="1. Verblijf", staat="open").values_list("titel", flat=True)
    assert {titel.partition(":")[0] for titel in aan_zet} == {"Marktconsultatie", "Tarieven opbouwen en toetsen"}
    with klok.op(date(2026, 1, 30)):
        eerste = queries.traject(rob, traject.pk).kavels[0]
    laat = (date(2026, 1, 30) - plan.eind).days
    assert laat > 0
    assert (eerste.dagen_later, eerste.start) == (laat, date.fromordinal(START.toordinal() + laat))


def test_de_wet_en_de_volgorde_worden_bewaakt(rob: Wie, traject: Inkooptraject) -> None:
    with pytest.raises(Geweigerd, match="Eerst moet klaar zijn: Inkoopplan vaststellen"):
        klaar(rob, traject, "markt", date(2025, 12, 1))
    for code in ("plan", "markt", "tarief", "stukken", "publicatie", "gunning"):
        klaar(rob, traject, code, date(2026, 8, 14))
    with pytest.raises(Geweigerd, match="minstens 20 dagen en kan op 3 september 2026") as fout:
        klaar(rob, traject, "alcatel", date(2026, 9, 2))
    assert "2.127" in fout.value.grondslag
    klaar(rob, traject, "alcatel", date(2026, 9, 3))
    with pytest.raises(Conflict, match="al afgerond"):
        klaar(rob, traject, "alcatel", date(2026, 9, 4))


def test_de_start_verzetten_rekent_opnieuw(rob: Wie, traject: Inkooptraject) -> None:
    with klok.op(BEGIN):
        actions.verzet_start(rob, traject.pk, versie=1, start=date(2027, 7, 1), reden="De raden besluiten later.")
        with pytest.raises(Conflict, match="net gewijzigd"):
            actions.stop(rob, traject.pk, versie=1, reden="x")
    fase = Fase.objects.get(kavel__nummer=1, code="implementatie")
    assert fase.eind == date(2027, 6, 30)
    plan = Fase.objects.get(kavel__nummer=1, code="plan")
    assert Beurt.objects.get(sleutel=f"inkoopfase:{plan.pk}").uiterlijk == plan.eind
    with klok.op(BEGIN):
        actions.stop(rob, traject.pk, versie=2, reden="Samen met een andere regio.")
    assert not Beurt.objects.filter(soort="inkoopfase", staat="open").exists()


def test_wie_wat_mag(regio: Regiomensen, rob: Wie, traject: Inkooptraject) -> None:
    assert queries.traject(regio.wethouder_lelystad, traject.pk).beheert is False
    for ander in (regio.noor, regio.fatima, regio.vt_medewerker):
        with pytest.raises(NietGevonden):
            queries.traject(ander, traject.pk)
    with klok.op(BEGIN), pytest.raises(GeenRecht):
        actions.verzet_start(regio.contract_lelystad, traject.pk, versie=1, start=date(2027, 7, 1), reden="x")
    with klok.op(BEGIN):
        eigen = actions.begin(regio.contract_lelystad, nieuw(naam="Lokaal"))
    with pytest.raises(NietGevonden):
        queries.traject(rob, eigen.pk)


def test_csv_en_ics(rob: Wie, traject: Inkooptraject) -> None:
    Fase.objects.filter(code="plan").update(naam="=1+1; é, ü en een heel lange naam voor deze fase van de inkoop")
    with klok.op(BEGIN):
        beeld = queries.traject(rob, traject.pk)
        rijen, agenda = list(uitvoer.csv_regels(beeld)), uitvoer.ics(beeld)
    assert len(rijen) == 1 + 2 * len(FASEN)
    assert rijen[1][1].startswith("'=")
    regels = agenda.split("\r\n")
    assert (regels[0], regels[-2], regels[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert agenda.count("BEGIN:VEVENT") == 2 * len(FASEN) + 1
    assert max(len(regel.encode()) for regel in regels) <= 75
    gevouwen_terug = agenda.replace("\r\n ", "")
    assert r"SUMMARY:=1+1\; é\, ü en een heel lange naam" in gevouwen_terug
    assert "DTSTART;VALUE=DATE:20270101" in agenda


def test_het_verhaal_over_de_schermen(regio: Regiomensen, rob: Wie, client: Client) -> None:
    assert rob.gebruiker
    client.force_login(rob.gebruiker)
    invoer = {
        "naam": "Dagbehandeling", "start": "2026-06-01", "grondslag": "Besluit", "niveau": "regionaal",
        "kavels": "Dagbehandeling\nNaschoolse hulp", "reden_kort": "",
    }  # fmt: skip
    with klok.op(BEGIN):
        fout = client.post(reverse("inkoop:nieuw"), invoer)
        assert (fout.status_code, "Naschoolse hulp" in fout.text) == (422, True)
        client.post(reverse("inkoop:nieuw"), {**invoer, "start": "2027-03-01"})
        traject = Inkooptraject.objects.get()
        blad = client.get(reverse("inkoop:traject", args=[traject.pk])).text
        assert "Op schema." in blad
        fase = Fase.objects.get(kavel__nummer=2, code="plan")
        weg = reverse("inkoop:fase", args=[fase.pk])
        assert client.post(weg, {"klaar_op": "2025-11-02", "resultaat": "x"}).status_code == 422
        client.post(weg, {"klaar_op": "2025-11-01", "resultaat": "Vastgesteld."})
        assert client.post(weg, {"klaar_op": "2025-11-01", "resultaat": "Nog eens."}).status_code == 409
        assert "Marktconsultatie" in client.get(reverse("inkoop:lijst")).text
        assert client.get(reverse("inkoop:ics", args=[traject.pk]))["Content-Type"].startswith("text/calendar")
