"""Return messages: what goes back for which finding, and that it is always a right message."""

import random
from datetime import date
from typing import Any

import pytest
from lxml import etree
from tests.shared import XSD, heeft_shared

from ijw import Bevinding, lees, schrijf
from ijw.berichten import jw301, jw302, jw316, jw318, jw320
from ijw.overstijgend import controleer
from ijw.retour import CODES, maak_retour, retoursoort
from ijw.tests import bouw
from ijw.tests.bouw import met
from ijw.tests.overstijgend_voorbeelden import VANDAAG, dossier

HEENBERICHTEN = ["JW301", "JW305", "JW307", "JW315", "JW317", "JW319"]
PRODUCT_2 = "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[2]"


def _retour(heen: Any, *bevindingen: Bevinding, **anders: Any) -> Any:
    return maak_retour(heen, bevindingen, identificatie="R0001", dagtekening=date(2026, 10, 6), **anders)


def _fout(pad: str, code: str | None = "9347", niveau: int = 3) -> Bevinding:
    return Bevinding(niveau, "TR347", pad, "Dit klopt niet.", code)


def _twee_producten() -> Any:
    return met(bouw.jw315_bericht(), {"client.aangevraagde_producten.+": bouw.aangevraagd("REF-2", "45A04")})


@pytest.mark.parametrize(
    ("heen", "terug"),
    [
        ("JW301", "JW302"),
        ("JW305", "JW306"),
        ("JW307", "JW308"),
        ("JW315", "JW316"),
        ("JW317", "JW318"),
        ("JW319", "JW320"),
        ("JW323", "JW325"),
    ],
)
def test_retoursoort(heen: str, terug: str) -> None:
    assert retoursoort(heen) == terug


@pytest.mark.parametrize("soort", ["JW302", "JW316", "JW325", "JW999"])
def test_op_een_retourbericht_volgt_geen_retour(soort: str) -> None:
    with pytest.raises(ValueError, match=f"Op een {soort} volgt geen retourbericht"):
        retoursoort(soort)


@pytest.mark.parametrize("soort", HEENBERICHTEN)
def test_zonder_fouten_gaat_alleen_de_header_terug_zonder_codes(soort: str) -> None:
    heen = bouw.BERICHTEN[soort]()
    retour = _retour(heen)
    assert retoursoort(soort) == retour.SOORT
    assert retour.header.bericht_code == retour.CODE
    assert retour.header.retour_codes == ()
    assert getattr(retour, "client", None) is None
    assert getattr(retour, "antwoord", None) is None


def test_header_is_die_van_het_heenbericht_met_eigen_kenmerk() -> None:
    heen = bouw.jw315_bericht()
    header = _retour(heen, xslt_versie="2.10.5").header
    # IV028: sender and receiver stay as they were.
    assert (header.afzender, header.ontvanger) == (bouw.AANBIEDER, bouw.GEMEENTE)
    assert header.bericht_identificatie == heen.header.bericht_identificatie
    assert header.xsd_versie == heen.header.xsd_versie
    assert header.identificatie_retour == "R0001"
    assert header.dagtekening_retour == date(2026, 10, 6)
    assert header.xslt_versie == "2.10.5"


@pytest.mark.parametrize("code", ["0001", None])
def test_niveau_2_geeft_alleen_de_header_met_0001(code: str | None) -> None:
    retour = _retour(bouw.jw315_bericht(), _fout(PRODUCT_2, code, niveau=2), _fout("/Bericht/Client", "9374"))
    assert retour.header.retour_codes == ("0001",)
    assert retour.client is None


def test_niveau_1_geeft_geen_retourbericht() -> None:
    with pytest.raises(ValueError, match="niveau 1"):
        _retour(bouw.jw315_bericht(), _fout("/Bericht/Header", None, niveau=1))


@pytest.mark.parametrize("pad", ["/Bericht", "/Bericht/Header", "/Bericht/Header/BerichtIdentificatie/Dagtekening"])
def test_fout_in_header_geeft_alleen_de_header_met_eigen_code(pad: str) -> None:
    retour = _retour(bouw.jw315_bericht(), _fout(pad, "8848", niveau=4), _fout("/Bericht/Client", "9374"))
    assert retour.header.retour_codes == ("8848",)
    assert retour.client is None


def test_fout_bij_een_product_stuurt_de_hele_client_terug() -> None:
    heen = _twee_producten()
    retour = _retour(heen, _fout(f"{PRODUCT_2}/ReferentieAanbieder"))
    assert isinstance(retour, jw316.Bericht)
    assert retour.client is not None
    een, twee = retour.client.aangevraagde_producten
    assert retour.header.retour_codes == ("0200",)
    assert retour.client.retour_codes == ("0200",)
    assert (een.retour_codes, twee.retour_codes) == (("0200",), ("9347",))
    assert twee.omvang == heen.client.aangevraagde_producten[1].omvang
    assert retour.client.bsn == heen.client.bsn


