"""One family, one plan: offered first, made or waived in time, agreed and frozen, with turns for who works on it."""

from datetime import date
from uuid import UUID

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolhouder
from jeugdregio.toegang.hulpvragen.tests.hulp import DAG, maak_kind, maak_vraag
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.plannen import actions
from jeugdregio.toegang.plannen.models import Evaluatie, Plan, Planactie, Planversie
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.toestemming.models import Deling

pytestmark = pytest.mark.django_db
UITLEG = "Het gezin mag zelf een plan maken, met familie en vrienden."


@pytest.fixture
def kind(regio: Regiomensen) -> Kind:
    kind = maak_kind(regio.lelystad)
    maak_vraag(regio, kind)
    return kind


def vers(plan: Plan) -> Plan:
    return Plan.objects.get(pk=plan.pk)


def bied_aan(regio: Regiomensen, *kinderen: Kind, op: date = DAG) -> Plan:
    with klok.op(op):
        return actions.bied_plan_aan(regio.fatima, [k.pk for k in kinderen], op, UITLEG)


def afgezien(regio: Regiomensen, *kinderen: Kind) -> Plan:
    plan = bied_aan(regio, *kinderen)
    with klok.op(DAG):
        return actions.zie_af(regio.fatima, plan.pk, DAG, "gezin", "Liever samen met jullie.", versie=plan.versie)


def schrijf(regio: Regiomensen, plan: Plan, eigenaar: str = "toegang", **actie: object) -> Plan:
    """Write a version with one goal, one action and one moment to look back."""
    actions.begin_versie(regio.fatima, plan.pk, versie=vers(plan).versie)
    doel = actions.voeg_doel_toe(regio.fatima, plan.pk, "Weer zonder ruzie aan tafel.", versie=vers(plan).versie)
    actions.voeg_actie_toe(
        regio.fatima, plan.pk, doel.pk, wat="Elke week bellen", eigenaar=eigenaar, door="Fatima",
        uiterlijk=date(2026, 6, 1), versie=vers(plan).versie, **actie,  # type: ignore[arg-type]
    )  # fmt: skip
    actions.plan_evaluatie(regio.fatima, plan.pk, date(2026, 9, 1), versie=vers(plan).versie)
    actions.schrijf_verhaal(
        regio.fatima, plan.pk, verhaal="", eens_ouders="Wij staan hierachter.", versie=vers(plan).versie
    )
    return vers(plan)


def staat(sleutel: str) -> str:
    return Beurt.objects.get(sleutel=sleutel).staat


def test_afzien_start_de_zes_weken_en_vaststellen_stopt_ze(regio: Regiomensen, kind: Kind) -> None:
    plan = afgezien(regio, kind)
    termijn = Klok.objects.get(regel="plan-vaststellen")
    assert termijn.einde == date(2026, 4, 13)
    with klok.op(date(2026, 4, 1)):
        versie = actions.stel_vast(regio.fatima, plan.pk, versie=schrijf(regio, plan).versie)
    termijn.refresh_from_db()
    assert (termijn.loopt, termijn.gestopt_op) == (False, date(2026, 4, 1))
    actie, moment = Planactie.objects.get(), Evaluatie.objects.get()
    assert Beurt.objects.get(sleutel=f"planactie:{actie.lijn}").uiterlijk == date(2026, 6, 1)
    assert Beurt.objects.get(sleutel=f"planevaluatie:{moment.lijn}").uiterlijk == date(2026, 9, 1)
    assert versie.nummer == 1


def test_het_eigen_plan_van_het_gezin_wordt_het_plan(regio: Regiomensen, kind: Kind) -> None:
    plan = bied_aan(regio, kind)
    assert staat(f"plan:{plan.pk}:antwoord") == Beurt.Staat.OPEN
    with klok.op(DAG):
        with pytest.raises(Geweigerd, match="Vraag eerst"):
            actions.begin_versie(regio.fatima, plan.pk, versie=plan.versie)
        plan = actions.gezin_maakt_plan(
            regio.fatima, plan.pk, DAG, "Wij gaan met oma om tafel.", date(2026, 3, 30), versie=vers(plan).versie
        )
        assert Beurt.objects.get(sleutel=f"plan:{plan.pk}:eigen-plan").uiterlijk == date(2026, 3, 30)
        actions.begin_versie(regio.fatima, plan.pk, versie=plan.versie)
        with pytest.raises(Geweigerd, match="het eigen plan van het gezin; een dag"):
            actions.stel_vast(regio.fatima, plan.pk, versie=vers(plan).versie)
        actions.schrijf_verhaal(regio.fatima, plan.pk, verhaal="Oma haalt Thijs op.", versie=vers(plan).versie)
        actions.plan_evaluatie(regio.fatima, plan.pk, date(2026, 6, 1), versie=vers(plan).versie)
        versie = actions.stel_vast(regio.fatima, plan.pk, versie=vers(plan).versie)
    assert versie.maker == Planversie.Maker.GEZIN
    assert not Klok.objects.filter(regel="plan-vaststellen").exists()


