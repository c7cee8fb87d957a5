"""Starts and stops that stand on their own (task-based), and corrections of starts and stops on the screens."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.berichten import MIRTHE_BSN, MIRTHE_GEBOREN
from tests.mensen import Regiomensen

from ijw import Bevinding, lees, schrijf
from ijw.berichten import jw305, jw307
from ijw.berichten.basis import Achternaam, BerichtIdentificatie, Geboortedatum, Product, VerkorteNaam
from ijw.declaratie import EIGEN_XSD_VERSIE
from ijw.retour import maak_retour
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus.actions import bevindingen_van, ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Kind, Levering, TaakgerichteLevering
from jeugdregio.toegang.wijzigen.tests.hulp import BEGIN, wijs_hulp_toe

OP, START = date(2026, 10, 12), date(2026, 10, 5)
KOP = {"bericht_versie": 3, "bericht_subversie": 2, "afzender": "42420001", "ontvanger": "0995",
       "xsd_versie": EIGEN_XSD_VERSIE}  # fmt: skip
CLIENT = {"bsn": MIRTHE_BSN, "geboortedatum": Geboortedatum(datum=MIRTHE_GEBOREN), "geslacht": "2",
          "naam": VerkorteNaam(geslachtsnaam=Achternaam(achternaam="Visser"))}  # fmt: skip
PRODUCT = Product(categorie="45", code="45A04")


def start(nummer: str, dag: date = START, status: str = "1", product: Product | None = PRODUCT) -> bytes:
    kop = jw305.Header(
        bericht_code="438", bericht_identificatie=BerichtIdentificatie(identificatie=nummer, dagtekening=OP), **KOP
    )  # type: ignore[arg-type]
    regel = jw305.StartProduct(product=product, toewijzing_ingangsdatum=dag, begindatum=dag, status_aanlevering=status)
    return schrijf(jw305.Bericht(header=kop, client=jw305.Client(start_producten=(regel,), **CLIENT)))  # type: ignore[arg-type]


def stop(nummer: str, dag: date, reden: str, status: str = "1") -> bytes:
    kop = jw307.Header(
        bericht_code="440", bericht_identificatie=BerichtIdentificatie(identificatie=nummer, dagtekening=OP), **KOP
    )  # type: ignore[arg-type]
    regel = jw307.StopProduct(
        product=PRODUCT, toewijzing_ingangsdatum=START, begindatum=START, einddatum=dag, reden_beeindiging=reden,
        status_aanlevering=status,
    )  # fmt: skip
    return schrijf(jw307.Bericht(header=kop, client=jw307.Client(stop_producten=(regel,), **CLIENT)))  # type: ignore[arg-type]


def neem_in(*berichten: bytes) -> list[Bericht]:
    with klok.op(OP):
        return [ontvang_en_verwerk(bericht, kanaal="api") for bericht in berichten]


def test_taakgerichte_hulp_begint_stopt_en_wordt_teruggenomen(regio: Regiomensen) -> None:
    neem_in(start("T1"))
    taak = TaakgerichteLevering.objects.get()
    assert (taak.kind.bsn, taak.code, taak.begindatum, taak.einddatum) == (MIRTHE_BSN, "45A04", START, None)
    assert Kind.objects.get().gemeente == regio.lelystad
    neem_in(stop("T2", date(2026, 10, 8), "20"), stop("T3", date(2026, 10, 9), "31"))
    taak.refresh_from_db()
    assert (taak.einddatum, taak.tijdelijk_gestopt_op) == (date(2026, 10, 9), date(2026, 10, 8))
    neem_in(stop("T4", date(2026, 10, 9), "31", "3"))
    taak.refresh_from_db()
    assert (taak.einddatum, taak.reden_beeindiging) == (date(2026, 10, 8), "20")


def test_een_tweede_start_van_dezelfde_taak_wordt_afgekeurd_en_van_een_andere_niet(regio: Regiomensen) -> None:
    ander = Product(categorie="54", code="54001")
    _, dubbel, naast = neem_in(start("T1"), start("T2", date(2026, 10, 6)), start("T3", product=ander))
    assert [b.regel for b in bevindingen_van(dubbel)] == ["TR326"]
    assert naast.aantal_bevindingen == 0
    assert TaakgerichteLevering.objects.count() == 2


def test_een_taakgerichte_start_verwijderen(regio: Regiomensen) -> None:
    neem_in(start("T1"), start("T2", status="3"), start("T3", date(2026, 10, 7)))
    (levend,) = TaakgerichteLevering.objects.filter(verwijderd_op__isnull=True)
    assert levend.begindatum == date(2026, 10, 7)


def test_noor_verbetert_een_start_en_een_stop_in_een_bericht(regio: Regiomensen) -> None:
    (toewijzing,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        actions.meld_start(regio.noor, toewijzing.pk, BEGIN)
        actions.corrigeer_start(regio.noor, toewijzing.pk, START)
        levering = Levering.objects.get(verwijderd_op__isnull=True)
        assert levering.begindatum == START
        actions.meld_stop(regio.noor, toewijzing.pk, date(2026, 10, 8), "31")
        with pytest.raises(Geweigerd, match="eerst de stop"):
            actions.corrigeer_start(regio.noor, toewijzing.pk, BEGIN)
        actions.corrigeer_stop(regio.noor, toewijzing.pk, date(2026, 10, 9), "32")
        levering.refresh_from_db()
        assert (levering.einddatum, levering.reden_beeindiging) == (date(2026, 10, 9), "32")
        actions.verwijder_stop(regio.noor, toewijzing.pk)
        levering.refresh_from_db()
        assert levering.einddatum is None


def test_na_een_tijdelijke_stop_hervat_de_hulp(regio: Regiomensen) -> None:
    (toewijzing,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        actions.meld_start(regio.noor, toewijzing.pk, BEGIN)
        actions.meld_stop(regio.noor, toewijzing.pk, date(2026, 10, 2), "20")
        actions.meld_start(regio.noor, toewijzing.pk, START)
        with pytest.raises(Geweigerd, match="loopt al"):
            actions.meld_start(regio.noor, toewijzing.pk, date(2026, 10, 6))
    eerste, tweede = Levering.objects.order_by("begindatum")
    assert (eerste.einddatum, tweede.begindatum, tweede.einddatum) == (date(2026, 10, 2), START, None)


def _weiger(bericht: bytes, pad: str, nummer: str) -> None:
    """The municipality elsewhere refuses what was sent."""
    heen = lees(bericht).bericht
    assert heen is not None
    bevinding = Bevinding(3, "TR019", f"/Bericht/Client/{pad}[1]", "Niet bekend.", "9019")
    retour = maak_retour(heen, [bevinding], identificatie=nummer, dagtekening=OP)
    assert ontvang_en_verwerk(schrijf(retour), kanaal="map").staat == Bericht.Staat.VERWERKT


def test_een_geweigerde_melding_van_taakgerichte_hulp_telt_bij_de_aanbieder_niet(
    regio: Regiomensen, settings: Any, tmp_path: Path
) -> None:
    settings.POSTBUS_MAP = str(tmp_path)
    regio.lelystad.bezorging = "map"
    regio.lelystad.save()

    def bied(bericht: bytes) -> bytes:
        gedaan = ontvang_en_verwerk(bericht, kanaal="upload", aangeboden_door=regio.de_brug)
        assert gedaan.richting == Bericht.Richting.UIT, bevindingen_van(gedaan)
        return bericht

    levend = TaakgerichteLevering.objects.filter(verwijderd_op__isnull=True)
    with klok.op(OP):
        _weiger(bied(start("T1")), "StartProducten/StartProduct", "R1")
        assert not levend.exists()
        bied(start("T2"))
        _weiger(bied(stop("T3", date(2026, 10, 8), "31")), "StopProducten/StopProduct", "R3")
        assert levend.get().einddatum is None
        _weiger(bied(start("T4", status="3")), "StartProducten/StartProduct", "R4")
        assert levend.get().begindatum == START
    assert Beurt.objects.filter(soort="bericht_herstellen", organisatie=regio.de_brug).count() == 3


def test_noor_meldt_taakgerichte_hulp_op_het_scherm(regio: Regiomensen, client: Client) -> None:
    """Start and stop over the screens; the name is the one she gave, also when the file knows another."""
    client.force_login(regio.gebruiker("noor"))
    invoer = {
        "gemeente": str(regio.lelystad.pk), "bsn": MIRTHE_BSN, "geboortedatum": MIRTHE_GEBOREN.isoformat(),
        "geslacht": "2", "voornamen": "Mirthe", "achternaam": "Visser", "product": "45A04",
        "datum": START.isoformat(),
    }  # fmt: skip
    with klok.op(OP):
        fout = client.post("/zonder-toewijzing/start/", invoer | {"datum": "2026-12-01"})
        assert (fout.status_code, "nog niet begonnen" in fout.content.decode()) == (422, True)
        assert client.post("/zonder-toewijzing/start/", invoer).status_code == 302
        taak = TaakgerichteLevering.objects.get()
        Kind.objects.update(achternaam="Geheim")
        lijst = client.get("/zonder-toewijzing/").content.decode()
        assert ("Mirthe Visser" in lijst, "Geheim" in lijst) == (True, False)
        pad = f"/zonder-toewijzing/{taak.pk}/stop/"
        assert client.post(pad, {"datum": "2026-10-01", "reden": "31"}).status_code == 422
        assert client.post(pad, {"datum": "2026-10-09", "reden": "31"}).status_code == 302
    taak.refresh_from_db()
    assert (taak.begindatum, taak.einddatum, taak.reden_beeindiging) == (START, date(2026, 10, 9), "31")
