"""Story 7: help after a GP's referral ends on 15 December 2026, in Lelystad and in Dronten at once.

What holds differs: contract and framework against local policy. In Lelystad the municipality must act and the norm
is shown as disputed; in Dronten it extends by itself. In neither does help stop unseen.
"""

from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from jeugdregio.afspraken.models import Rang
from jeugdregio.afspraken.tests.hulp import maak_conflict_van_de_bronnen, maak_norm
from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.eindigen import actions as eindigen
from jeugdregio.toegang.eindigen.models import Eindbesluit
from jeugdregio.toegang.models import Kind, Levering, Toewijzing
from tests.mensen import Regiomensen, test_bsn

EINDE = date(2026, 12, 15)
ACHT_WEKEN = date(2026, 10, 20)


def _hulp(regio: Regiomensen, gemeente: Organisatie, nummer: int) -> Toewijzing:
    bsn = test_bsn(nummer)
    kind = Kind.objects.create(
        kenmerk=f"K-2026-0000{nummer}", bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=date(2012, 5, 3),
        geslacht="2", achternaam="Visser", voornamen="Mirthe", gemeente=gemeente,
    )  # fmt: skip
    toewijzing = Toewijzing.objects.create(
        nummer=f"10000{nummer}", kind=kind, gemeente=gemeente, aanbieder=regio.de_brug, categorie="45", code="45A04",
        toegewezen_op=datetime(2026, 1, 5, 10, tzinfo=AMSTERDAM), ingangsdatum=date(2026, 1, 6), einddatum=EINDE,
        volume=4, eenheid="04", frequentie="4",
    )  # fmt: skip
    Levering.objects.create(toewijzing=toewijzing, begindatum=date(2026, 1, 12))
    return toewijzing


@pytest.fixture
def regio_van_verhaal_7(regio: Regiomensen) -> Iterator[Regiomensen]:
    maak_conflict_van_de_bronnen(regio.lelystad)
    _hulp(regio, regio.lelystad, 1)
    _hulp(regio, regio.dronten, 2)
    with klok.op(ACHT_WEKEN):
        call_command("beurten", "bijwerken", stdout=StringIO())
        yield regio


def _scherm(regio: Regiomensen, naam: str, pad: str = "/") -> str:
    client = Client()
    client.force_login(regio.gebruiker(naam))
    antwoord = client.get(pad, follow=True)
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def test_in_lelystad_is_de_gemeente_aan_zet_en_is_te_zien_dat_de_norm_betwist_is(
    regio_van_verhaal_7: Regiomensen,
) -> None:
    regio = regio_van_verhaal_7
    tekst = _scherm(regio, "fatima")
    assert "Verlenging beoordelen" in tekst
    assert "Lokaal beleid Lelystad, Knoppenplan (betwist)" in tekst
    assert "Lelystad heeft deze norm niet vastgesteld" in tekst
    beurt = Beurt.objects.get(soort="verlenging", organisatie=regio.lelystad)
    assert (beurt.uiterlijk, beurt.wachtende) == (EINDE, regio.de_brug)
    assert "betwist" in _scherm(regio, "fatima", "/afspraken/vragen/verlenging_zonder_gemeente/")


def test_in_dronten_geeft_de_aanbieder_de_verlenging_door(regio_van_verhaal_7: Regiomensen) -> None:
    regio = regio_van_verhaal_7
    assert "Verlenging beoordelen" not in _scherm(regio, "bram")
    assert "Verlenging doorgeven" in _scherm(regio, "noor")
    beurt = Beurt.objects.get(soort="verlenging", organisatie=regio.de_brug)
    assert (beurt.uiterlijk, beurt.wachtende, "betwist" in beurt.grondslag) == (EINDE, regio.dronten, False)


def test_de_botsing_zelf_is_een_beurt_met_beide_teksten(regio_van_verhaal_7: Regiomensen) -> None:
    """Found by the daily work, without anybody doing something: norms begin with time."""
    beurt = Beurt.objects.get(soort="botsing", organisatie=regio_van_verhaal_7.lelystad)
    tekst = _scherm(regio_van_verhaal_7, "beleid_lelystad", beurt.pad)
    assert "Regionaal contract, art. 9" in tekst
    assert "Lokaal beleid Lelystad, Knoppenplan" in tekst


def _daarna(toewijzing: Toewijzing) -> str:
    return f"/hulp-die-eindigt/{toewijzing.pk}/"