def test_klassen_onder_een_foute_client_zijn_niet_beoordeeld() -> None:
    retour = _retour(_twee_producten(), _fout("/Bericht/Client/Bsn", "8187"), _fout(PRODUCT_2))
    assert retour.client.retour_codes == ("8187",)
    codes = [product.retour_codes for product in retour.client.aangevraagde_producten]
    assert codes == [("0233",), ("9347",)]


def test_meer_fouten_in_een_klasse_staan_er_elk_een_keer() -> None:
    retour = _retour(
        _twee_producten(),
        _fout(PRODUCT_2, "9347"),
        _fout(f"{PRODUCT_2}/Product", "S329", niveau=4),
        _fout(PRODUCT_2, "9347"),
    )
    assert retour.client.aangevraagde_producten[1].retour_codes == ("9347", "S329")


def test_toewijzing_geeft_ook_relaties_en_contacten_terug() -> None:
    retour = _retour(bouw.jw301_bericht(), _fout("/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]", "9332"))
    assert isinstance(retour, jw302.Bericht)
    assert retour.client is not None
    assert retour.client.relaties[0].contact.retour_codes == ("0200",)
    assert retour.client.contactgegevens[0].retour_codes == ("0200",)
    assert retour.client.toegewezen_producten[0].retour_codes == ("9332",)


def test_verzoek_om_wijziging_houdt_zijn_drie_soorten_producten() -> None:
    retour = _retour(
        bouw.jw317_bericht(),
        _fout("/Bericht/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]", "9351"),
    )
    assert isinstance(retour, jw318.Bericht)
    assert retour.client is not None
    verzoek = retour.client.verzoek
    assert verzoek.te_wijzigen_producten[0].retour_codes == ("9351",)
    assert verzoek.ongewijzigde_producten[0].retour_codes == ("0200",)
    assert verzoek.nieuwe_producten[0].retour_codes == ("0200",)


def test_producten_onder_een_fout_verzoek_zijn_wel_beoordeeld() -> None:
    # As in the example JW318 that comes with the standard.
    retour = _retour(
        bouw.jw317_bericht(),
        _fout("/Bericht/Client/Verzoek", "9349"),
        _fout("/Bericht/Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[1]/ToewijzingNummer", "9350"),
    )
    verzoek = retour.client.verzoek
    assert verzoek.retour_codes == ("9349",)
    assert verzoek.ongewijzigde_producten[0].retour_codes == ("9350",)
    assert verzoek.nieuwe_producten[0].retour_codes == ("0200",)
    assert retour.client.retour_codes == ("0200",)


def test_antwoord_houdt_zijn_woonplaatsbeginsel() -> None:
    retour = _retour(bouw.jw319_bericht(), _fout("/Bericht/Antwoord/ReferentieAanbieder", "9355"))
    assert isinstance(retour, jw320.Bericht)
    assert retour.antwoord is not None
    assert retour.antwoord.retour_codes == ("9355",)
    assert retour.antwoord.woonplaatsbeginsel is not None
    assert retour.antwoord.woonplaatsbeginsel.retour_codes == ("0200",)


def test_declaratie_krijgt_een_declaratie_antwoord() -> None:
    with pytest.raises(ValueError, match="maak_antwoord"):
        _retour(bouw.jw323_bericht())


@pytest.mark.parametrize("code", [None, "n.v.t.", "9999"])
def test_code_buiten_de_lijst_kan_niet(code: str | None) -> None:
    with pytest.raises(ValueError, match="WJ001"):
        _retour(bouw.jw315_bericht(), _fout("/Bericht/Client", code))


@pytest.mark.parametrize("pad", ["", "/Bericht/Antwoord", PRODUCT_2, f"{PRODUCT_2}/Omvang", "/Elders"])
def test_pad_buiten_het_bericht_kan_niet(pad: str) -> None:
    with pytest.raises(ValueError, match="ligt niet in het bericht"):
        _retour(bouw.jw315_bericht(), _fout(pad))


def test_heenbericht_blijft_zoals_het_was() -> None:
    heen = _twee_producten()
    _retour(heen, _fout(PRODUCT_2))
    assert heen == _twee_producten()


def _willekeurig_heenbericht(rng: random.Random) -> Any:
    soort = rng.choice(HEENBERICHTEN)
    heen = bouw.BERICHTEN[soort]()
    aantal = rng.randrange(4)
    match soort:
        case "JW301":
            relaties = tuple(bouw.relatie(str(nummer)) for nummer in range(aantal))
            producten = tuple(bouw.toegewezen(n, f"45A0{n}") for n in range(1, aantal + 2))
            contacten = tuple(bouw.contact(f"0{n}") for n in range(1, min(aantal, 3) + 1)) or (bouw.contact(),)
            return met(
                heen,
                {
                    "client.relaties": relaties,
                    "client.toegewezen_producten": producten,
                    "client.contactgegevens": contacten,
                },
            )
        case "JW305":
            return met(
                heen,
                {"client.start_producten": tuple(bouw.start(date(2026, 9, d + 1)) for d in range(aantal + 1))},
            )
        case "JW307":
            return met(
                heen,
                {"client.stop_producten": tuple(bouw.stop(date(2026, 10, d + 1)) for d in range(aantal + 1))},
            )
        case "JW315":
            producten_ = tuple(bouw.aangevraagd(f"R{n}", f"45A0{n}") for n in range(aantal + 1))
            return met(heen, {"client.aangevraagde_producten": producten_})
        case "JW317":
            nieuwe = tuple(bouw.nieuw(f"45A0{n}") for n in range(aantal))
            return met(heen, {"client.verzoek.nieuwe_producten": nieuwe})
        case _:
            zonder = {"antwoord.woonplaatsbeginsel": None, "antwoord.reden_afwijzing_verzoek": "1"}
            return met(heen, zonder) if rng.random() < 0.5 else heen


