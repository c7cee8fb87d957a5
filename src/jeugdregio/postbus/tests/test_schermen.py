"""The message screens: Bo looks after the messages of Lelystad, Noor sees those of De Brug."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht

DONDERDAG = date(2026, 9, 10)
BOM = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
SLECHT = {
    "geen xml": (b"zomaar tekst", ""),
    "leeg": (b"", "leeg"),
    "zip": (b"PK\x03\x04rest", "zip"),
    "bom": (BOM, "DOCTYPE"),
    "codering": (b'<?xml version="1.0" encoding="UTF-8"?><a>\xff</a>', ""),
    "ander bericht": (b'<a xmlns="urn:iets-anders"/>', "iJw"),
    "andere gemeente": (jw315_xml(ontvanger="0303"), "Lelystad"),
    "onbekende gemeente": (jw315_xml(ontvanger="0001"), "0001"),
    "onbekende aanbieder": (jw315_xml(afzender="99999999"), "99999999"),
    "bsn": (jw315_xml(bsn="123456789"), "burgerservicenummer"),
    "31 juni": (jw315_xml().replace(b"2027-09-27", b"2027-06-31"), "31 juni"),
}


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DONDERDAG):
        yield


@pytest.fixture
def bo(client: Client, regio: Regiomensen) -> Client:
    """Bo's browser."""
    client.force_login(regio.gebruiker("berichten_lelystad"))
    return client


def adres(naam: str, *sleutels: object) -> str:
    return reverse(f"postbus:{naam}", args=sleutels)


def bied_aan(client: Client, inhoud: bytes) -> str:
    """Offer a file and return the page that follows."""
    bestand = SimpleUploadedFile("bericht.xml", inhoud, content_type="text/xml")
    antwoord = client.post(adres("aanbieden"), {"bestand": bestand}, follow=True)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_een_lege_lijst_zegt_wat_te_doen(bo: Client) -> None:
    assert "Er zijn nog geen berichten" in bo.get(adres("berichten")).content.decode()


def test_een_goed_bericht_is_te_lezen_in_gewoon_nederlands(bo: Client) -> None:
    pagina = bied_aan(bo, jw315_xml())
    verwacht = ("Het bericht is verwerkt.", "Verzoek om toewijzing", "28 september 2026", "Huisarts Van Vliet", "JW316")
    for tekst in verwacht:
        assert tekst in pagina, tekst


@pytest.mark.parametrize("geval", SLECHT)
def test_slechte_invoer_krijgt_een_duidelijk_antwoord_en_blijft_vindbaar(bo: Client, geval: str) -> None:
    inhoud, woord = SLECHT[geval]
    pagina = bied_aan(bo, inhoud)
    assert "afgekeurd en bewaard" in pagina
    assert "Wat er niet klopt" in pagina
    assert woord in pagina
    bericht = Bericht.objects.get(richting="in")
    assert bytes(bericht.inhoud) == inhoud
    lijst = bo.get(adres("berichten"), {"staat": "afgekeurd"}).content.decode()
    assert adres("bericht", bericht.pk) in lijst
    assert bo.get(adres("xml", bericht.pk)).content == inhoud


def test_te_groot_wordt_geweigerd_voor_het_gelezen_is(bo: Client, settings: pytest.FixtureRequest) -> None:
    settings.BERICHT_MAX_BYTES = 10  # type: ignore[attr-defined]
    bestand = SimpleUploadedFile("bericht.xml", b"x" * 11)
    antwoord = bo.post(adres("aanbieden"), {"bestand": bestand})
    assert antwoord.status_code == 422
    assert "Verdeel de inhoud" in antwoord.content.decode()


def test_een_fout_staat_op_zijn_plaats_met_de_regel_van_het_bestand(bo: Client) -> None:
    pagina = bied_aan(bo, SLECHT["31 juni"][0])
    assert "ToewijzingEinddatum" in pagina
    assert "2027-06-31&lt;" in pagina


def test_een_bevinding_op_de_inhoud_staat_naast_het_veld(bo: Client) -> None:
    pagina = bied_aan(bo, SLECHT["onbekende aanbieder"][0])
    begin = pagina.index("bericht__regel--mis")
    assert "Afzender" in pagina[begin : begin + 300]


def test_hetzelfde_bericht_nog_eens_zegt_dat_er_niets_verandert(bo: Client) -> None:
    bied_aan(bo, jw315_xml())
    pagina = bied_aan(bo, jw315_xml())
    assert "al eerder ontvangen" in pagina
    assert "Herhaling van" in pagina


def test_kijken_naar_een_bericht_over_een_kind_is_inzage(bo: Client) -> None:
    bied_aan(bo, jw315_xml())
    inzage = Regel.objects.filter(inzage=True, handeling="inzage.bericht", gebruiker="Bo")
    assert inzage.exists()
    assert all(regel.kind_id for regel in inzage)


def test_zoeken_en_filteren(bo: Client) -> None:
    bericht = ontvang_en_verwerk(jw315_xml(identificatie="ZOEKDIT"), kanaal="upload")
    pad = adres("bericht", bericht.pk)
    for vraag in ({"zoek": "zoekdit"}, {"zoek": "42420001"}, {"zoek": "Brug", "soort": "JW315"}, {"richting": "in"}):
        assert pad in bo.get(adres("berichten"), vraag).content.decode(), vraag
    for vraag in ({"zoek": "anders"}, {"soort": "JW323"}, {"staat": "afgekeurd"}, {"staat": "te_laat"}):
        assert pad not in bo.get(adres("berichten"), vraag).content.decode(), vraag


def test_de_namen_van_kinderen_staan_niet_in_de_lijst(bo: Client) -> None:
    ontvang_en_verwerk(jw315_xml(), kanaal="upload")
    assert "Visser" not in bo.get(adres("berichten")).content.decode()


def test_noor_ziet_het_antwoord_iris_en_fatima_niet(client: Client, regio: Regiomensen) -> None:
    bericht = ontvang_en_verwerk(jw315_xml(), kanaal="upload")
    verwacht = {"noor": 200, "berichten_lelystad": 200, "iris": 404, "fatima": 403}
    for naam, status in verwacht.items():
        client.force_login(regio.gebruiker(naam))
        assert client.get(adres("bericht", bericht.pk)).status_code == status, naam
        assert client.get(adres("xml", bericht.pk)).status_code == status, naam


def test_opnieuw_proberen_kan_niet_als_het_bericht_klaar_is(bo: Client) -> None:
    bericht = ontvang_en_verwerk(jw315_xml(), kanaal="upload")
    antwoord = bo.post(adres("opnieuw", bericht.pk), follow=True)
    assert "al afgehandeld" in antwoord.content.decode()
    assert "Verwerk opnieuw" not in bo.get(adres("bericht", bericht.pk)).content.decode()