def test_een_gezin_heeft_een_plan(regio: Regiomensen, kind: Kind) -> None:
    zus = maak_kind(regio.lelystad, nummer=2, voornamen="Loes")
    plan = bied_aan(regio, kind)
    with klok.op(DAG):
        with pytest.raises(Geweigerd, match="één plan"):
            actions.bied_plan_aan(regio.fatima, [zus.pk, kind.pk], DAG, UITLEG)
        plan = actions.voeg_kind_toe(regio.fatima, plan.pk, zus.pk, versie=plan.versie)
        with pytest.raises(Geweigerd, match="één plan"):
            actions.bied_plan_aan(regio.fatima, [zus.pk], DAG, UITLEG)
        actions.sluit_plan(regio.fatima, plan.pk, "Het gezin redt zich.", versie=plan.versie)
        assert actions.bied_plan_aan(regio.fatima, [zus.pk], DAG, UITLEG)
    assert staat(f"plan:{plan.pk}:antwoord") == Beurt.Staat.VERVALLEN


def test_vastgesteld_staat_vast_en_verder_gaat_het_in_een_nieuwe_versie(regio: Regiomensen, kind: Kind) -> None:
    plan = afgezien(regio, kind)
    with klok.op(DAG):
        eerste = actions.stel_vast(regio.fatima, plan.pk, versie=schrijf(regio, plan).versie)
        with pytest.raises(Geweigerd, match="verandert niet meer"):
            actions.voeg_doel_toe(regio.fatima, plan.pk, "Erbij", versie=vers(plan).versie)
        tweede = actions.begin_versie(regio.fatima, plan.pk, versie=vers(plan).versie)
        actie = Planactie.objects.get(doel__planversie=tweede)
        oud = Planactie.objects.get(doel__planversie=eerste)
        assert (actie.lijn, actie.wat) == (oud.lijn, oud.wat)
        actions.haal_weg(regio.fatima, plan.pk, "actie", actie.pk, versie=vers(plan).versie)
        actions.voeg_actie_toe(
            regio.fatima, plan.pk, actie.doel_id, wat="Oma past op", eigenaar="netwerk", door="oma",
            uiterlijk=date(2026, 7, 1), versie=vers(plan).versie,
        )  # fmt: skip
        actions.schrijf_verhaal(regio.fatima, plan.pk, verhaal="", eens_ouders="Goed.", versie=vers(plan).versie)
        actions.stel_vast(regio.fatima, plan.pk, versie=vers(plan).versie)
    assert staat(f"planactie:{oud.lijn}") == Beurt.Staat.VERVALLEN
    assert [a.wat for a in Planactie.objects.filter(doel__planversie=eerste)] == ["Elke week bellen"]
    assert Beurt.objects.filter(soort="plan_actie").count() == 1  # family and friends get no turn in the system


def test_twee_mensen_tegelijk_verliezen_niets(regio: Regiomensen, kind: Kind) -> None:
    plan = afgezien(regio, kind)
    with klok.op(DAG):
        actions.begin_versie(regio.fatima, plan.pk, versie=vers(plan).versie)
        gezien = vers(plan).versie
        actions.voeg_doel_toe(regio.fatima, plan.pk, "Het eerste", versie=gezien)
        with pytest.raises(Conflict):
            actions.voeg_doel_toe(regio.fatima, plan.pk, "Het tweede", versie=gezien)
        actions.voeg_doel_toe(regio.fatima, plan.pk, "Het tweede", versie=vers(plan).versie)
    assert [d.woorden for d in Planversie.objects.get().doelen.all()] == ["Het eerste", "Het tweede"]


def test_een_aanbieder_krijgt_alleen_een_beurt_als_hij_het_kind_helpt(regio: Regiomensen, kind: Kind) -> None:
    plan = afgezien(regio, kind)
    with klok.op(DAG):
        schrijf(regio, plan, eigenaar="aanbieder", organisatie=regio.de_brug)
        with pytest.raises(Geweigerd, match="De Brug helpt nog geen kind"):
            actions.stel_vast(regio.fatima, plan.pk, versie=vers(plan).versie)
        assert not Deling.objects.exists()
        Toewijzing.objects.create(
            nummer="9", kind=kind, gemeente=regio.lelystad, aanbieder=regio.de_brug, code="45A04",
            toegewezen_op=klok.nu(), ingangsdatum=DAG, einddatum=date(2026, 12, 1),
        )  # fmt: skip
        actions.stel_vast(regio.fatima, plan.pk, versie=vers(plan).versie)
    beurt = Beurt.objects.get(soort="plan_actie")
    assert (beurt.organisatie, beurt.pad.startswith("/toewijzingen/")) == (regio.de_brug, True)
    assert beurt.tekst.endswith("Vertel het de contactpersoon van het gezin: die werkt het plan bij.")
    assert Deling.objects.get().grond == "rechtstreeks-betrokken"


