"""The envelope: round trips, and a clear refusal of what is wrong with it."""

import base64
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijw import Bevinding, lees, schrijf
from ijw.cli import main
from ijw.envelop import GGK, SOAP, STUF, Envelop, Systeem, is_envelop, pak_in, pak_uit
from ijw.tests.bouw import AANBIEDER, BERICHTEN, GEMEENTE

REFERENTIE = "9c0f7b90-5c69-41e5-a837-0800200c9a66"
ANDERE = "0b7f4ad2-13c5-4f0e-9d51-5b8f5f1f6a11"
NU = datetime(2026, 9, 10, 9, 30, 5)  # noqa: DTZ001 - StUF knows no time zone
KETEN = Systeem(AANBIEDER, "EPD"), Systeem(GEMEENTE, "GGk")


def verpakt(soort: str = "JW315", **anders: object) -> bytes:
    """A message of the provider (or of the municipality, turned round) in its envelope."""
    inhoud = schrijf(BERICHTEN[soort]())
    van_aanbieder = soort in {"JW305", "JW307", "JW315", "JW317", "JW323"}
    zender, ontvanger = KETEN if van_aanbieder else KETEN[::-1]
    velden: dict[str, object] = {
        "functie": soort, "zender": zender, "ontvanger": ontvanger, "referentienummer": REFERENTIE, "tijdstip": NU,
    }  # fmt: skip
    return pak_in(inhoud, **(velden | anders))  # type: ignore[arg-type]


@pytest.mark.parametrize("soort", BERICHTEN)
def test_heen_en_terug(soort: str) -> None:
    envelop = pak_uit(verpakt(soort))
    assert isinstance(envelop, Envelop)
    assert lees(envelop.inhoud).bericht == BERICHTEN[soort]()
    assert (envelop.functie, envelop.berichtcode, envelop.kruisreferentie) == (soort, "Di01", None)
    assert (envelop.referentienummer, envelop.tijdstip) == (REFERENTIE, NU)


def test_retour_noemt_de_envelop_die_hij_beantwoordt() -> None:
    envelop = pak_uit(verpakt(kruisreferentie=ANDERE))
    assert isinstance(envelop, Envelop)
    assert (envelop.berichtcode, envelop.kruisreferentie) == ("Du01", ANDERE)


def test_zonder_soap_en_ingebed_mag_ook() -> None:
    inhoud = schrijf(BERICHTEN["JW315"]())
    kaal = re.search(rb"<GGK:envelop.*</GGK:envelop[^>]*>", verpakt(), re.S)
    assert kaal is not None
    ruimtes = f'_Di01 xmlns:GGK="{GGK}" xmlns:StUF="{STUF}">'.encode()
    zonder_soap = kaal[0].replace(b"_Di01>", ruimtes, 1)
    romp = inhoud[inhoud.find(b"?>") + 2 :]
    ingebed = re.sub(rb"<GGK:xmlBestand>.*</GGK:xmlBestand>", lambda _: romp, zonder_soap, flags=re.S)
    for data in (zonder_soap, ingebed):
        envelop = pak_uit(data)
        assert isinstance(envelop, Envelop), envelop
        assert lees(envelop.inhoud).bericht == BERICHTEN["JW315"]()


def _vervang(oud: str, nieuw: str) -> Callable[[bytes], bytes]:
    def doe(data: bytes) -> bytes:
        assert oud.encode() in data
        return data.replace(oud.encode(), nieuw.encode())

    return doe


def _inhoud(nieuw: bytes) -> Callable[[bytes], bytes]:
    """Another content in the same envelope."""
    tekst = base64.b64encode(nieuw)
    return lambda data: re.sub(rb"(<GGK:xmlBestand>).*?(</GGK:xmlBestand>)", rb"\1" + tekst + rb"\2", data, flags=re.S)


def _zonder_inhoud(data: bytes) -> bytes:
    return re.sub(rb"(<soapenv:Body>).*(</soapenv:Body>)", rb"\1\2", data, flags=re.S)


def _foutbericht(data: bytes) -> bytes:
    return re.sub(rb"GGK:envelop\w+-ggk_Di01", b"StUF:Fo01Bericht", data)