def _paden(heen: Any) -> list[str]:
    """The paths of all elements, as the written message itself gives them."""
    wortel = etree.fromstring(schrijf(heen))
    paden = []
    for element in wortel.iter():
        delen: list[str] = []
        deel: Any = element
        while deel is not None:
            naam = etree.QName(deel).localname
            ouder = deel.getparent()
            herhaalt = ouder is not None and etree.QName(ouder).localname in _LIJSTEN
            delen.append(f"{naam}[{ouder.index(deel) + 1}]" if ouder is not None and herhaalt else naam)
            deel = ouder
        paden.append("/" + "/".join(reversed(delen)))
    return paden


_LIJSTEN = {
    "Relaties",
    "Contactgegevens",
    "ToegewezenProducten",
    "StartProducten",
    "StopProducten",
    "AangevraagdeProducten",
    "OngewijzigdeProducten",
    "TeWijzigenProducten",
    "NieuweProducten",
}


@pytest.fixture(scope="module")
def schemas() -> dict[str, etree.XMLSchema]:
    soorten = [retoursoort(soort) for soort in HEENBERICHTEN]
    return {soort: etree.XMLSchema(etree.parse(str(XSD / f"{soort.lower()}.xsd"))) for soort in soorten}


@heeft_shared
@pytest.mark.parametrize("zaad", range(150))
def test_elk_retourbericht_past_in_het_officiele_schema(zaad: int, schemas: dict[str, etree.XMLSchema]) -> None:
    rng = random.Random(zaad)
    heen = _willekeurig_heenbericht(rng)
    assert lees(schrijf(heen)).geldig, f"zaad {zaad}"
    # A rule of level 3 or 4 has a code of its own, never one of these.
    paden, codes = _paden(heen), sorted(CODES - {"0001", "0200", "0233"})
    bevindingen = [
        _fout(rng.choice(paden), rng.choice(codes), niveau=rng.choice([2, 3, 3, 3, 3, 4]))
        for _ in range(rng.randrange(5))
    ]
    retour = _retour(heen, *bevindingen)
    data = schrijf(retour)
    schemas[retour.SOORT].assertValid(etree.fromstring(data))
    gelezen = lees(data)
    assert gelezen.geldig, f"zaad {zaad}"
    assert gelezen.bericht == retour, f"zaad {zaad}"
    verstuurd = dossier(heenberichten=[heen])
    assert controleer(retour, verstuurd, vandaag=VANDAAG) == [], f"zaad {zaad}: wie dit verstuurde zou het afkeuren"


@heeft_shared
def test_schema_eist_codes_bij_elke_klasse_zodat_geen_klasse_vergeten_kan_zijn(
    schemas: dict[str, etree.XMLSchema],
) -> None:
    retour = _retour(bouw.jw301_bericht(), _fout("/Bericht/Client", "9379"))
    boom = etree.fromstring(schrijf(retour))
    codes = boom.findall(".//{*}RetourCodes")
    klassen = ("Header", "Client", "Relatie", "Contact", "Contact", "ToegewezenProduct")
    assert len(codes) == len(klassen)
    codes[1].getparent().remove(codes[1])
    assert not schemas["JW302"].validate(boom)


def test_toewijzing_met_organisatie_als_voogd_gaat_ongewijzigd_terug() -> None:
    voogd = met(bouw.relatie("2"), {"naam.naam_gebruik": "6", "soort": "10"})
    heen: jw301.Bericht = met(bouw.jw301_bericht(), {"client.relaties.+": voogd})
    retour = _retour(heen, _fout("/Bericht/Client/Relaties/Relatie[2]", "8187"))
    assert [relatie.retour_codes for relatie in retour.client.relaties] == [("0200",), ("8187",)]
    assert retour.client.relaties[1].naam == voogd.naam
    assert retour.client.relaties[1].contact.retour_codes == ("0200",)


def test_het_voorbeeld_van_iv028_zelf() -> None:
    """Removing a start that was never sent: header and client 0200, the product 9063; all of it unchanged."""
    heen = met(bouw.jw305_bericht(), {"client.start_producten.0.status_aanlevering": "3"})
    retour = _retour(heen, *controleer(heen, dossier(), vandaag=VANDAAG))
    assert retour.header.retour_codes == ("0200",)
    assert retour.client.retour_codes == ("0200",)
    (product,) = retour.client.start_producten
    assert product.retour_codes == ("9063",)
    assert (product.status_aanlevering, product.begindatum) == ("3", heen.client.start_producten[0].begindatum)
