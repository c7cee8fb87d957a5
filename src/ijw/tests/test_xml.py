"""Whatever comes in, reading answers with findings and never with an exception."""

import io
import time
import tracemalloc
import zipfile

import pytest

from ijw import lees, schrijf
from ijw.bench import start

NS = "http://www.istandaarden.nl/ijw/3_2/jw305/schema"
GOED = schrijf(start(2)).decode()
MILJARD_KEER_LACHEN = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {chr(n + 1)} "{f"&{chr(n)};" * 10}">' for n in range(ord("b"), ord("j")))
    + "]><x>&j;</x>"
)


def _zip() -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as archief:
        archief.writestr("bericht.xml", GOED)
    return doel.getvalue()


VIJANDIG = {
    "leeg": (b"", "XML01"),
    "alleen spaties": (b" \r\n\t ", "XML01"),
    "zip": (_zip(), "XML02"),
    "tekst": (b"Beste gemeente, hierbij het verzoek.", "XML03"),
    "pdf": (b"%PDF-1.7 \x00\xff", "XML03"),
    "json": (b'{"bericht": 1}', "XML03"),
    "afgebroken": (GOED[:700].encode(), "XML04"),
    "twee berichten": ((GOED + GOED[38:]).encode(), "XML04"),
    "prefix zonder naamruimte": (b"<jw305:Bericht/>", "XML04"),
    "latijn als utf-8": (GOED.replace("<ijw:Achternaam>Wit", "<ijw:Achternaam>Zo\u00eb").encode("latin-1"), "XML05"),
    "onbekende codering": (GOED.replace("UTF-8", "KLINGON").encode(), "XML05"),
    "stuurteken": (GOED.replace("Wit", "W\x01it").encode(), "XML05"),
    "nul": (GOED.replace("Wit", "W\x00it").encode(), "XML05"),
    "doctype": (GOED.replace("?>", "?><!DOCTYPE Bericht>", 1).encode(), "XML06"),
    "externe dtd": (GOED.replace("?>", '?><!DOCTYPE Bericht SYSTEM "http://localhost/x">', 1).encode(), "XML06"),
    "extern bestand": (b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>', "XML06"),
    "miljard keer lachen": (MILJARD_KEER_LACHEN.encode(), "XML06"),
    "doctype in utf-16": (MILJARD_KEER_LACHEN.encode("utf-16"), "XML06"),
    "te diep": (b"<a>" * 100_000 + b"</a>" * 100_000, "XML08"),
    "andere xml": (b"<html><body/></html>", "XML09"),
    "onbekend bericht": (GOED.replace("jw305/schema", "jw399/schema").encode(), "XML09"),
    "oude versie": (GOED.replace("3_2/jw305", "3_1/jw305").encode(), "XML10"),
    "wmo": (GOED.replace("nl/ijw/3_2/jw305", "nl/iwmo/3_2/wmo305").encode(), "XML10"),
    "ander begin": (f'<Client xmlns="{NS}"/>'.encode(), "XML11"),
    "leeg bericht": (f'<Bericht xmlns="{NS}"/>'.encode(), "F-ONTBREEKT"),
}


@pytest.mark.parametrize(("data", "regel"), VIJANDIG.values(), ids=VIJANDIG)
def test_slechte_invoer_geeft_een_heldere_bevinding(data: bytes, regel: str) -> None:
    begin = time.monotonic()
    lezing = lees(data)
    assert time.monotonic() - begin < 2
    assert lezing.bericht is None
    assert not lezing.niveau1_geldig
    assert lezing.bevindingen[0].regel == regel
    assert lezing.bevindingen[0].melding.endswith(".")


def test_te_groot_wordt_geweigerd_zonder_te_lezen() -> None:
    lezing = lees(GOED.encode(), max_bytes=100)
    assert [b.regel for b in lezing.bevindingen] == ["XML07"]


def test_doctype_in_commentaar_of_tekst_mag() -> None:
    data = GOED.replace("?>", "?><!-- <!DOCTYPE x> -->", 1).replace(">Wit<", "><![CDATA[<!DOCTYPE x>]]><")
    lezing = lees(data.encode())
    assert lezing.geldig
    assert lezing.bericht is not None
    assert lezing.bericht.client.naam.geslachtsnaam.achternaam == "<!DOCTYPE x>"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + GOED.encode(), GOED.replace("UTF-8", "UTF-16").encode("utf-16")])
