"""The message desk: Bo of Lelystad and Noor of De Brug look for messages, and see who must act and what is wrong."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from tests.berichten import MIRTHE_BSN, jw315_xml
from tests.mensen import Regiomensen, test_bsn
from tests.veel_declaraties import VANDAAG, declaratie_van, kinderen_van, nieuwe_aanbieder

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.postbus import actions, queries
from jeugdregio.postbus.aanzet import aan_zet
from jeugdregio.postbus.lijst import PER_PAGINA, Keuze, bladzij
from jeugdregio.postbus.models import Afkeuring, Bericht, Betrokkene
from jeugdregio.postbus.permissions import zichtbare_berichten

DONDERDAG = date(2026, 9, 10)
Staat = Bericht.Staat


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DONDERDAG):
        yield


def maak(regio: Regiomensen, nummer: int, **velden: object) -> Bericht:
    """A message in the table, without handling."""
    vast = {
        "richting": "in", "staat": Staat.VERWERKT, "kanaal": "api", "soort": "JW305", "afzender": regio.de_brug,
        "ontvanger": regio.lelystad, "identificatie": f"N{nummer:05d}", "omvang": 4, "vingerafdruk": "x",
        "inhoud": b"<a/>", "ontvangen_op": klok.nu() - timedelta(minutes=nummer // 3),
    }  # fmt: skip
    return Bericht.objects.create(**{**vast, **velden})


def adres(naam: str, *sleutels: object) -> str:
    return reverse(f"postbus:{naam}", args=sleutels)


def test_bladeren_toont_elk_bericht_een_keer_heen_en_terug(regio: Regiomensen) -> None:
    for nummer in range(2 * PER_PAGINA + 7):
        kant = {"richting": "uit", "afzender": regio.lelystad, "ontvanger": regio.de_brug} if nummer % 2 else {}
        maak(regio, nummer, **kant)
    maak(regio, 900, afzender=None, ontvanger=None, aangeboden_door=regio.lelystad, staat=Staat.AFGEKEURD)
    wie, heen, plaats = regio.berichten_lelystad, [], ""
    while True:
        blad = bladzij(wie, Keuze(), ouder_dan=plaats)
        heen.append(list(blad))
        if blad.ouder is None:
            break
        plaats = blad.ouder
    gezien = [b.pk for deel in heen for b in deel]
    assert gezien == list(zichtbare_berichten(wie).values_list("pk", flat=True))
    terug = bladzij(wie, Keuze(), nieuwer_dan=blad.nieuwer or "")
    assert list(terug) == heen[-2]


def test_een_onzinnige_plaats_begint_bij_het_nieuwste(bo: Client, regio: Regiomensen) -> None:
    bericht = maak(regio, 1)
    pagina = bo.get(adres("berichten"), {"ouder": "1e400_zz", "van": "gisteren", "code": "abc", "partij": "x"})
    assert adres("bericht", bericht.pk) in pagina.content.decode()


def vragen(bo: Client, pad: str) -> int:
    """How often a page asks the database."""
    bo.get(pad)  # the first look fills what is remembered between pages
    with CaptureQueriesContext(connection) as gedaan:
        assert bo.get(pad).status_code == 200
    return len(gedaan)


def test_het_aantal_vragen_groeit_niet_met_de_berichten(bo: Client, regio: Regiomensen) -> None:
    paden = [
        adres("berichten"), f"{adres('berichten')}?staat=te_laat", f"{adres('berichten')}?zoek=Brug&soort=JW305",
        adres("afkeuringen"),
    ]  # fmt: skip
    gevraagd = []
    for aantal in (1, 40):
        for nummer in range(aantal):
            bericht = maak(regio, 1000 * aantal + nummer, antwoord_uiterlijk=DONDERDAG - timedelta(days=1))
            Afkeuring.objects.create(
                bericht=bericht, op=DONDERDAG, gemeente=regio.lelystad, aanbieder=regio.de_brug, soort="JW305",
                niveau=3, regel="TR019", retourcode="9019", aantal=1,
            )  # fmt: skip
        gevraagd.append([vragen(bo, pad) for pad in paden])
    assert gevraagd[0] == gevraagd[1]
    assert max(gevraagd[0]) <= 30


def test_een_grote_declaratie_toont_een_blad_en_legt_alleen_daarvan_inzage_vast(bo: Client, regio: Regiomensen) -> None:
    bladen = []
    with klok.op(VANDAAG):
        for volgnummer, regels in enumerate((50, 250), start=1):
            aanbieder = nieuwe_aanbieder(regio.contract, volgnummer)
            inhoud = declaratie_van(regio, aanbieder, regels)
            bericht = actions.ontvang_en_verwerk(inhoud, kanaal="api", aangeboden_door=aanbieder)
            bladen.append(adres("bericht", bericht.pk))
        klein, groot = (vragen(bo, pad) for pad in bladen)
    assert klein == groot
    inzage = Regel.objects.filter(handeling="inzage.bericht", onderwerp_id=str(bericht.pk))
    kinderen_op = {}
    for blad in ("1", "2"):
        voor = set(inzage.values_list("pk", flat=True))
        pagina = bo.get(bladen[1], {"pagina": blad, "xml": blad}).content.decode()
        nieuw = list(inzage.exclude(pk__in=voor).values_list("kind_id", flat=True))
        assert len(nieuw) == len(set(nieuw))
        kinderen_op[blad] = set(nieuw)
        for kind in kinderen_van(regio.lelystad, 50):
            assert (kind.bsn in pagina) <= (kind.pk in kinderen_op[blad]), "getoond zonder inzage"
    assert 0 < len(kinderen_op["1"]) < 50
    assert kinderen_op["2"] - kinderen_op["1"]


def test_filteren_op_partij_periode_en_retourcode(regio: Regiomensen) -> None:
    oud = maak(regio, 1, ontvangen_op=klok.nu() - timedelta(days=40))
    anker = maak(regio, 2, afzender=regio.het_anker)
    Afkeuring.objects.create(
        bericht=anker, op=DONDERDAG, gemeente=regio.lelystad, aanbieder=regio.het_anker, soort="JW305", niveau=3,
        regel="TR019", retourcode="9019", aantal=2,
    )  # fmt: skip
    wie = regio.berichten_lelystad
    assert list(queries.berichten(wie, partij=regio.het_anker.pk)) == [anker]
    assert list(queries.berichten(wie, tot=DONDERDAG - timedelta(days=10))) == [oud]
    assert list(queries.berichten(wie, van=DONDERDAG - timedelta(days=10))) == [anker]
    assert list(queries.berichten(wie, code="9019")) == [anker]
    assert not list(queries.berichten(regio.noor, code="9019"))


@pytest.fixture
def bo(client: Client, regio: Regiomensen) -> Client:
    """Bo's browser."""
    client.force_login(regio.gebruiker("berichten_lelystad"))
    return client


