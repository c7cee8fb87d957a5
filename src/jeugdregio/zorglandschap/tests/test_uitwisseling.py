"""Import and export: every wrong cell by name, all or nothing, again is no change, and out is in."""

import io
import tracemalloc
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.organisaties.models import Deelname
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Contract, Contractwijziging, Importvoorstel, Tarief
from jeugdregio.zorglandschap.tests.bestanden import (
    CONTRACTEN,
    TARIEVEN,
    bytes_van,
    contractrij,
    excel,
    met_deel,
    tariefrij,
    tekst,
    werkmap,
)
from jeugdregio.zorglandschap.uitwisseling import daden, schrijven, vorm
from jeugdregio.zorglandschap.uitwisseling.toets import NIEUW

DAG = date(2026, 11, 22)
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture(autouse=True)
def _dag() -> Any:
    with klok.op(DAG):
        yield


def fouten(wie: Wie, inhoud: bytes) -> list[str]:
    aangeboden = daden.bied_aan(wie, inhoud)
    assert aangeboden.bewaard is None
    return [str(bevinding) for bevinding in aangeboden.voorstel.bevindingen]


def neem_over(wie: Wie, inhoud: bytes) -> int:
    aangeboden = daden.bied_aan(wie, inhoud)
    assert aangeboden.voorstel.bevindingen == []
    assert aangeboden.bewaard is not None
    return daden.neem_over(wie, aangeboden.bewaard.pk, besluit="Besluit van 3 november")


def test_een_goed_bestand_wordt_eerst_getoond_en_dan_overgenomen(cees: Wie, regio: Regiomensen) -> None:
    inhoud = excel({CONTRACTEN: [contractrij()], TARIEVEN: [tariefrij()]})
    aangeboden = daden.bied_aan(cees, inhoud)
    assert aangeboden.bewaard is not None
    assert aangeboden.voorstel.aantal(NIEUW) == 2
    assert not Contract.objects.filter(nummer="N-1").exists()
    assert daden.neem_over(cees, aangeboden.bewaard.pk, besluit="Besluit van 3 november") == 2
    contract = Contract.objects.get(nummer="N-1")
    assert contract.staat == Contract.Staat.CONCEPT
    assert {g.naam for g in contract.gemeenten.all()} == {"Lelystad", "Dronten"}
    tarief = contract.tarieven.get()
    assert (tarief.centen, tarief.tot, tarief.overhead) == (10000, date(2028, 12, 31), 1800)
    assert Contractwijziging.objects.get(contract=contract).besluit == "Besluit van 3 november"


def test_hetzelfde_bestand_nog_eens_is_geen_verandering(cees: Wie) -> None:
    inhoud = excel({CONTRACTEN: [contractrij()], TARIEVEN: [tariefrij()]})
    neem_over(cees, inhoud)
    opnieuw = daden.bied_aan(cees, inhoud)
    assert (opnieuw.bewaard, opnieuw.voorstel.verandert, opnieuw.voorstel.bevindingen) == (None, [], [])


def test_twee_keer_bevestigen_doet_het_een_keer(cees: Wie) -> None:
    aangeboden = daden.bied_aan(cees, excel({CONTRACTEN: [contractrij()]}))
    assert aangeboden.bewaard is not None
    daden.neem_over(cees, aangeboden.bewaard.pk, besluit="Besluit")
    with pytest.raises(Conflict, match="al overgenomen"):
        daden.neem_over(cees, aangeboden.bewaard.pk, besluit="Besluit")


def test_alle_fouten_tegelijk_elk_met_zijn_cel_en_niets_bewaard(cees: Wie) -> None:
    gevonden = fouten(
        cees,
        excel(
            {
                CONTRACTEN: [contractrij("N-1", agb="99999999"), contractrij("N-2", gemeenten="0995 0995")],
                TARIEVEN: [tariefrij("C-2025-01", "99X99"), tariefrij("C-2025-01", van="02/03/2026"),
                           tariefrij("C-2025-01", centen=80)],
            }
        ),
    )  # fmt: skip
    tekst_ = "\n".join(gevonden)
    assert "Contracten!B2: Ik ken geen aanbieder met AGB-code 99999999" in tekst_
    assert "Contracten!G3: Gemeente 0995 staat er twee keer" in tekst_
    assert "Tarieven!B2: Dit product staat niet in de catalogus" in tekst_
    assert "Tarieven!D3: “02/03/2026” is op meer manieren te lezen" in tekst_
    assert "Tarieven!F4: De onderdelen zijn samen € 100,00, het tarief is € 80,00" in tekst_
    assert not Importvoorstel.objects.exists()
    assert Contract.objects.count() == 1


