"""From planning to the last action: the road of a quarterly talk, over acts and screens, and who may do what."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.gesprekken import actiedaden, actions, beurten, bronnen, queries
from jeugdregio.zorglandschap.gesprekken.actions import NieuwGesprek
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal, kwartaal_van, laatste, lees
from jeugdregio.zorglandschap.gesprekken.models import Actie, Gesprek
from jeugdregio.zorglandschap.models import Kwaliteitsdocument

OKTOBER = date(2026, 10, 12)
DERDE = Kwartaal(2026, 3)


@pytest.fixture
def rob(regio: Regiomensen) -> Wie:
    """Contract manager of the region office."""
    return maak_mens("Rob", regio.regiokantoor, Rol.CONTRACT)


@pytest.fixture
def gepland(regio: Regiomensen, rob: Wie) -> Gesprek:
    """A talk with De Brug on 10 November about the third quarter, planned on 12 October."""
    with klok.op(OKTOBER):
        return plan(rob, regio)


def plan(wie: Wie, regio: Regiomensen, **anders: Any) -> Gesprek:
    velden = {"aanbieder_id": regio.de_brug.pk, "kwartaal": DERDE, "op": date(2026, 11, 10), **anders}
    return actions.plan(wie, NieuwGesprek(**velden))


def open_van(organisatie: object) -> set[str]:
    return set(Beurt.objects.filter(organisatie=organisatie, staat="open").values_list("soort", flat=True))


def test_kwartalen() -> None:
    assert kwartaal_van(date(2026, 3, 31)) == Kwartaal(2026, 1)
    assert (DERDE.van, DERDE.tot) == (date(2026, 7, 1), date(2026, 9, 30))
    assert Kwartaal(2026, 1).vorige == Kwartaal(2025, 4)
    assert laatste(date(2026, 2, 1), 2) == [Kwartaal(2025, 3), Kwartaal(2025, 4)]
    assert [lees(code) for code in ("2026-3", "2026-5", "26-1", "²026-1", "")] == [DERDE, None, None, None, None]


def test_een_gesprek_van_plan_tot_de_laatste_actie(regio: Regiomensen, rob: Wie, gepland: Gesprek) -> None:
    beurt = Beurt.objects.get(sleutel=beurten.sleutel(gepland, "voorbereiden"))
    assert (beurt.uiterlijk, beurt.wachtende) == (date(2026, 10, 27), regio.de_brug)
    Kwaliteitsdocument.objects.create(
        aanbieder=regio.de_brug, soort="keurmerk", naam="Keurmerk 7", van=date(2024, 1, 1), tot=date(2026, 12, 1)
    )
    with klok.op(date(2026, 10, 27)):
        actions.bereid_voor(rob, gepland.pk, versie=1)
        actions.breng_in(regio.noor, gepland.pk, versie=2, onderwerp="Personeel", vraag="Hoe vinden we mensen?")
    assert "gesprek-lezen" in open_van(regio.de_brug)
    assert open_van(regio.regiokantoor) == {"gesprek-houden"}
    punten = list(queries.gesprek(regio.noor, gepland.pk).punten)
    assert [punt.onderwerp for punt in punten][-2:] == ["Kwaliteitsdocument", "Personeel"]
    with klok.op(date(2026, 11, 10)):
        actions.houd(
            rob, gepland.pk, versie=3, gehouden_op=date(2026, 11, 10), aanwezig="manager zorg",
            verslag="We spraken over het keurmerk.", afspraken={punten[-2].pk: "Voor 1 december een nieuw keurmerk."},
        )  # fmt: skip
        actie = actiedaden.spreek_af(
            rob, gepland.pk, wat="Stuur het nieuwe keurmerk", eigenaar_id=regio.de_brug.pk, uiterlijk=date(2026, 12, 1)
        )
    assert open_van(regio.regiokantoor) == set()
    assert open_van(regio.de_brug) == {"gespreksactie"}
    with klok.op(date(2026, 12, 4)):
        assert [regel.actie.te_laat for regel in queries.open_acties(regio.noor)] == [True]
        actiedaden.rond_actie_af(regio.noor, actie.pk, gedaan=True, resultaat="Het keurmerk is vernieuwd.")
        with pytest.raises(Conflict, match="al afgerond"):
            actiedaden.rond_actie_af(rob, actie.pk, gedaan=False, resultaat="Nee.")
    assert open_van(regio.de_brug) == set()
    assert [stap.wat for stap in queries.gesprek(rob, gepland.pk).stappen][-1] == "Actie gedaan"


def test_een_open_actie_komt_terug_op_de_volgende_agenda(regio: Regiomensen, rob: Wie, gepland: Gesprek) -> None:
    with klok.op(date(2026, 11, 10)):
        actions.houd(rob, gepland.pk, versie=1, gehouden_op=klok.vandaag(), aanwezig="", verslag="Kort.", afspraken={})
        actiedaden.spreek_af(
            rob, gepland.pk, wat="Wachttijd per week melden", eigenaar_id=regio.de_brug.pk, uiterlijk=date(2026, 12, 1)
        )
    with klok.op(date(2027, 1, 11)):
        volgende = plan(rob, regio, kwartaal=Kwartaal(2026, 4), op=date(2027, 1, 20))
        actions.bereid_voor(rob, volgende.pk, versie=1)
        eerste = volgende.punten.get(onderwerp__startswith="Openstaande actie")
    assert (eerste.onderwerp, eerste.bron) == ("Openstaande actie (te laat)", "Acties uit vorige gesprekken")
    assert "Wachttijd per week melden (De Brug, uiterlijk 1 december 2026)" in eerste.cijfer


def test_de_agenda_opnieuw_maken_houdt_wat_mensen_inbrachten(
    regio: Regiomensen, rob: Wie, gepland: Gesprek, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bronnen, "_bronnen", {"Proef": lambda _gesprek: [bronnen.Voorzet("A", "10", "Waarom?")]})
    with klok.op(OKTOBER):
        actions.breng_in(regio.noor, gepland.pk, versie=1, onderwerp="Eigen punt", vraag="Kan het anders?")
        actions.bereid_voor(rob, gepland.pk, versie=2)
        actions.bereid_voor(rob, gepland.pk, versie=3)
    assert [punt.onderwerp for punt in gepland.punten.all()] == ["Eigen punt", "A"]


def test_wat_niet_kan_wordt_gezegd(regio: Regiomensen, rob: Wie, gepland: Gesprek) -> None:
    with klok.op(OKTOBER):
        with pytest.raises(Conflict, match="al een gesprek gepland"):
            plan(rob, regio)
        with pytest.raises(Geweigerd, match="nog niet begonnen"):
            plan(rob, regio, kwartaal=Kwartaal(2027, 1), op=date(2027, 2, 1))
        with pytest.raises(Geweigerd, match="voorbij"):
            plan(rob, regio, kwartaal=Kwartaal(2026, 2), op=date(2026, 10, 1))
        with pytest.raises(NietGevonden, match="geen contract"):
            plan(rob, regio, aanbieder_id=regio.het_anker.pk)
        with pytest.raises(Conflict, match="net gewijzigd"):
            actions.bereid_voor(rob, gepland.pk, versie=7)
        with pytest.raises(Geweigerd, match="nog niet geweest"):
            actions.houd(
                rob, gepland.pk, versie=1, gehouden_op=date(2026, 11, 10), aanwezig="", verslag="x", afspraken={}
            )
        with pytest.raises(Geweigerd, match="nooit over één gezin"):
            actions.breng_in(rob, gepland.pk, versie=1, onderwerp="K-2026-00001", vraag="Hoe gaat het?")
        with pytest.raises(Geweigerd, match="Kies wie het doet"):
            actiedaden.spreek_af(rob, gepland.pk, wat="x", eigenaar_id=regio.het_anker.pk, uiterlijk=OKTOBER)


def test_verzetten_en_vervallen_nemen_de_beurten_mee(regio: Regiomensen, rob: Wie, gepland: Gesprek) -> None:
    with klok.op(OKTOBER):
        actions.verzet(rob, gepland.pk, versie=1, op=date(2026, 11, 30), waar="Lelystad", reden="Ziekte.")
        beurt = Beurt.objects.get(sleutel=beurten.sleutel(gepland, "voorbereiden"))
        assert (beurt.uiterlijk, beurt.uitleg) == (date(2026, 11, 16), ["Het gesprek is verzet naar 30 november 2026."])
        actions.laat_vervallen(rob, gepland.pk, versie=2, reden="Fusie.")
        beurt.refresh_from_db()
        assert beurt.staat == "vervallen"
        assert plan(rob, regio).pk != gepland.pk


def test_wie_wat_ziet(regio: Regiomensen, rob: Wie, gepland: Gesprek) -> None:
    assert queries.gesprek(regio.contract_lelystad, gepland.pk).leidt is False
    assert queries.gesprek(regio.noor, gepland.pk).brengt_in is True
    for ander in (regio.iris, regio.fatima, regio.gi_medewerker, regio.vt_medewerker, regio.secretaris):
        with pytest.raises(NietGevonden):
            queries.gesprek(ander, gepland.pk)
    with klok.op(OKTOBER):
        with pytest.raises(GeenRecht):
            actions.bereid_voor(regio.contract_lelystad, gepland.pk, versie=1)
        eigen = plan(regio.contract_lelystad, regio)
        with pytest.raises(GeenRecht):
            actions.bereid_voor(rob, eigen.pk, versie=1)


def test_elke_dag_wordt_gezegd_welk_gesprek_ontbreekt(regio: Regiomensen, rob: Wie) -> None:
    assert beurten.bij_de_tijd(OKTOBER) == 1
    assert beurten.bij_de_tijd(OKTOBER) == 1
    beurt = Beurt.objects.get(soort="gesprek-plannen")
    assert (beurt.uiterlijk, beurt.organisatie) == (date(2026, 11, 11), regio.regiokantoor)
    with klok.op(OKTOBER):
        plan(rob, regio)
    beurt.refresh_from_db()
    assert beurt.staat == "gedaan"
    assert beurten.bij_de_tijd(OKTOBER) == 0


def test_het_verhaal_over_de_schermen(
    regio: Regiomensen, rob: Wie, client: Client, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    assert rob.gebruiker
    client.force_login(rob.gebruiker)
    with klok.op(OKTOBER):
        weg = reverse("gesprekken:nieuw")
        fout = client.post(weg, {"aanbieder": regio.de_brug.pk, "kwartaal": "2026-3", "op": "2026-01-01"})
        assert fout.status_code == 422
        assert "voor het kwartaal" in fout.text
        client.post(weg, {"aanbieder": regio.de_brug.pk, "kwartaal": "2026-3", "op": "2026-10-12"})
        gesprek = Gesprek.objects.get()
        blad = reverse("gesprekken:gesprek", args=[gesprek.pk])
        client.post(reverse("gesprekken:voorbereiden", args=[gesprek.pk]), {"versie": 1})
        oud = client.post(
            reverse("gesprekken:punt", args=[gesprek.pk]),
            {"punt-versie": 1, "punt-onderwerp": "Wachttijd", "punt-vraag": "Hoe lang wachten kinderen?"},
        )
        assert (oud.status_code, "Hoe lang wachten kinderen?" in oud.text) == (409, True)
        client.post(
            reverse("gesprekken:houden", args=[gesprek.pk]),
            {"houd-versie": 2, "houd-gehouden_op": "2026-10-12", "houd-verslag": "Goed gesprek."},
        )
        for dag in ("2026-10-20", "2026-10-21"):
            client.post(
                reverse("gesprekken:actie", args=[gesprek.pk]),
                {"actie-wat": f"Iets voor {dag}", "actie-eigenaar": regio.de_brug.pk, "actie-uiterlijk": dag},
            )
        assert Actie.objects.count() == 2
        client.force_login(regio.gebruiker("noor"))
        actie = Actie.objects.earliest("uiterlijk")
        leeg = client.post(reverse("gesprekken:afronden", args=[actie.pk]), {"gedaan": "ja", "resultaat": " "})
        assert leeg.status_code == 422
        client.post(reverse("gesprekken:afronden", args=[actie.pk]), {"gedaan": "nee", "resultaat": "Te duur."})
        with django_assert_max_num_queries(20):
            tekst = client.get(blad).text
        assert "niet gedaan" in tekst
        assert "Goed gesprek." in tekst
        with django_assert_max_num_queries(16):
            assert "Iets voor 2026-10-21" in client.get(reverse("gesprekken:lijst")).text
