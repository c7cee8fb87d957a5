"""The road over the screens: research, offer, plan on paper; input that stays; a team leader that reads."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.hulpvragen.tests.hulp import DAG, maak_kind, maak_vraag
from jeugdregio.toegang.models import Gezagsdrager, Toewijzing
from jeugdregio.toegang.plannen.models import Onderzoek, Plan, Planactie, Plandoel
from jeugdregio.toegang.toestemming.models import Afwijking, Deling, Doelbinding, Herziening

pytestmark = pytest.mark.django_db


@pytest.fixture
def vraag(regio: Regiomensen) -> Hulpvraag:
    return maak_vraag(regio, maak_kind(regio.lelystad))


@pytest.fixture
def fatima(client: Client, regio: Regiomensen) -> Client:
    client.force_login(regio.gebruiker("fatima"))
    return client


def adres(naam: str, *sleutels: object) -> str:
    return reverse(f"plannen:{naam}", args=[getattr(s, "pk", s) for s in sleutels])


def tekst(antwoord: object) -> str:
    return antwoord.content.decode()  # type: ignore[attr-defined,no-any-return]


def test_onderzoek_op_het_scherm(fatima: Client, vraag: Hulpvraag) -> None:
    with klok.op(DAG):
        fatima.post(adres("onderzoek_beginnen", vraag), {"domeinen": ["school"]})
        onderzoek = Onderzoek.objects.get()
        blad = tekst(fatima.get(adres("onderzoek", onderzoek)))
        assert "Nodig voor: of een andere wet voorgaat" in blad
        assert "Zijn er zorgen over geld" not in blad
        fatima.post(adres("bewaren", onderzoek), {"versie": 1, "school": "Gaat met plezier."})
        # A colleague saved meanwhile: the input stays and can be sent again.
        botsing = fatima.post(adres("bewaren", onderzoek), {"versie": 1, "veiligheid": "Thuis is het rustig."})
        assert botsing.status_code == 409
        assert "Thuis is het rustig." in tekst(botsing)
        assert 'value="2"' in tekst(botsing)
        weigering = fatima.post(adres("voorleggen", onderzoek), {"versie": 2})
        assert (weigering.status_code, "Nog niet onderzocht" in tekst(weigering)) == (422, True)


def test_plan_op_het_scherm_tot_op_papier(fatima: Client, vraag: Hulpvraag) -> None:
    kind = vraag.kind
    with klok.op(DAG):
        assert "Bied het gezin aan" in tekst(fatima.get(reverse("toegang:kind", args=[kind.pk])))
        invoer = {"kinderen": [str(kind.pk)], "op": "2026-03-02", "uitleg": "Jullie mogen zelf een plan maken."}
        fout = fatima.post(adres("aanbieden", kind), invoer | {"op": "2030-01-01"})
        assert (fout.status_code, "Jullie mogen zelf" in tekst(fout)) == (422, True)
        fatima.post(adres("aanbieden", kind), invoer)
        plan = Plan.objects.get()
        tweede = fatima.get(adres("aanbieden", kind), follow=True)
        assert tweede.redirect_chain[-1][0] == adres("plan", plan)
        assert f"Dit gezin heeft al plan {plan}" in tekst(tweede)
        fatima.post(adres("afzien", plan), {
            "afzien-versie": 1, "afzien-op": "2026-03-02", "afzien-grond": "gezin", "afzien-reden": "Liever samen.",
        })  # fmt: skip
        assert "13 april 2026" in tekst(fatima.get(adres("plan", plan)))
        fatima.post(adres("versie_beginnen", plan), {"versie": 2})
        fatima.post(
            adres("doel", plan), {"doel-versie": 3, "doel-woorden": "Weer rust aan tafel.", "doel-van": "gezin"}
        )
        doel = Plandoel.objects.get()
        fatima.post(adres("actie", plan, doel), {
            "actie-1-versie": 4, "actie-1-wat": "Samen eten zonder scherm", "actie-1-eigenaar": "ouders",
            "actie-1-door": "moeder", "actie-1-uiterlijk": "2026-06-01",
        })  # fmt: skip
        fatima.post(adres("evaluatie", plan), {"evaluatie-versie": 5, "evaluatie-op": "2026-09-01"})
        te_vroeg = fatima.post(adres("vaststellen", plan), {"versie": 6})
        assert (te_vroeg.status_code, "de ouders van het plan vinden" in tekst(te_vroeg)) == (422, True)
        fatima.post(adres("verhaal", plan), {"verhaal-versie": 6, "verhaal-eens_ouders": "Hier staan wij achter."})
        assert fatima.post(adres("vaststellen", plan), {"versie": 7}).status_code == 302
        blad = tekst(fatima.get(adres("plan", plan)))
        assert "Samen eten zonder scherm" in blad
        pdf = fatima.get(adres("pdf", plan, 1))
    assert pdf.content.startswith(b"%PDF")
    assert "Zomer" not in pdf["Content-Disposition"]
    assert Planactie.objects.get().doel.woorden == "Weer rust aan tafel."
    assert Regel.objects.filter(inzage=True, kind_id=kind.pk, handeling="inzage.plan").exists()


def test_de_teamleider_leest_en_verandert_niets(client: Client, regio: Regiomensen, vraag: Hulpvraag) -> None:
    plan = Plan.objects.create(kenmerk="P", gemeente=regio.lelystad, aangeboden_op=DAG, aanbod_uitleg="Uitleg.")
    plan.kinderen.create(kind=vraag.kind, van=DAG)
    client.force_login(regio.gebruiker("teamleider_lelystad"))
    blad = tekst(client.get(adres("plan", plan)))
    assert "Leg vast" not in blad
    assert client.post(adres("afzien", plan), {}).status_code == 403


def test_toestemming_op_het_scherm(fatima: Client, regio: Regiomensen, vraag: Hulpvraag) -> None:
    kind = vraag.kind
    moeder = Gezagsdrager.objects.create(kind=kind, naam="Kim Zomer", relatie="moeder")
    Toewijzing.objects.create(
        nummer="9", kind=kind, gemeente=regio.lelystad, aanbieder=regio.de_brug, code="45A04",
        toegewezen_op=klok.nu(), ingangsdatum=DAG, einddatum=date(2026, 12, 1),
    )  # fmt: skip

    def blad(naam: str, *sleutels: object) -> str:
        return reverse(f"toestemming:{naam}", args=[kind.pk, *sleutels])

    goed = {
        "wie": str(moeder.pk), "waarvoor": f"hulpvraag|{vraag.pk}|", "antwoord": "ja", "op": "2026-03-02",
        "uitleg": "Wat de hulp is.", "wijze": "tolk", "taal": "Arabisch", "uitgelegd_op": "2026-03-02",
    }  # fmt: skip
    with klok.op(DAG):
        assert fatima.post(blad("vastleggen", "hulp"), goed | {"uitleg": ""}).status_code == 422
        assert fatima.post(blad("vastleggen", "hulp"), goed).status_code == 302
        binding = Doelbinding.objects.select_related("toestemming").get()
        assert (binding.taal, binding.wijze, binding.hulpvraag) == ("Arabisch", "tolk", vraag)
        assert "Arabisch" in tekst(fatima.get(blad("overzicht")))
        fatima.post(blad("intrekken", binding.toestemming.pk), {"op": "2026-03-02"})
        herziening = Herziening.objects.get()
        overzicht = tekst(fatima.get(blad("overzicht")))
        assert "De hulp loopt niet vanzelf door" in overzicht
        fout = fatima.post(blad("herziening", herziening.pk), {"besluit": "toestemming", "toelichting": "Gebeld."})
        assert (fout.status_code, "mag nog niet door" in tekst(fout)) == (422, True)
        afwijking = {"waarvoor": f"hulpvraag|{vraag.pk}|", "grond": "spoed", "reden": "Vannacht nog nodig."}
        zonder_uitspraak = fatima.post(blad("afwijken"), afwijking | {"grond": "maatregel"})
        assert (zonder_uitspraak.status_code, "Leg eerst de uitspraak vast" in tekst(zonder_uitspraak)) == (422, True)
        assert fatima.post(blad("afwijken"), afwijking).status_code == 302
        deling = {"ontvanger": "school", "aan": "De Vuurvogel", "wat": "Dat er hulp is", "doel": "Rust in de klas"}
        geweigerd = fatima.post(blad("delen"), deling | {"grond": "toestemming"})
        assert (geweigerd.status_code, "De Vuurvogel" in tekst(geweigerd)) == (422, True)
        assert not Deling.objects.exists()
    assert Afwijking.objects.get().vastgelegd_door == regio.gebruiker("fatima")


def test_het_aantal_vragen_van_de_bladzijden_groeit_niet(fatima: Client, regio: Regiomensen, vraag: Hulpvraag) -> None:
    def tel(pad: str) -> int:
        with CaptureQueriesContext(connection) as vragen:
            assert fatima.get(pad).status_code == 200
        return len(vragen)

    def plan(nummer: int) -> Plan:
        kind = maak_kind(regio.lelystad, nummer=nummer)
        nieuw = Plan.objects.create(
            kenmerk=f"P-{nummer}", gemeente=regio.lelystad, aangeboden_op=DAG, aanbod_uitleg="Uitleg."
        )
        nieuw.kinderen.create(kind=kind, van=DAG)
        versie = nieuw.versies.create(nummer=1, maker="samen", vastgesteld_op=DAG)
        for volgorde in range(1, nummer):
            versie.doelen.create(volgorde=volgorde, woorden="Rust.").acties.create(
                wat="Bellen", eigenaar="ouders", wie="moeder", uiterlijk=DAG
            )
        return nieuw

    een, toestemmingen = plan(2), reverse("toestemming:overzicht", args=[vraag.kind_id])
    tel(adres("lijst"))  # the first page of a session does more
    eerst = (tel(adres("lijst")), tel(adres("plan", een)), tel(toestemmingen))
    for nummer in range(3, 20):
        laatste = plan(nummer)
    for nummer in range(5):
        Hulpvraag.objects.create(kenmerk=f"H{nummer}", kind=vraag.kind, gemeente=regio.lelystad, weg="eigen",
                                 ontvangen_op=DAG)  # fmt: skip
        Deling.objects.create(kind=vraag.kind, op=DAG, ontvanger="school", aan="S", wat="W", doel="D",
                              grond="toestemming")  # fmt: skip
    assert (tel(adres("lijst")), tel(adres("plan", laatste)), tel(toestemmingen)) == eerst