def test_een_tarief_zonder_onderdeel_wordt_geweigerd(cees: Wie) -> None:
    (zin,) = fouten(cees, excel({CONTRACTEN: [contractrij()], TARIEVEN: [tariefrij(centen=82, overhead=None)]}))
    assert zin.startswith("Tarieven!J2: Overhead ontbreekt (Besluit Jeugdwet 2.3 lid 1 onder c).")


def test_overlappende_tarieven_in_bestand_en_met_wat_er_is(cees: Wie) -> None:
    rijen = [
        tariefrij("C-2025-01", van="01-01-2027"), tariefrij("N-1"), tariefrij("N-1", van="01-07-2026"),
    ]  # fmt: skip
    gevonden = fouten(cees, excel({CONTRACTEN: [contractrij()], TARIEVEN: rijen}))
    assert [zin.split(":")[0] for zin in gevonden] == ["Tarieven!D2", "Tarieven!D4"]
    assert "Er is al een tarief voor dit product" in gevonden[0]


def test_een_gemeente_die_dan_niet_meedoet_in_de_regio(cees: Wie, regio: Regiomensen) -> None:
    Deelname.objects.filter(organisatie=regio.dronten).update(tot=date(2026, 12, 31))
    (zin,) = fouten(cees, excel({CONTRACTEN: [contractrij()]}))
    assert zin.startswith("Contracten!G2: Dronten doet niet de hele periode mee in de regio (01-01-2021 tot en met")


def test_formule_samengevoegd_verborgen_en_foutcel(cees: Wie) -> None:
    boek = werkmap({CONTRACTEN: [contractrij()], TARIEVEN: [tariefrij()]})
    boek["Tarieven"]["F2"] = "=60+40"
    boek["Tarieven"]["G2"] = "#DEEL/0!"
    boek["Contracten"].merge_cells("C2:D2")
    boek["Contracten"]["D2"].value  # noqa: B018  the cell is now part of C2
    boek.create_sheet("Rommel").sheet_state = "hidden"
    gevonden = "\n".join(fouten(cees, bytes_van(boek)))
    assert "Tarieven!F2: Hier staat een formule" in gevonden
    assert "Contracten!C2:D2: Deze cellen zijn samengevoegd" in gevonden
    assert "Rommel: Dit blad is verborgen" in gevonden
    assert "Rommel: Dit blad ken ik niet" in gevonden


def test_verkeerde_koppen_en_lege_bestanden(cees: Wie) -> None:
    boek = openpyxl.Workbook()
    boek.active.title = "Tarieven"  # type: ignore[union-attr]
    boek.active.append(["Contract", "Productcode"])  # type: ignore[union-attr]
    gevonden = fouten(cees, bytes_van(boek))
    assert "Tarieven!A1: De kop moet “Contractnummer” zijn; er staat “Contract”. Gebruik het sjabloon." in gevonden
    for inhoud in (b"", b"PK\x03\x04rommel", b"\x81\x00\x01"):
        with pytest.raises(Geweigerd):
            daden.bied_aan(cees, inhoud)


def test_dubbele_rij_noemt_de_eerste(cees: Wie) -> None:
    (zin,) = fouten(cees, excel({CONTRACTEN: [contractrij(), contractrij()]}))
    assert zin == "Contracten!A3: Deze rij staat ook op regel 2. Haal een van de twee weg."