def test_op_papier_binnen_veertien_dagen(regio: Regiomensen, kind: Kind) -> None:
    plan = afgezien(regio, kind)
    with klok.op(date(2026, 3, 10)):
        plan = actions.vraag_op_schrift(regio.fatima, plan.pk, date(2026, 3, 10), versie=plan.versie)
        assert Klok.objects.get(regel="plan-schriftelijk").einde == date(2026, 3, 24)
        with pytest.raises(Geweigerd, match="nog geen plan vastgesteld"):
            actions.geef_op_schrift(regio.fatima, plan.pk, date(2026, 3, 10), versie=plan.versie)
        actions.stel_vast(regio.fatima, plan.pk, versie=schrijf(regio, plan).versie)
        actions.geef_op_schrift(regio.fatima, plan.pk, date(2026, 3, 10), versie=vers(plan).versie)
    assert not Klok.objects.get(regel="plan-schriftelijk").loopt


def test_een_contactpersoon_voor_het_hele_gezin_en_dat_wordt_verteld(regio: Regiomensen, kind: Kind) -> None:
    zus = maak_kind(regio.lelystad, nummer=2)
    maak_vraag(regio, zus)
    plan = bied_aan(regio, kind, zus)
    with klok.op(DAG):
        actions.wijs_contact_aan(
            regio.fatima, plan.pk, regio.lelystad, naam="Samira Idrissi", telefoon="0320123456", versie=plan.versie
        )
        houders = Rolhouder.objects.filter(rol=Casusrol.CONTACT, tot__isnull=True, naam="Samira Idrissi")
        assert houders.count() == Hulpvraag.objects.count() == 2
        assert Beurt.objects.get(soort="plan_contact").staat == Beurt.Staat.OPEN
        actions.contact_verteld(regio.fatima, plan.pk, versie=vers(plan).versie)
    assert Beurt.objects.get(soort="plan_contact").staat == Beurt.Staat.GEDAAN


def test_gedaan_en_terugkijken_sluiten_de_beurten(regio: Regiomensen, kind: Kind) -> None:
    plan = afgezien(regio, kind)
    with klok.op(DAG):
        actions.stel_vast(regio.fatima, plan.pk, versie=schrijf(regio, plan).versie)
        actie, moment = Planactie.objects.get(), Evaluatie.objects.get()
        actions.actie_gedaan(regio.fatima, plan.pk, actie.pk, DAG, "Gebeld.", versie=vers(plan).versie)
        with pytest.raises(Geweigerd, match="vonden"):
            actions.evaluatie_gehouden(regio.fatima, plan.pk, moment.pk, DAG, " ", versie=vers(plan).versie)
        actions.evaluatie_gehouden(regio.fatima, plan.pk, moment.pk, DAG, "Het gaat beter.", versie=vers(plan).versie)
    assert {staat(f"planactie:{actie.lijn}"), staat(f"planevaluatie:{moment.lijn}")} == {Beurt.Staat.GEDAAN}


@pytest.mark.parametrize(("op", "uitleg"), [(date(2026, 3, 3), UITLEG), (date(2016, 12, 1), UITLEG), (DAG, " ")])
def test_een_aanbod_dat_niet_kan(regio: Regiomensen, kind: Kind, op: date, uitleg: str) -> None:
    with klok.op(DAG), pytest.raises(Geweigerd):
        actions.bied_plan_aan(regio.fatima, [kind.pk], op, uitleg)
    assert not Plan.objects.exists()


def test_een_ander_komt_er_niet_bij(regio: Regiomensen, kind: Kind) -> None:
    plan = bied_aan(regio, kind)
    argumenten: tuple[UUID, date, str, str] = (plan.pk, DAG, "gezin", "Nee.")
    with klok.op(DAG):
        with pytest.raises(NietGevonden):
            actions.zie_af(regio.bram, *argumenten, versie=1)
        for wie in (regio.noor, regio.teamleider_lelystad, regio.vt_medewerker):
            with pytest.raises(GeenRecht):
                actions.zie_af(wie, *argumenten, versie=1)
        with pytest.raises(NietGevonden):
            actions.bied_plan_aan(regio.bram, [kind.pk], DAG, UITLEG)
