"""Help that ends: when it becomes a turn and whose, what can be decided, and who falls out without it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from tests.mensen import Regiomensen

from jeugdregio.afspraken.models import Rang
from jeugdregio.afspraken.tests.hulp import maak_norm
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.eindigen import actions
from jeugdregio.toegang.eindigen.models import Achttienbesluit, Eindbesluit
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Casusrol, Rolhouder
from jeugdregio.toegang.models import Kind, Levering, Toewijzing
from jeugdregio.toegang.verlengen import open_verlengingsbeurten
from jeugdregio.toegang.woonplaats.tests.hulp import maak_kind

EINDE = date(2026, 12, 31)
ACHT, TWAALF = date(2026, 11, 5), date(2026, 10, 8)
Telt = Callable[[int], object]


@pytest.fixture
def hulp(regio: Regiomensen) -> Toewijzing:
    return maak_kind(regio.lelystad, regio.de_brug)


def _eindig(regio: Regiomensen, hulp: Toewijzing, op: date = ACHT, **anders: object) -> Eindbesluit:
    velden: dict[str, object] = {"verteld_op": op, "verteld_door": "Fatima"}
    with klok.op(op):
        return actions.eindig(regio.fatima, hulp.pk, "veld", "Klaar.", **{**velden, **anders})  # type: ignore[arg-type]


def test_hoe_lang_vooraf_is_een_norm_van_de_gemeente(regio: Regiomensen, hulp: Toewijzing) -> None:
    assert open_verlengingsbeurten(date(2026, 11, 4)) == 0
    maak_norm("12", Rang.LOKAAL, regio.lelystad, vraag="verlenging_vooraf")
    assert open_verlengingsbeurten(date(2026, 10, 7)) == 0
    assert open_verlengingsbeurten(TWAALF) == 1


def test_een_betwist_aantal_weken_neemt_het_langste(regio: Regiomensen, hulp: Toewijzing) -> None:
    maak_norm("4", Rang.CONTRACT, vraag="verlenging_vooraf")
    maak_norm("12", Rang.LOKAAL, regio.lelystad, vraag="verlenging_vooraf")
    assert open_verlengingsbeurten(TWAALF) == 1


def test_de_beurt_is_voor_wie_de_casusregie_heeft(regio: Regiomensen, hulp: Toewijzing) -> None:
    vraag = open_hulpvraag(regio.fatima, hulp.kind_id, "eigen", date(2026, 1, 2))
    Rolhouder.objects.filter(hulpvraag=vraag, rol=Casusrol.CASUSREGIE).delete()
    Rolhouder.objects.create(
        hulpvraag=vraag, rol=Casusrol.CASUSREGIE, organisatie=regio.lelystad, gebruiker=regio.fatima.gebruiker,
        van=date(2026, 1, 2),
    )  # fmt: skip
    open_verlengingsbeurten(ACHT)
    assert Beurt.objects.get(soort="verlenging").contact == regio.fatima.gebruiker


def test_na_verlengen_komt_er_bij_het_nieuwe_einde_weer_een_beurt(regio: Regiomensen, hulp: Toewijzing) -> None:
    open_verlengingsbeurten(ACHT)
    with klok.op(ACHT):
        actions.verleng(regio.fatima, hulp.pk, date(2027, 6, 30), "Doelen nog niet gehaald.", versie=1)
    assert not Beurt.objects.filter(soort="verlenging", staat="open").exists()
    assert open_verlengingsbeurten(date(2027, 5, 6)) == 1
    assert Beurt.objects.get(soort="verlenging", staat="open").uiterlijk == date(2027, 6, 30)


def test_twee_mensen_tegelijk_de_tweede_krijgt_het_te_horen(regio: Regiomensen, hulp: Toewijzing) -> None:
    with klok.op(ACHT):
        actions.verleng(regio.fatima, hulp.pk, date(2027, 6, 30), "Nodig.", versie=1)
        with pytest.raises(Conflict):
            actions.verleng(regio.fatima, hulp.pk, date(2027, 9, 30), "Nodig.", versie=1)
    assert Eindbesluit.objects.count() == 1


def test_doorlopen_kan_alleen_waar_een_norm_dat_zegt(regio: Regiomensen, hulp: Toewijzing) -> None:
    with klok.op(ACHT):
        with pytest.raises(Geweigerd, match="Geen wet of afspraak"):
            actions.laat_doorlopen(regio.fatima, hulp.pk, date(2027, 1, 31), "Onderzoek.", versie=1)
        maak_norm("ja", Rang.CONTRACT, vraag="verlenging_tijdens_beoordeling")
        besluit = actions.laat_doorlopen(regio.fatima, hulp.pk, date(2027, 1, 31), "Onderzoek.", versie=1)
    assert (besluit.betwist, besluit.grondslag) == (False, "Contract, p. 1")
    assert Beurt.objects.get(soort="verlenging", staat="open").uiterlijk == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"verteld_op": None}, "verteld_op"), ({"verteld_door": " "}, "verteld_door"),
     ({"verteld_op": date(2027, 1, 1)}, "verteld_op")],
)  # fmt: skip
def test_einde_zonder_dat_het_gezin_het_weet_wordt_geweigerd(
    regio: Regiomensen, hulp: Toewijzing, anders: dict[str, object], veld: str
) -> None:
    with pytest.raises(Geweigerd) as fout:
        _eindig(regio, hulp, **anders)
    assert set(fout.value.velden) == {veld}


def test_vroeg_besloten_wordt_later_niet_opnieuw_gevraagd(regio: Regiomensen, hulp: Toewijzing) -> None:
    _eindig(regio, hulp, date(2026, 9, 1))
    open_verlengingsbeurten(ACHT)
    assert not Beurt.objects.filter(soort="verlenging", staat="open").exists()
    assert actions.open_gevallen(date(2027, 1, 1)) == 0


def test_een_ander_einde_vraagt_een_nieuw_besluit(regio: Regiomensen, hulp: Toewijzing) -> None:
    _eindig(regio, hulp)
    Toewijzing.objects.update(einddatum=date(2027, 1, 31))
    assert actions.open_gevallen(date(2027, 2, 1)) == 1


def test_gestopt_volgens_plan_of_verhuisd_valt_niet_tussen_wal_en_schip(regio: Regiomensen, hulp: Toewijzing) -> None:
    assert actions.open_gevallen(EINDE) == 0
    assert actions.open_gevallen(date(2027, 1, 1)) == 1
    client = Client()
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(date(2027, 1, 1)):
        blad = client.get(f"/hulp-die-eindigt/{hulp.pk}/").content.decode()
    assert "eindigde op 31 december 2026" in blad
    Levering.objects.update(einddatum=EINDE, reden_beeindiging="31")
    assert actions.open_gevallen(date(2027, 1, 1)) == 0
    assert Beurt.objects.get(soort="einde_zonder_besluit").staat == Beurt.Staat.VERVALLEN
    Levering.objects.update(reden_beeindiging="20")
    assert actions.open_gevallen(date(2027, 1, 2)) == 1
    Toewijzing.objects.update(reden_wijziging="07")
    assert actions.open_gevallen(date(2027, 1, 2)) == 0


def test_hulp_die_nooit_begon_valt_wel_op(regio: Regiomensen, hulp: Toewijzing) -> None:
    Levering.objects.all().delete()
    assert actions.open_gevallen(date(2027, 1, 1)) == 1


def test_aanbieder_beslist_alleen_waar_zij_zelf_verlengt(regio: Regiomensen, hulp: Toewijzing) -> None:
    with klok.op(ACHT):
        with pytest.raises(GeenRecht):
            actions.eindig(regio.noor, hulp.pk, "niets", "Klaar.", verteld_op=ACHT, verteld_door="Noor")
        maak_norm("ja", Rang.CONTRACT)
        actions.eindig(regio.noor, hulp.pk, "niets", "Klaar.", verteld_op=ACHT, verteld_door="Noor")
        with pytest.raises(NietGevonden):
            actions.eindig(regio.iris, hulp.pk, "niets", "Klaar.", verteld_op=ACHT, verteld_door="Iris")
        with pytest.raises(NietGevonden):
            actions.verleng(regio.bram, hulp.pk, date(2027, 6, 1), "Nodig.", versie=1)


def test_verlengen_voorbij_achttien_vraagt_eerst_een_besluit_daarover(regio: Regiomensen, hulp: Toewijzing) -> None:
    Kind.objects.update(geboortedatum=date(2009, 3, 16))
    assert actions.open_achttienbeurten(date(2026, 9, 14)) == 0
    assert actions.open_achttienbeurten(date(2026, 9, 15)) == 1
    beurt = Beurt.objects.get(soort="achttien")
    assert (beurt.organisatie, beurt.uiterlijk) == (regio.lelystad, date(2027, 3, 15))
    with klok.op(ACHT):
        with pytest.raises(Geweigerd, match="15 maart 2027") as fout:
            actions.verleng(regio.fatima, hulp.pk, date(2027, 6, 30), "Nodig.", versie=1)
        assert fout.value.grondslag == "Jeugdwet 1.1, jeugdige"
        actions.beslis_achttien(
            regio.fatima, hulp.kind_id, Achttienbesluit.Soort.VERLENGD, "Behandeling is nog nodig.", verteld_op=ACHT
        )
        actions.verleng(regio.fatima, hulp.pk, date(2027, 6, 30), "Nodig.", versie=1)
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN
    assert Achttienbesluit.objects.get().tot == date(2032, 3, 15)


def test_achttien_vooraf_is_een_norm_en_wie_niets_heeft_krijgt_geen_beurt(regio: Regiomensen, hulp: Toewijzing) -> None:
    Kind.objects.update(geboortedatum=date(2009, 3, 16))
    maak_norm("12", Rang.LOKAAL, regio.lelystad, vraag="achttien_vooraf")
    assert actions.open_achttienbeurten(date(2026, 12, 1)) == 0
    assert actions.open_achttienbeurten(date(2026, 12, 23)) == 1
    Toewijzing.objects.update(einddatum=date(2026, 12, 1))
    assert actions.open_achttienbeurten(date(2026, 12, 23)) == 0


def test_na_een_half_jaar_kan_hulp_na_achttien_niet_worden_hervat(regio: Regiomensen, hulp: Toewijzing) -> None:
    Kind.objects.update(geboortedatum=date(2008, 3, 16))
    Toewijzing.objects.update(einddatum=date(2026, 3, 1))
    soort = Achttienbesluit.Soort.VERLENGD
    with klok.op(date(2026, 9, 2)), pytest.raises(Geweigerd, match="half jaar"):
        actions.beslis_achttien(regio.fatima, hulp.kind_id, soort, "Nodig.", verteld_op=date(2026, 9, 2))
    with klok.op(date(2026, 8, 31)):
        actions.beslis_achttien(regio.fatima, hulp.kind_id, soort, "Nodig.", verteld_op=date(2026, 8, 31))
    assert Achttienbesluit.objects.count() == 1


def test_lijst_vraagt_altijd_even_veel_en_toont_alleen_het_eigene(
    regio: Regiomensen, hulp: Toewijzing, django_assert_max_num_queries: Telt
) -> None:
    client = Client()
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(ACHT):
        client.get("/hulp-die-eindigt/")
        for nummer in range(10, 22):
            maak_kind(regio.lelystad, regio.de_brug, nummer=nummer)
        maak_kind(regio.dronten, regio.de_brug, nummer=30)
        with django_assert_max_num_queries(20):  # type: ignore[attr-defined]
            tekst = client.get("/hulp-die-eindigt/").content.decode()
        assert tekst.count("Jelle Brouwer") == 13
        client.force_login(regio.gebruiker("noor"))
        assert "14 toewijzingen" in client.get("/hulp-die-eindigt/").content.decode()
        assert "Hulp die eindigt" in _pagina(regio, f"/kinderen/{hulp.kind_id}/")
        assert "Wat de wet toelaat" in _pagina(regio, f"/kinderen/{hulp.kind_id}/achttien/")


def _pagina(regio: Regiomensen, pad: str) -> str:
    client = Client()
    client.force_login(regio.gebruiker("fatima"))
    return str(client.get(pad).content.decode())