def test_vijftigduizend_rijen_worden_genoemd_en_niet_gelezen(cees: Wie) -> None:
    koppen = "".join(f'<c t="inlineStr"><is><t>{kop}</t></is></c>' for kop in TARIEVEN.koppen)
    rij = '<row><c t="inlineStr"><is><t>C-2025-01</t></is></c></row>' * 50_000
    blad = f'<worksheet xmlns="{_SPREADSHEET}"><sheetData><row>{koppen}</row>{rij}</sheetData></worksheet>'
    inhoud = met_deel(excel({TARIEVEN: [tariefrij()]}), "xl/worksheets/sheet1.xml", blad.encode())
    tracemalloc.start()
    gevonden = fouten(cees, inhoud)
    _, piek = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert gevonden == [
        f"Tarieven!A{vorm.MAX_RIJEN + 2}: Vanaf hier is het te veel: een blad mag {vorm.MAX_RIJEN} rijen hebben. "
        "Verdeel het bestand."
    ]
    assert piek < 5 * 1024 * 1024
    assert not Importvoorstel.objects.exists()


def test_vijftigduizend_regels_csv(cees: Wie) -> None:
    inhoud = tekst([]) + "C-2025-01;45A04\r\n" * 50_000
    assert fouten(cees, inhoud.encode())[0].startswith(f"Tarieven!A{vorm.MAX_RIJEN + 2}: Vanaf hier is het te veel")


def test_zipbom_en_entiteiten_worden_geweigerd_voor_ze_groeien(cees: Wie) -> None:
    goed = excel({CONTRACTEN: [contractrij()]})
    bom = met_deel(goed, "xl/groot.xml", b"<a>" + b" " * (90 * 1024 * 1024) + b"</a>")
    with pytest.raises(Geweigerd, match="uitgepakt te groot"):
        daden.bied_aan(cees, bom)
    lach = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><worksheet>&c;</worksheet>'
    with pytest.raises(Geweigerd, match="wat Excel niet maakt"):
        daden.bied_aan(cees, met_deel(goed, "xl/worksheets/sheet1.xml", lach))
    with pytest.raises(Geweigerd, match="groter dan 5 MB"):
        daden.bied_aan(cees, goed + b"\x00" * vorm.MAX_BYTES)


@pytest.mark.parametrize(
    ("scheider", "codering", "bedragen"),
    [
        (";", "utf-8", ["100,00", "60,00", "15,00", "3,00", "18,00", "4,00"]),
        (";", "utf-8-sig", ["€ 100,00", "60", "15", "3", "18", "4"]),
        (";", "cp1252", ["100", "60", "15", "3", "18", "4"]),
        (",", "utf-8", ["100.00", "60.00", "15.00", "3.00", "18.00", "4.00"]),
        ("\t", "utf-16", ["100,00", "60,00", "15,00", "3,00", "18,00", "4,00"]),
    ],
)
def test_csv_uit_elk_rekenblad(cees: Wie, scheider: str, codering: str, bedragen: list[str]) -> None:
    neem_over(cees, excel({CONTRACTEN: [contractrij()]}))
    namen = ("centen", "beroepskracht_client", "beroepskracht_overig", "client_overig", "overhead", "indexering")
    rij = tariefrij(toelichting="één tarief", **dict(zip(namen, bedragen, strict=True)))
    neem_over(cees, tekst([rij], scheider).encode(codering))
    tarief = Tarief.objects.get(contract__nummer="N-1")
    assert (tarief.centen, tarief.toelichting) == (10000, "één tarief")


def test_csv_noemt_cel_en_formule(cees: Wie) -> None:
    gevonden = fouten(cees, tekst([tariefrij("C-2025-01", toelichting="=1+1", van="31-02-2026")]).encode())
    assert "Tarieven!L2: Hier staat een formule. Zet er de uitkomst neer." in gevonden
    assert any(zin.startswith("Tarieven!D2: De dag 31-02-2026 bestaat niet") for zin in gevonden)


def test_uitvoer_is_weer_in_te_lezen_zonder_verandering(cees: Wie) -> None:
    rijen = [tariefrij(toelichting="=GEVAAR()", naam="x")]
    neem_over(cees, excel({CONTRACTEN: [contractrij(gemeenten=995)]}))
    boek = werkmap({TARIEVEN: [[*rijen[0][:-1], "'=GEVAAR()"]]})
    neem_over(cees, bytes_van(boek))
    uit = schrijven.uitvoer(cees)
    terug = daden.bied_aan(cees, uit)
    assert (terug.voorstel.bevindingen, terug.voorstel.verandert) == ([], [])
    assert len(terug.voorstel.veranderingen) == Contract.objects.count() + Tarief.objects.count()
    for blad in vorm.BLADEN[:2]:
        csv_ = schrijven.tekstbestand(blad, schrijven.rijen(cees, blad))
        assert csv_.startswith(b"\xef\xbb\xbf")
        terug = daden.bied_aan(cees, csv_)
        assert (terug.voorstel.bevindingen, terug.voorstel.verandert) == ([], [])


