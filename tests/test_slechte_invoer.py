"""Bad input on every channel: a clear answer that names place and repair, the input kept and findable."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from ijw import Bevinding
from jeugdregio.basis import klok
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus import queries
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.uitwisselmap import verwerk_map
from jeugdregio.toegang.models import Kind, Verzoek
from tests.berichten import MIRTHE_BSN, jw305_xml, jw315_xml
from tests.mensen import Regiomensen
from tests.shared import BERICHTEN, heeft_shared


@pytest.fixture(autouse=True)
def _klok():
    with klok.op(date(2026, 9, 10)):
        yield


def zip_van(inhoud: bytes) -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as bestand:
        bestand.writestr("bericht.xml", inhoud)
    return doel.getvalue()


LACHEN = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + b"".join(f'<!ENTITY lol{n} "{f"&lol{n - 1 or str()};" * 10}">'.encode() for n in range(1, 10))
    + b"]><lolz>&lol9;</lolz>"
)
UITWENDIG = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
DIEP = b"<a>" * 20_000 + b"</a>" * 20_000

ONLEESBAAR = {
    "geen XML": (b"Beste gemeente, hierbij ons verzoek.", "geen XML"),
    "leeg": (b"", "leeg"),
    "verkeerde codering": (jw315_xml(naam="Zo\u00eb").decode().encode("latin-1"), "codering"),
    "afgebroken": (jw315_xml()[:500], "niet goed gevormd"),
    "zip": (zip_van(jw315_xml()), "zip"),
    "entiteitenbom": (LACHEN, "DOCTYPE"),
    "uitwendige entiteit": (UITWENDIG, "DOCTYPE"),
    "te diep": (DIEP, "diep"),
    "onbekend bericht": (jw315_xml().replace(b"jw315", b"jw399"), "JW399"),
    "oude versie": (jw315_xml().replace(b"ijw/3_2", b"ijw/3_1"), "3.1"),
    "andere XML": (b"<factuur/>", "geen iJw-bericht"),
    "31 juni": (jw315_xml().replace(b"2027-09-27", b"2027-06-31"), "31 juni bestaat niet"),
    "onbekende gemeente": (jw315_xml(ontvanger="9999"), "Gemeente 9999"),
    "onbekende aanbieder": (jw315_xml(afzender="99999999"), "Aanbieder 99999999"),
    "bericht dat hier niet hoort": (jw315_xml(ontvanger="0303"), "niet voor Lelystad"),
}


@pytest.mark.parametrize("geval", ONLEESBAAR)
def test_onbruikbaar_bericht_krijgt_een_duidelijk_antwoord_en_blijft_vindbaar(regio: Regiomensen, geval: str) -> None:
    inhoud, woord = ONLEESBAAR[geval]
    bericht = postbus.upload(regio.berichten_lelystad, inhoud)
    assert bericht.staat == Bericht.Staat.AFGEKEURD
    bevindingen = postbus.bevindingen_van(bericht)
    assert bevindingen
    assert any(woord in b.melding for b in bevindingen), [b.melding for b in bevindingen]
    assert all(zegt_hoe_te_herstellen(b) for b in bevindingen)
    assert bytes(bericht.inhoud) == inhoud
    gevonden = queries.berichten(regio.berichten_lelystad, staat="afgekeurd")
    assert [b.pk for b in gevonden] == [bericht.pk]
    assert not Verzoek.objects.exists()
    # Nothing else is stopped.
    assert postbus.upload(regio.berichten_lelystad, jw315_xml()).staat == Bericht.Staat.VERWERKT


def zegt_hoe_te_herstellen(bevinding: Bevinding) -> bool:
    """A place and a sentence that says what to do."""
    doen = r"\b(stuur|verbeter|sla|haal|pak|laat|geef|neem|vul|controleer|vraag|verdeel|gebruik|moet|zet)\b"
    return bool(bevinding.pad) and re.search(doen, bevinding.melding, re.IGNORECASE) is not None


def test_bsn_dat_de_elfproef_niet_doorstaat(regio: Regiomensen) -> None:
    bericht = postbus.upload(regio.berichten_lelystad, jw315_xml(bsn="999999999"))
    (bevinding,) = postbus.bevindingen_van(bericht)
    assert (bevinding.regel, bevinding.pad) == ("CS002", "/Bericht/Client/Bsn")
    assert queries.antwoord_van(bericht) is not None
    assert not Kind.objects.exists()


def test_start_zonder_toewijzing(regio: Regiomensen) -> None:
    bericht = postbus.upload(regio.berichten_lelystad, jw305_xml(123, date(2026, 9, 1)))
    (bevinding,) = postbus.bevindingen_van(bericht)
    assert bevinding.regel == "TR019"
    assert "Toewijzing 123" in bevinding.melding


@heeft_shared
def test_het_gepubliceerde_jw315_noemt_beide_keren_31_juni(regio: Regiomensen) -> None:
    bericht = postbus.ontvang_en_verwerk((BERICHTEN / "JW315.xml").read_bytes(), kanaal="api")
    assert [b.regelnummer for b in postbus.bevindingen_van(bericht)] == [44, 66]
    assert all(b.pad.endswith("/ToewijzingEinddatum") for b in postbus.bevindingen_van(bericht))


def test_200_megabyte_wordt_bewaard_en_beantwoord(regio: Regiomensen) -> None:
    inhoud = b"<a>" + b" " * 200_000_000 + b"</a>"
    bericht = postbus.ontvang_en_verwerk(inhoud, kanaal="api", aangeboden_door=regio.de_brug)
    assert bericht.staat == Bericht.Staat.AFGEKEURD
    assert bericht.omvang == len(inhoud)
    assert zegt_hoe_te_herstellen(postbus.bevindingen_van(bericht)[0])


def test_een_slecht_bestand_houdt_de_andere_niet_op(regio: Regiomensen, tmp_path: Path) -> None:
    for nummer, (inhoud, _) in enumerate(ONLEESBAAR.values()):
        (tmp_path / f"{nummer:02d}.xml").write_bytes(inhoud)
    (tmp_path / "99.xml").write_bytes(jw315_xml())
    uitkomsten = [verslag.uitkomst for verslag in verwerk_map(tmp_path, regio.lelystad)]
    assert uitkomsten == ["afgekeurd"] * len(ONLEESBAAR) + ["verwerkt"]
    assert len(list((tmp_path / "afgekeurd").glob("*.reden.txt"))) == len(ONLEESBAAR)
    assert Verzoek.objects.count() == 1


def test_niemand_anders_vindt_het_afgekeurde_bericht(regio: Regiomensen) -> None:
    bericht = postbus.upload(regio.berichten_lelystad, jw315_xml(ontvanger="0303"))
    from jeugdregio.basis.fouten import NietGevonden

    for ander in (regio.noor, regio.iris, regio.fatima, regio.bram, regio.directeur):
        assert not list(queries.berichten(ander))
        with pytest.raises(NietGevonden):
            queries.bericht(ander, bericht.pk)


def test_geen_persoonsgegeven_leesbaar_bij_een_afgekeurd_bericht(regio: Regiomensen) -> None:
    from django.db import connection

    postbus.upload(regio.berichten_lelystad, jw315_xml().replace(b"2027-09-27", MIRTHE_BSN.encode()))
    with connection.cursor() as cursor:
        cursor.execute("select * from postbus_bericht")
        for waarde in cursor.fetchone():
            ruw = bytes(waarde) if isinstance(waarde, (bytes, memoryview)) else str(waarde).encode()
            assert MIRTHE_BSN.encode() not in ruw
