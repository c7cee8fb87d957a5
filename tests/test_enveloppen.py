"""Messages in an envelope come in by every door, and leave in one when their receiver wants that."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.test import Client

from ijw import lees
from ijw.bevinding import Bevinding
from ijw.envelop import Envelop as StufEnvelop
from ijw.envelop import Systeem, pak_in, pak_uit
from jeugdregio.api.tests.test_api import sleutel, stuur
from jeugdregio.basis import klok
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.vervoer.models import Envelop
from jeugdregio.postbus.vervoer.wegen import WEGEN
from tests.berichten import jw315_xml
from tests.mensen import Regiomensen

REFERENTIE = "9c0f7b90-5c69-41e5-a837-0800200c9a66"
TIJDSTIP = datetime(2026, 9, 10, 9, 30)  # noqa: DTZ001 - StUF knows no time zone


@pytest.fixture(autouse=True)
def _klok(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.POSTBUS_MAP = tmp_path / "post"
    with klok.op(date(2026, 9, 10)):
        yield


def verpakt(inhoud: bytes | None = None, referentie: str = REFERENTIE, zender: str = "42420001") -> bytes:
    return pak_in(
        jw315_xml() if inhoud is None else inhoud, functie="JW315", zender=Systeem(zender, "Zorgpakket"),
        ontvanger=Systeem("0995", "Jeugdregio"), referentienummer=referentie, tijdstip=TIJDSTIP,
    )  # fmt: skip


def uitgepakt(inhoud: bytes) -> StufEnvelop:
    envelop = pak_uit(inhoud)
    assert isinstance(envelop, StufEnvelop), envelop
    return envelop


def test_elke_bezorging_heeft_een_weg() -> None:
    keuzes = Organisatie._meta.get_field("bezorging").choices
    assert keuzes is not None
    assert {str(code) for code, _ in keuzes} == set(WEGEN)


def test_ontvangen_in_een_envelop_bewaart_het_bericht_en_wat_erop_stond(regio: Regiomensen) -> None:
    bericht = postbus.ontvang_en_verwerk(verpakt(), kanaal="map", aangeboden_door=regio.de_brug)
    assert bericht.staat == Bericht.Staat.VERWERKT
    assert bytes(bericht.inhoud) == jw315_xml()
    envelop = Envelop.objects.get()
    assert (str(envelop.referentienummer), envelop.berichtcode) == (REFERENTIE, "Di01")
    assert (envelop.zender, envelop.zender_applicatie, envelop.tijdstip) == ("42420001", "Zorgpakket", "20260910093000")


def test_hetzelfde_bericht_in_een_nieuwe_envelop_gebeurt_een_keer(regio: Regiomensen) -> None:
    eerste = postbus.ontvang_en_verwerk(jw315_xml(), kanaal="map")
    tweede = postbus.ontvang_en_verwerk(verpakt(referentie=str(uuid4())), kanaal="map")
    assert (eerste.staat, tweede.staat) == (Bericht.Staat.VERWERKT, Bericht.Staat.HERHAALD)


def test_hetzelfde_bestand_na_een_klap_bewaart_niets_dubbel(regio: Regiomensen) -> None:
    eigen = uuid4()
    postbus.ontvang(verpakt(), kanaal="map", bericht_id=eigen)
    postbus.ontvang(verpakt(), kanaal="map", bericht_id=eigen)
    assert (Bericht.objects.count(), Envelop.objects.count()) == (1, 1)


def test_verkeerde_envelop_wordt_bewaard_en_geweigerd_met_plaats_en_herstel(regio: Regiomensen) -> None:
    data = verpakt().replace(b">42420001<", b">42420002<")
    bericht = postbus.ontvang_en_verwerk(data, kanaal="upload", aangeboden_door=regio.de_brug)
    assert (bericht.staat, bytes(bericht.inhoud)) == (Bericht.Staat.AFGEKEURD, data)
    (bevinding,) = postbus.bevindingen_van(bericht)
    assert (bevinding.niveau, bevinding.regel) == (1, "ENV05")
    assert bevinding.pad.endswith("/zender/organisatie")
    assert "Maak ze gelijk" in bevinding.melding
    assert not Envelop.objects.exists()


def test_over_de_api_gaat_het_antwoord_in_een_envelop_terug(regio: Regiomensen, client: Client) -> None:
    koppen = sleutel(regio.de_brug)
    eerste = stuur(client, verpakt(), koppen)
    assert eerste.status_code == 200
    envelop = uitgepakt(eerste.content)
    assert (envelop.berichtcode, envelop.functie, envelop.kruisreferentie) == ("Du01", "JW316", REFERENTIE)
    assert (envelop.zender.organisatie, envelop.ontvanger) == ("0995", Systeem("42420001", "Zorgpakket"))
    assert lees(envelop.inhoud).geldig
    kaal = stuur(client, jw315_xml(identificatie="KAAL", bsn="999990019"), koppen)
    assert lees(kaal.content).soort == "JW316"
    fout = stuur(client, verpakt().replace(b">Di01<", b">Lk01<"), koppen)
    assert fout.status_code == 422
    assert "Di01" in fout.json()["bevindingen"][0]["melding"]


def test_over_de_map(regio: Regiomensen, tmp_path: Path) -> None:
    (tmp_path / "goed.xml").write_bytes(verpakt())
    (tmp_path / "fout.xml").write_bytes(verpakt().replace(REFERENTIE.encode(), b"1"))
    call_command("postbus", "verwerk", str(tmp_path))
    (antwoord,) = (tmp_path / "uit").iterdir()
    assert uitgepakt(antwoord.read_bytes()).kruisreferentie == REFERENTIE
    assert "UUID" in (tmp_path / "afgekeurd" / "fout.xml.reden.txt").read_text()


def test_wie_een_envelop_wil_krijgt_zijn_berichten_erin(regio: Regiomensen, tmp_path: Path) -> None:
    regio.de_brug.bezorging = "envelop"
    regio.de_brug.save()
    postbus.ontvang_en_verwerk(jw315_xml(), kanaal="api")
    assert postbus.bezorg() == (1, 0)
    (bestand,) = (tmp_path / "post" / "42420001").iterdir()
    envelop = uitgepakt(bestand.read_bytes())
    bericht = Bericht.objects.get(soort="JW316")
    assert (envelop.berichtcode, UUID(envelop.referentienummer)) == ("Di01", bericht.pk)
    assert envelop.inhoud == bytes(bericht.inhoud)
    assert bericht.staat == Bericht.Staat.BEZORGD


def test_te_groot_voor_een_knooppunt_blijft_staan_en_wordt_later_gemeld(
    regio: Regiomensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    regio.de_brug.bezorging = "envelop"
    regio.de_brug.save()
    postbus.ontvang_en_verwerk(jw315_xml(), kanaal="api")
    monkeypatch.setattr("ijw.envelop.MAX_HUB", 100)
    assert postbus.bezorg() == (0, 1)
    bericht = Bericht.objects.get(soort="JW316")
    assert (bericht.staat, bericht.laatste_fout) == (Bericht.Staat.KLAAR, "ValueError")


def test_envelop_met_rommel_als_inhoud_wordt_als_onleesbaar_bericht_geweigerd(regio: Regiomensen) -> None:
    bericht = postbus.ontvang_en_verwerk(verpakt(b"geen xml"), kanaal="map")
    assert bericht.staat == Bericht.Staat.AFGEKEURD
    bevindingen: tuple[Bevinding, ...] = postbus.bevindingen_van(bericht)
    assert [b.regel for b in bevindingen] == ["XML03"]
    assert bytes(bericht.inhoud) == b"geen xml"