def test_zoeken_op_kind_gaat_buiten_het_adres_om_en_is_inzage(bo: Client, regio: Regiomensen) -> None:
    over = actions.ontvang_en_verwerk(jw315_xml(), kanaal="upload")
    ander = maak(regio, 5)
    kind_id = Betrokkene.objects.values_list("kind_id", flat=True).distinct().get()
    antwoord = bo.post(adres("zoek-op-kind"), {"nummer": MIRTHE_BSN}, follow=True)
    pagina = antwoord.content.decode()
    assert antwoord.redirect_chain == [(adres("berichten"), 302)]
    assert adres("bericht", over.pk) in pagina
    assert adres("bericht", ander.pk) not in pagina
    assert queries.antwoord_van(over).identificatie in pagina  # type: ignore[union-attr]
    assert MIRTHE_BSN not in pagina
    assert Regel.objects.filter(handeling="inzage.berichten_van_kind", kind_id=kind_id, gebruiker="Bo").exists()
    weer = bo.post(adres("zoek-op-kind"), {"wis": "ja"}, follow=True).content.decode()
    assert adres("bericht", ander.pk) in weer


def test_een_kind_van_een_ander_is_niet_te_vinden(client: Client, regio: Regiomensen) -> None:
    actions.ontvang_en_verwerk(jw315_xml(), kanaal="upload")
    for naam in ("iris", "gi_medewerker"):
        client.force_login(regio.gebruiker(naam))
        pagina = client.post(adres("zoek-op-kind"), {"nummer": MIRTHE_BSN}, follow=True).content.decode()
        assert "geen kind" in pagina, naam
    client.force_login(regio.gebruiker("noor"))
    assert (
        "Alleen berichten over"
        in client.post(adres("zoek-op-kind"), {"nummer": MIRTHE_BSN}, follow=True).content.decode()
    )
    client.force_login(regio.gebruiker("berichten_lelystad"))
    pagina = client.post(adres("zoek-op-kind"), {"nummer": test_bsn(77)}, follow=True).content.decode()
    assert "geen kind" in pagina


def test_een_verzoek_wacht_tot_de_toegang_besluit(regio: Regiomensen) -> None:
    bericht = actions.ontvang_en_verwerk(jw315_xml(), kanaal="upload")
    zet = aan_zet(bericht)
    assert (zet.wie, zet.uiterlijk) == ("toegang Lelystad", date(2026, 9, 17))
    assert not list(queries.berichten(regio.berichten_lelystad, staat="te_laat", richting="in"))
    with klok.op(date(2026, 9, 18)):
        assert list(queries.berichten(regio.berichten_lelystad, staat="te_laat", richting="in")) == [bericht]
    actions.meld_beantwoord(bericht.pk)
    with klok.op(date(2026, 9, 18)):
        assert not list(queries.berichten(regio.berichten_lelystad, staat="te_laat", richting="in"))


