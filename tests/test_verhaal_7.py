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

from jeugdregio.afspraken.tests.hulp import maak_conflict_van_de_bronnen
from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie
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


def test_nergens_stopt_de_hulp_ongezien(regio_van_verhaal_7: Regiomensen) -> None:
    with klok.op(date(2026, 12, 16)):
        call_command("beurten", "bijwerken", stdout=StringIO())
    assert Beurt.objects.filter(soort="verlenging", staat="open").count() == 2
    assert Beurt.objects.filter(soort="stop_melden", staat="open").count() == 2