def test_lelystad_laat_de_hulp_doorlopen_en_beslist_daarna(regio_van_verhaal_7: Regiomensen) -> None:
    """The contract says help goes on while it is reviewed, local policy says no: disputed, so the child comes first."""
    regio, hulp = regio_van_verhaal_7, Toewijzing.objects.get(gemeente=regio_van_verhaal_7.lelystad)
    for waarde, rang, gemeenten in (("ja", Rang.CONTRACT, ()), ("nee", Rang.LOKAAL, (regio.lelystad,))):
        maak_norm(waarde, rang, *gemeenten, vraag="verlenging_tijdens_beoordeling")
    client = Client()
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(date(2026, 12, 10)):
        assert "Laat doorlopen zolang je beoordeelt" in _scherm(regio, "fatima", _daarna(hulp))
        te_lang = client.post(f"{_daarna(hulp)}doorlopen/", {"tot": "2027-03-01", "reden": "Onderzoek", "versie": 1})
        assert te_lang.status_code == 422
        assert "9 februari 2027" in te_lang.content.decode()
        goed = {"tot": "2027-02-09", "reden": "Het onderzoek is nog niet klaar.", "versie": 1}
        tekst = client.post(f"{_daarna(hulp)}doorlopen/", goed, follow=True).content.decode()
        assert "Loopt door zolang er wordt beoordeeld" in tekst
        assert "norm betwist" in tekst
    hulp.refresh_from_db()
    assert (hulp.einddatum, hulp.reden_wijziging) == (date(2027, 2, 9), "04")
    nieuw = Beurt.objects.get(soort="verlenging", organisatie=regio.lelystad, staat="open")
    assert nieuw.uiterlijk == date(2027, 2, 9)
    with klok.op(date(2027, 2, 1)):
        client = Client()  # the session of December has ended
        client.force_login(regio.gebruiker("fatima"))
        antwoord = client.post(f"{_daarna(hulp)}eindigt/", {
            "vervolg": "veld", "reden": "Doelen gehaald.", "verteld_op": "2027-02-01", "verteld_door": "Fatima",
        })  # fmt: skip
        assert antwoord["Location"] == _daarna(hulp)
        assert "Daarna: Hulp dichtbij" in _scherm(regio, "fatima", "/hulp-die-eindigt/")
    assert not Beurt.objects.filter(soort="verlenging", organisatie=regio.lelystad, staat="open").exists()


def test_in_dronten_legt_de_aanbieder_vast_dat_de_hulp_eindigt_en_in_lelystad_kan_zij_dat_niet(
    regio_van_verhaal_7: Regiomensen,
) -> None:
    regio = regio_van_verhaal_7
    invoer = {"vervolg": "niets", "reden": "Klaar.", "verteld_op": "2026-10-20", "verteld_door": "Noor"}
    client = Client()
    client.force_login(regio.gebruiker("noor"))
    for hulp in Toewijzing.objects.all():
        client.post(f"{_daarna(hulp)}eindigt/", invoer)
    besluit = Eindbesluit.objects.get()
    assert (besluit.toewijzing.gemeente, besluit.namens) == (regio.dronten, regio.de_brug)


def test_zonder_besluit_is_het_op_de_dag_erna_een_rode_beurt_van_de_teamleider(
    regio_van_verhaal_7: Regiomensen,
) -> None:
    regio = regio_van_verhaal_7
    with klok.op(date(2026, 12, 16)):
        call_command("beurten", "bijwerken", stdout=StringIO())
        beurt = Beurt.objects.get(soort="einde_zonder_besluit", organisatie=regio.lelystad)
        assert (beurt.rol, beurt.uiterlijk) == (Rol.TEAMLEIDER, EINDE)
        tekst = _scherm(regio, "teamleider_lelystad", "/hulp-die-eindigt/")
        assert "Gestopt zonder besluit" in tekst
        assert "Visser" not in tekst
        hulp = Toewijzing.objects.get(gemeente=regio.lelystad)
        eindigen.eindig(
            regio.fatima, hulp.pk, "andere_hulp", "Stapt over.", verteld_op=date(2026, 12, 16), verteld_door="Fatima"
        )
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN
    assert Beurt.objects.filter(soort="einde_zonder_besluit", staat="open").count() == 1


def test_nergens_stopt_de_hulp_ongezien(regio_van_verhaal_7: Regiomensen) -> None:
    with klok.op(date(2026, 12, 16)):
        call_command("beurten", "bijwerken", stdout=StringIO())
    assert Beurt.objects.filter(soort="verlenging", staat="open").count() == 2
    assert Beurt.objects.filter(soort="stop_melden", staat="open").count() == 2