MIS: dict[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "andere code": (_vervang(">Di01<", ">Lk01<"), "berichtcode", "Di01"),
    "zonder zender": (_vervang("StUF:zender", "StUF:weg"), "zender", "0 keer"),
    "organisatie geen code": (_vervang(f">{AANBIEDER}<", ">De Brug<"), "organisatie", "geen gemeentecode"),
    "referentie geen uuid": (_vervang(REFERENTIE, "12345"), "referentienummer", "UUID"),
    "tijdstip": (_vervang("20260910093005", "20260931093005"), "tijdstipBericht", "bestaat niet"),
    "onbekende functie": (_vervang(">JW315<", ">WMO315<"), "functie", "kennen we niet"),
    "andere functie": (_vervang(">JW315<", ">JW305<"), "functie", "erin zit JW315"),
    "andere zender": (_vervang(f">{AANBIEDER}<", ">42420002<"), "zender", "Maak ze gelijk"),
    "andere ontvanger": (_vervang(f">{GEMEENTE}<", ">0363<"), "ontvanger", "Maak ze gelijk"),
    "lege body": (_zonder_inhoud, "Body", "0 elementen"),
    "fout uit de keten": (_foutbericht, "Fo01Bericht", "nemen we niet aan"),
    "geen base64": (_vervang("<GGK:xmlBestand>", "<GGK:xmlBestand>!"), "xmlBestand", "base64"),
    "lege inhoud": (_inhoud(b""), "xmlBestand", "leeg"),
    "tekstbestand": (_vervang("GGK:xmlBestand", "GGK:tekstBestand"), "tekstBestand", "xmlBestand"),
    "twee bestanden": (
        _vervang("<GGK:bericht>", "<GGK:bericht><GGK:xmlBestand>eA==</GGK:xmlBestand>"), "bericht", "2 elementen",
    ),
    "envelop in envelop": (_inhoud(verpakt()), "bericht", "weer een envelop"),
    "afgebroken": (lambda data: data[:-40], "/", "niet goed gevormd"),
    "doctype": (_vervang("?>", '?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), "/", "DOCTYPE"),
    "zip": (lambda _: b"PK\x03\x04" + b"x" * 50, "/", "zip"),
    "leeg": (lambda _: b"  ", "/", "leeg"),
    "andere XML": (lambda _: f'<a xmlns="{GGK}"/>'.encode(), "/", "geen envelop"),
}  # fmt: skip


@pytest.mark.parametrize("geval", MIS)
def test_verkeerde_envelop_zegt_wat_waar_en_hoe(geval: str) -> None:
    breek, plek, woord = MIS[geval]
    bevinding = pak_uit(breek(verpakt()))
    assert isinstance(bevinding, Bevinding), geval
    assert plek in bevinding.pad
    assert woord in bevinding.melding
    assert bevinding.niveau == 1
    assert bevinding.melding.count(".") >= 2


def test_bom_van_entiteiten_en_diepte_hangen_niet() -> None:
    diep = f'<e:Envelope xmlns:e="{SOAP}">'.encode() + b"<a>" * 50_000 + b"</a>" * 50_000 + b"</e:Envelope>"
    bom = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">'.encode() for n in range(1, 12)
    )
    for data in (diep, bom + f']><e:Envelope xmlns:e="{SOAP}">&a11;</e:Envelope>'.encode()):
        assert isinstance(pak_uit(data), Bevinding)


def test_te_groot() -> None:
    bevinding = pak_uit(verpakt(), max_bytes=1_000)
    assert isinstance(bevinding, Bevinding)
    assert "mag 0 MB zijn" in bevinding.melding
    groot = schrijf(BERICHTEN["JW315"]()).replace(b"</", b" " * 30_000_000 + b"</", 1)
    van, naar = KETEN
    with pytest.raises(ValueError, match="een knooppunt neemt er hoogstens"):
        pak_in(groot, functie="JW315", zender=van, ontvanger=naar, referentienummer=REFERENTIE, tijdstip=NU)


def test_inpakken_weigert_wat_niet_terug_te_lezen_is() -> None:
    with pytest.raises(ValueError, match="Maak ze gelijk"):
        verpakt(zender=Systeem("42420002", "EPD"))


def test_bericht_in_envelop_is_zelf_geen_bericht() -> None:
    lezing = lees(verpakt())
    assert (lezing.bericht, [b.regel for b in lezing.bevindingen]) == (None, ["ENV01"])
    kapot = lees(verpakt().replace(b">Di01<", b">Lk01<"))
    assert [b.pad for b in kapot.bevindingen] == [
        "/Envelope/Body/envelopHeenbericht-ggk_Di01/stuurgegevens/berichtcode"
    ]
    assert not is_envelop(schrijf(BERICHTEN["JW315"]()))


@given(st.binary(max_size=300), st.integers(0, 2_000))
def test_rommel_op_elke_plek_geeft_een_antwoord(rommel: bytes, plaats: int) -> None:
    data = verpakt()
    uit = pak_uit(data[:plaats] + rommel + data[plaats + len(rommel) :])
    assert isinstance(uit, Envelop | Bevinding)


def test_opdracht_uitpakken(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    goed, fout = tmp_path / "goed.xml", tmp_path / "fout.xml"
    goed.write_bytes(verpakt())
    fout.write_bytes(verpakt()[:-9])
    assert main(["uitpakken", str(goed)]) == 0
    assert capfdbinary.readouterr().out == schrijf(BERICHTEN["JW315"]())
    assert main(["uitpakken", str(fout)]) == 1
    assert b"niet goed gevormd" in capfdbinary.readouterr().err
    assert main(["uitpakken", str(tmp_path / "weg.xml")]) == 2


def test_een_voorvoegsel_dat_nergens_is_uitgelegd_is_voor_niveau_1() -> None:
    """Found by the long run: reading the header met the tag before the parser told that its prefix is unknown."""
    stuk = re.sub(rb' xmlns:ijw="[^"]*"', b"", schrijf(BERICHTEN["JW315"]()))
    data = re.sub(rb"(xmlBestand>)[^<]*", lambda m: m[1] + base64.b64encode(stuk), verpakt(), count=1)
    uit = pak_uit(data)
    assert isinstance(uit, Envelop)
    assert uit.inhoud == stuk
    assert [b.niveau for b in lees(uit.inhoud).bevindingen] == [1]
