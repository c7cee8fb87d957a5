"""Story 10: a girl of 12, registered on 1 June, waits beyond four weeks for a first contact."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from tests.mensen import Regiomensen, test_bsn

from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.models import Kind, Levering, Toewijzing
from jeugdregio.toegang.opschaling.wachten import zet_zonder_start_op_lijst
from jeugdregio.zorglandschap.models import Locatie
from jeugdregio.zorglandschap.ruimte import opgeven, wachten
from jeugdregio.zorglandschap.ruimte.models import Plek, Wachtende
from jeugdregio.zorglandschap.ruimte.regiobeeld import regiobeeld

JUNI = date(2026, 6, 1)


@pytest.fixture
def meisje(regio: Regiomensen) -> Kind:
    """Return the girl of 12."""
    bsn = test_bsn(22)
    return Kind.objects.create(
        kenmerk="K-2026-00012", bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=date(2014, 2, 3), geslacht="2",
        achternaam="Vos", voornamen="Isa", gemeente=regio.lelystad, woonplaats_sinds=JUNI, woonplaats_bron="BRP",
    )  # fmt: skip


@pytest.fixture
def plek(regio: Regiomensen) -> Plek:
    """Return the place of De Brug, where one waits 84 days."""
    locatie = Locatie.objects.create(
        aanbieder=regio.de_brug, naam="Kantoor", plaats="Lelystad", ambulant=True, van=date(2025, 1, 1)
    )
    with klok.op(date(2026, 5, 28)):
        nieuw = opgeven.NieuwePlek(locatie_id=locatie.pk, product_code="54001", maat="plekken")
        return opgeven.voeg_toe(regio.noor, nieuw, vrij=0, wachtdagen=84, bron="rooster")


def test_verhaal_10(regio: Regiomensen, meisje: Kind, plek: Plek, client: Client) -> None:
    with klok.op(JUNI):
        wachtend = wachten.meld_aan(
            regio.fatima, kenmerk=meisje.kenmerk, product_code="", aangemeld_op=JUNI, plek_id=plek.pk
        )
        assert wachtend.uiterlijk == date(2026, 6, 29)
        assert (wachtend.wachttijd_dagen, wachtend.wachttijd_op) == (84, date(2026, 5, 28))
        beurt = Beurt.objects.get(soort="wachten_overbruggen")
        assert (beurt.organisatie, beurt.uiterlijk) == (regio.lelystad, date(2026, 6, 29))
        assert beurt.kind_id == meisje.pk, "het gezin leest dan wat er gebeurt en tot wanneer"
    with klok.op(date(2026, 7, 2)):
        wachten.bied_aan(regio.fatima, wachtend.pk, versie=1, soort="hulp", wat="Praktijkondersteuner", aangenomen=True)
        wachten.bied_aan(regio.fatima, wachtend.pk, versie=2, soort="maatje", wat="Maatje", aangenomen=True)
        assert Beurt.objects.get(soort="wachten_overbruggen").staat == "gedaan"
        assert Beurt.objects.get(soort="wachten_contact", staat="open").uiterlijk == date(2026, 7, 30)
        assert Beurt.objects.get(soort="wachten_contact", staat="open").kind_id == meisje.pk
        client.force_login(regio.gebruiker("fatima"))
        kindblad = client.get(f"/kinderen/{meisje.pk}/").content.decode()
        assert "Wacht 31 dagen" in kindblad
        assert "Praktijkondersteuner" in kindblad
        wachtblad = client.get(f"/plek/wachtlijst/{wachtend.pk}/").content.decode()
        assert "84 dagen, gezegd op 28 mei 2026 (rooster of planning)" in wachtblad
        assert f"/kinderen/{meisje.pk}/" in wachtblad
        client.force_login(regio.gebruiker("noor"))
        voor_aanbieder = client.get(f"/plek/wachtlijst/{wachtend.pk}/").content.decode()
        assert f"/kinderen/{meisje.pk}/" not in voor_aanbieder, "de aanbieder ziet alleen het dossiernummer"


def test_de_regio_ziet_de_stilstand_zonder_kind(regio: Regiomensen, meisje: Kind, plek: Plek) -> None:
    with klok.op(date(2026, 7, 2)):
        for nummer in range(21):
            op = JUNI if nummer < 12 else date(2026, 6, 20)
            wachten.meld_aan(regio.fatima, kenmerk=f"K-{nummer}-9", product_code="", aangemeld_op=op, plek_id=plek.pk)
    with klok.op(date(2026, 7, 2)):
        (regel,) = regiobeeld(regio.directeur)
        assert (regel.langer.waarde, regel.binnen.waarde, regel.langst) == (10, 10, 84)
        assert regel.stokt
        Wachtende.objects.exclude(kenmerk="K-0-9").delete()
        (regel,) = regiobeeld(regio.directeur)
        assert regel.langer.waarde is None, "een kind alleen is te herkennen"


def test_een_toewijzing_zonder_start_is_wachten(regio: Regiomensen, meisje: Kind, plek: Plek) -> None:
    toewijzing = Toewijzing.objects.create(
        nummer="1", kind=meisje, gemeente=regio.lelystad, aanbieder=regio.de_brug, categorie="54", code="54001",
        toegewezen_op=datetime(2026, 6, 1, 10, tzinfo=AMSTERDAM), ingangsdatum=JUNI, volume=1, eenheid="16",
        frequentie="6",
    )  # fmt: skip
    assert zet_zonder_start_op_lijst(JUNI + timedelta(days=13)) == 0
    assert zet_zonder_start_op_lijst(JUNI + timedelta(days=14)) == 1
    assert zet_zonder_start_op_lijst(JUNI + timedelta(days=15)) == 0
    wachtend = Wachtende.objects.get()
    assert (wachtend.kenmerk, wachtend.plek, wachtend.aangemeld_op) == (meisje.kenmerk, plek, JUNI)
    assert Beurt.objects.get(soort="wachten_overbruggen").kind_id == meisje.pk
    Wachtende.objects.all().delete()
    Levering.objects.create(toewijzing=toewijzing, begindatum=JUNI)
    assert zet_zonder_start_op_lijst(JUNI + timedelta(days=16)) == 0