def test_bevinding_en_plaats_wijzen_naar_elkaar_in_tekst_en_xml(bo: Client) -> None:
    fout = actions.ontvang_en_verwerk(jw315_xml(bsn="123456789"), kanaal="upload")
    pagina = bo.get(adres("bericht", fout.pk)).content.decode()
    assert 'id="bevinding-1"' in pagina
    tekst = pagina.partition('href="#tekst-')[2].partition('"')[0]
    xml = pagina.partition('href="#xml-')[2].partition('"')[0]
    plek = pagina.partition(f'id="tekst-{tekst}"')[2][:600]
    assert "Burgerservicenummer" in plek
    assert 'href="#bevinding-1"' in plek
    regel = pagina.partition(f'id="xml-{xml}"')[2][:300]
    assert "123456789" in regel
    assert 'href="#bevinding-1"' in regel


def test_noor_krijgt_de_weg_naar_herstel_bo_leest_wie_het_doet(client: Client, regio: Regiomensen) -> None:
    fout = actions.ontvang_en_verwerk(jw315_xml(bsn="123456789"), kanaal="upload")
    client.force_login(regio.gebruiker("noor"))
    assert reverse("toegang:verzoek_nieuw") in client.get(adres("bericht", fout.pk)).content.decode()
    client.force_login(regio.gebruiker("berichten_lelystad"))
    pagina = client.get(adres("bericht", fout.pk)).content.decode()
    assert "De Brug</strong> verbetert het" in pagina
    assert reverse("toegang:verzoek_nieuw") not in pagina


def test_nog_eens_versturen_kan_alleen_de_afzender_en_alleen_zonder_antwoord(regio: Regiomensen) -> None:
    uit = {"richting": "uit", "afzender": regio.lelystad, "ontvanger": regio.het_anker, "soort": "JW301"}
    bericht = maak(regio, 1, **uit, staat=Staat.BEZORGD, kanaal="api")
    with pytest.raises(Geweigerd):
        actions.verstuur_opnieuw(regio.iris, bericht.pk)
    assert actions.verstuur_opnieuw(regio.berichten_lelystad, bericht.pk).staat == Staat.KLAAR
    assert Regel.objects.filter(handeling="bericht.opnieuw_verstuurd", onderwerp_id=str(bericht.pk)).count() == 1
    beantwoord = maak(regio, 2, **uit, staat=Staat.BEANTWOORD, kanaal="api")
    with pytest.raises(Geweigerd):
        actions.verstuur_opnieuw(regio.berichten_lelystad, beantwoord.pk)


def test_de_tijd_van_de_volgende_poging_staat_erbij(regio: Regiomensen) -> None:
    straks = klok.nu() + timedelta(hours=30)
    bericht = maak(regio, 1, staat=Staat.ONTVANGEN, pogingen=6, volgende_poging_op=straks)
    assert "probeert het opnieuw op" in aan_zet(bericht).wat
    assert isinstance(straks, datetime)


def test_een_oude_fout_is_over_als_het_bezorgd_is(regio: Regiomensen, client: Client, tmp_path: Path) -> None:
    uit = {"richting": "uit", "afzender": regio.lelystad, "ontvanger": regio.het_anker, "soort": "JW301"}
    bericht = maak(regio, 1, **uit, staat=Staat.MISLUKT, kanaal="map", pogingen=5, laatste_fout="PermissionError")
    client.force_login(regio.gebruiker("berichten_lelystad"))
    assert "geen recht om in de map te schrijven" in client.get(adres("bericht", bericht.pk)).content.decode()
    with override_settings(POSTBUS_MAP=tmp_path):
        bezorgd = actions.probeer_opnieuw(regio.berichten_lelystad, bericht.pk)
    assert (bezorgd.staat, bezorgd.laatste_fout, bezorgd.volgende_poging_op) == (Staat.BEZORGD, "", None)


def test_wat_nog_wacht_heet_niet_onleesbaar(regio: Regiomensen, client: Client) -> None:
    leeg = {"afzender": None, "ontvanger": None, "aangeboden_door": regio.lelystad, "soort": "", "identificatie": ""}
    bericht = maak(regio, 1, **leeg, staat=Staat.ONTVANGEN)
    client.force_login(regio.gebruiker("berichten_lelystad"))
    for pagina in (adres("berichten"), adres("bericht", bericht.pk)):
        tekst = client.get(pagina).content.decode()
        assert "Nog niet gelezen bericht" in tekst
        assert "Onleesbaar bericht" not in tekst
        assert "Hierboven staat waar het misgaat" not in tekst