def test_bom_of_andere_codering_is_een_technische_eis_geen_vormfout(data: bytes) -> None:
    lezing = lees(data)
    assert lezing.niveau1_geldig
    assert lezing.bericht is not None
    assert [(b.niveau, b.regel) for b in lezing.bevindingen] == [(2, "OP192")]
    assert lees(data, niveau=1).geldig


@pytest.mark.parametrize("tekst", [" " * 4000, "\n" * 4000, ". " * 2000, "a" * 4000 + "\n", "a." * 2000 + " "])
def test_commentaar_laat_de_controle_niet_hangen(tekst: str) -> None:
    data = (
        '<Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw315/schema"><Client><Commentaar>'
        f"{tekst}</Commentaar></Client></Bericht>"
    )
    begin = time.monotonic()
    bevindingen = lees(data.encode()).bevindingen
    assert time.monotonic() - begin < 0.5
    over_commentaar = [b.regel for b in bevindingen if b.pad == "/Bericht/Client/Commentaar"]
    assert over_commentaar == ([] if tekst.strip() else ["F-PATROON"])


def test_jaar_dat_niet_in_de_kalender_past_is_geldig_naar_vorm_maar_zonder_bericht() -> None:
    """The schema allows the year 12026; no receiver can do anything with it."""
    data = GOED.replace("<ijw:Datum>2015-06-01", "<ijw:Datum>12026-06-01").encode()
    assert lees(data, niveau=1).geldig
    lezing = lees(data)
    assert lezing.bericht is None
    assert [(b.niveau, b.regel, b.pad) for b in lezing.bevindingen] == [
        (2, "F-JAAR", "/Bericht/Client/Geboortedatum/Datum")
    ]


def test_alle_bevindingen_in_de_volgorde_van_het_bericht() -> None:
    data = (
        GOED.replace("<jw305:BerichtCode>438", "<jw305:BerichtCode>999")
        .replace("2015-06-01", "2015-06-31")
        .replace("<jw305:Geslacht>1</jw305:Geslacht>", "")
        .replace("<jw305:ToewijzingNummer>2<", "<jw305:ToewijzingNummer>twee<")
    )
    assert [(b.regel, b.pad) for b in lees(data.encode()).bevindingen] == [
        ("F-VAST", "/Bericht/Header/BerichtCode"),
        ("F-DATUM", "/Bericht/Client/Geboortedatum/Datum"),
        ("F-ONTBREEKT", "/Bericht/Client/Geslacht"),
        ("F-GETAL", "/Bericht/Client/StartProducten/StartProduct[2]/ToewijzingNummer"),
    ]


def test_31_juni_wordt_uitgelegd_met_regelnummer() -> None:
    data = GOED.replace("2015-06-01", "2015-06-31")
    (bevinding,) = lees(data.encode()).bevindingen
    assert bevinding.melding == "31 juni bestaat niet; gebruik een bestaande datum als 2015-06-30."
    assert bevinding.regelnummer == 1 + data[: data.index("2015-06-31")].count("\n")


def test_opmerkingen_en_witruimte_veranderen_het_bericht_niet() -> None:
    anders = GOED.replace("<ijw:Achternaam>Wit", "<ijw:Achternaam>W<!-- let op -->it").replace("\r\n", "\n\n   ")
    assert lees(anders.encode()).bericht == lees(GOED.encode()).bericht


def test_geheugen_blijft_in_verhouding_tot_het_bestand() -> None:
    """Python objects only; the tree of libxml2 itself is freed on return."""
    data = schrijf(start(5000))
    lees(data)
    tracemalloc.start()
    lezing = lees(data)
    _, piek = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert lezing.geldig
    assert piek < 3 * len(data)
