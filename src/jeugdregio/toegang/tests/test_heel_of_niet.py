"""A finding on level 3 or 4 refuses the whole message (IV032), on both sides; a return that does not fit is seen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.berichten import aangevraagd, jw305_xml, jw315_xml
from tests.mensen import Regiomensen

import ijw
from ijw import Bevinding
from ijw.retour import maak_retour
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.aanzet import aan_zet
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Kind, Levering, Verzoek
from jeugdregio.toegang.tests.hulp import maak_klaar

pytestmark = pytest.mark.django_db
DAG = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DAG):
        yield


def bied_aan(inhoud: bytes, regio: Regiomensen) -> Bericht:
    return postbus.ontvang_en_verwerk(inhoud, kanaal="api", aangeboden_door=regio.de_brug)


def verzonden(soort: str) -> Any:
    return ijw.lees(bytes(Bericht.objects.get(richting="uit", soort=soort).inhoud)).bericht


def test_een_verkeerd_product_houdt_het_hele_verzoek_tegen(regio: Regiomensen) -> None:
    """The other product gets 0200, and yet nothing of the message is taken in: it comes again as a whole."""
    goed, fout = aangevraagd("REF-1"), aangevraagd("REF-2", "45Z99")
    bericht = bied_aan(jw315_xml(goed, fout), regio)
    assert (bericht.staat, bericht.aantal_bevindingen) == (Bericht.Staat.AFGEKEURD, 1)
    assert (aan_zet(bericht).wie, aan_zet(bericht).klaar) == ("De Brug", False)
    assert not Verzoek.objects.exists()
    assert not Kind.objects.exists()
    codes = [p.retour_codes for p in verzonden("JW316").client.aangevraagde_producten]
    assert codes == [("0200",), ("S329",)]
    weer = bied_aan(jw315_xml(goed, aangevraagd("REF-2", "45A05"), identificatie="WEER"), regio)
    assert weer.aantal_bevindingen == 0
    assert Verzoek.objects.get().regels.count() == 2


@pytest.fixture
def toegewezen(regio: Regiomensen) -> Bericht:
    """The JW301 for Mirthe, sent to a provider that fetches its messages."""
    regio.de_brug.bezorging = "api"
    regio.de_brug.save()
    bied_aan(jw315_xml(), regio)
    verzoek = Verzoek.objects.get()
    maak_klaar(regio, verzoek.kind, DAG)
    actions.wijs_toe(regio.fatima, verzoek.pk, [r.pk for r in verzoek.regels.all()], versie=verzoek.versie)
    return Bericht.objects.get(richting="uit", soort="JW301")


def retour_op(heen: Bericht, *bevindingen: Bevinding) -> Any:
    gelezen = ijw.lees(bytes(heen.inhoud)).bericht
    assert gelezen is not None
    return maak_retour(gelezen, bevindingen, identificatie="RET1", dagtekening=DAG)


def test_een_verkeerde_start_houdt_het_hele_bericht_tegen(regio: Regiomensen, toegewezen: Bericht) -> None:
    product = ijw.lees(bytes(toegewezen.inhoud)).bericht.client.toegewezen_producten[0]  # type: ignore[union-attr]
    bericht = start_van(regio, product.toewijzing_nummer, 999_999_999)
    assert bericht.aantal_bevindingen == 1
    assert not Levering.objects.exists()
    codes = [p.retour_codes for p in verzonden("JW306").client.start_producten]
    assert codes == [("0200",), ("9019",)]


def start_van(regio: Regiomensen, *nummers: int) -> Bericht:
    een = ijw.lees(jw305_xml(nummers[0], DAG, dagtekening=DAG)).bericht
    assert isinstance(een, ijw.berichten.jw305.Bericht)
    (product,) = een.client.start_producten
    producten = tuple(replace(product, toewijzing_nummer=nummer) for nummer in nummers)
    return bied_aan(ijw.schrijf(replace(een, client=replace(een.client, start_producten=producten))), regio)


def test_een_retour_die_iets_anders_teruggeeft_wordt_gezien(regio: Regiomensen, toegewezen: Bericht) -> None:
    pad = "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]"
    retour = retour_op(toegewezen, Bevinding(3, "TR332", pad, "Al gebruikt.", "9332"))
    retour.client.toegewezen_producten[0].ingangsdatum = date(2020, 1, 1)
    gedaan = bied_aan(ijw.schrijf(retour), regio)
    regels = [(b.regel, b.retourcode) for b in postbus.bevindingen_van(gedaan)]
    assert regels == [("IV028", None), ("RETOUR", "9332")]
    toegewezen.refresh_from_db()
    assert toegewezen.staat == Bericht.Staat.BEANTWOORD
    assert "9332" in Beurt.objects.get(soort="bericht_herstellen").tekst


def test_een_goede_retour_vraagt_niets(regio: Regiomensen, toegewezen: Bericht) -> None:
    assert bied_aan(ijw.schrijf(retour_op(toegewezen)), regio).aantal_bevindingen == 0
    assert not Beurt.objects.filter(soort="bericht_herstellen").exists()


def test_een_retour_met_een_andere_kop_vraagt_om_te_bellen(regio: Regiomensen, toegewezen: Bericht) -> None:
    retour = retour_op(toegewezen)
    retour.header.bericht_identificatie = replace(retour.header.bericht_identificatie, dagtekening=date(2026, 9, 1))
    gedaan = bied_aan(ijw.schrijf(retour), regio)
    assert [b.regel for b in postbus.bevindingen_van(gedaan)] == ["IV028"]
    beurt = Beurt.objects.get(soort="bericht_herstellen")
    assert (beurt.organisatie, "Bel" in beurt.tekst) == (regio.lelystad, True)


def test_wie_herstelt_staat_aan_zet_tot_hij_zegt_dat_het_hersteld_is(
    regio: Regiomensen, toegewezen: Bericht, client: Client
) -> None:
    geweigerd = Bevinding(3, "TR332", "/Bericht/Client", "Al gebruikt.", "9332")
    gedaan = bied_aan(ijw.schrijf(retour_op(toegewezen, geweigerd)), regio)
    assert "Het nummer van de toewijzing is niet uniek" in postbus.bevindingen_van(gedaan)[0].melding
    client.force_login(regio.gebruiker("berichten_lelystad"))
    adres = reverse("postbus:bericht", args=[toegewezen.pk])
    for pagina in (reverse("postbus:berichten"), adres):
        assert "herstelt wat de ander afkeurde" in client.get(pagina).content.decode()
    with pytest.raises(Geweigerd):
        postbus.meld_hersteld(regio.noor, toegewezen.pk)
    assert "De beurt is gesloten" in client.post(f"{adres}hersteld/", follow=True).content.decode()
    assert Beurt.objects.get(soort="bericht_herstellen").staat == Beurt.Staat.GEDAAN
    assert "Dit is hersteld" not in client.get(adres).content.decode()
    with pytest.raises(Geweigerd):
        postbus.meld_hersteld(regio.berichten_lelystad, toegewezen.pk)