def test_de_uitvoer_kent_geen_formules(cees: Wie) -> None:
    assert schrijven.veilig("=A1") == "'=A1"
    with zipfile.ZipFile(io.BytesIO(schrijven.uitvoer(cees))) as pakket:
        bladen = [pakket.read(n) for n in pakket.namelist() if "worksheets" in n]
    assert all(b"<f>" not in blad for blad in bladen)


def test_een_gemeente_komt_niet_aan_contracten_van_de_regio(regio: Regiomensen) -> None:
    wie = regio.contract_lelystad
    gevonden = fouten(wie, excel({TARIEVEN: [tariefrij("C-2025-01", van="01-01-2028")]}))
    assert gevonden == [
        "Tarieven!A2: Dit contract ken ik niet, of je beheert het niet. Zet het op het blad Contracten, of verbeter "
        "het nummer."
    ]
    (zin,) = fouten(wie, excel({CONTRACTEN: [contractrij()]}))
    assert "Je kunt alleen voor Lelystad een contract maken. Haal 0303 weg." in zin
    with pytest.raises(GeenRecht):
        daden.bied_aan(regio.noor, excel({CONTRACTEN: [contractrij()]}))


def test_een_aanbieder_voert_alleen_het_eigen_uit(regio: Regiomensen) -> None:
    def nummers(wie: Wie) -> list[object]:
        return [rij[0] for rij in schrijven.rijen(wie, CONTRACTEN)]

    assert nummers(regio.noor) == ["C-2025-01"]
    assert nummers(regio.iris) == []


def test_iets_dat_intussen_veranderde_houdt_alles_tegen(cees: Wie) -> None:
    aangeboden = daden.bied_aan(cees, excel({CONTRACTEN: [contractrij()], TARIEVEN: [tariefrij()]}))
    assert aangeboden.bewaard is not None
    Deelname.objects.filter(organisatie__naam="Dronten").update(tot=date(2026, 1, 31))
    with pytest.raises(Geweigerd, match="intussen iets veranderd"):
        daden.neem_over(cees, aangeboden.bewaard.pk, besluit="Besluit")
    assert not Contract.objects.filter(nummer="N-1").exists()


def test_het_verhaal_op_het_scherm(client: Client, cees: Wie) -> None:
    assert cees.gebruiker is not None
    client.force_login(cees.gebruiker)
    weg = "/aanbieders/contracten/bestanden/"

    def bied(inhoud: bytes) -> Any:
        return client.post(weg, {"bestand": SimpleUploadedFile("tarieven.xlsx", inhoud)})

    fout = bied(excel({TARIEVEN: [tariefrij("C-2025-01", overhead=None)]}))
    assert fout.status_code == 422
    assert "Tarieven!J2" in fout.content.decode()
    goed = bied(excel({CONTRACTEN: [contractrij()], TARIEVEN: [tariefrij()]}))
    assert goed.status_code == 302
    voorbeeld = client.get(goed["Location"]).content.decode()
    assert "Contract N-1 met De Brug, in concept" in voorbeeld
    assert client.post(goed["Location"], {"besluit": ""}).status_code == 422
    klaar = client.post(goed["Location"], {"besluit": "Collegebesluit"}, follow=True).content.decode()
    assert "De import is overgenomen: 2 rijen" in klaar
    again = bied(excel({CONTRACTEN: [contractrij()], TARIEVEN: [tariefrij()]}))
    assert "Geen verandering" in again.content.decode()
    sjabloon = client.get(f"{weg}sjabloon/")
    assert openpyxl.load_workbook(io.BytesIO(sjabloon.content)).sheetnames == [
        "Contracten", "Tarieven", "Plafonds", "Uitleg",
    ]  # fmt: skip
