"""Delivering: into a folder, to who fetches, and what happens when it keeps failing."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ijw import lees
from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus import verwerken
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.permissions import zichtbare_berichten
from jeugdregio.postbus.vastgelopen import MAX_POGINGEN
from jeugdregio.postbus.vervoer import wegen
from tests.berichten import MIRTHE_BSN, aangevraagd, jw315_xml
from tests.mensen import Regiomensen

DAG = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _map(settings: Any, tmp_path: Path) -> None:
    settings.POSTBUS_MAP = tmp_path


def antwoord_voor(regio: Regiomensen, bezorging: str) -> Bericht:
    regio.de_brug.bezorging = bezorging
    regio.de_brug.save()
    with klok.op(DAG):
        postbus.ontvang_en_verwerk(jw315_xml(), kanaal="api")
    return Bericht.objects.get(soort="JW316")


def test_in_de_map_van_de_aanbieder(regio: Regiomensen, tmp_path: Path) -> None:
    bericht = antwoord_voor(regio, "map")
    assert postbus.bezorg() == (1, 0)
    (bestand,) = (tmp_path / "42420001").iterdir()
    assert lees(bestand.read_bytes()).soort == "JW316"
    assert MIRTHE_BSN not in bestand.name
    bericht.refresh_from_db()
    assert bericht.staat == Bericht.Staat.BEZORGD
    assert postbus.bezorg() == (0, 0)


def test_wat_opgehaald_wordt_blijft_klaarstaan(regio: Regiomensen) -> None:
    bericht = antwoord_voor(regio, "api")
    assert postbus.bezorg() == (0, 0)
    assert bericht.staat == Bericht.Staat.KLAAR


def test_bezorgen_wacht_langer_na_elke_fout_en_wordt_dan_een_beurt(
    regio: Regiomensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    bericht = antwoord_voor(regio, "map")
    moment = klok.nu()
    with monkeypatch.context() as kapot:
        kapot.setattr(wegen, "schrijf_bestand", lambda *_: (_ for _ in ()).throw(OSError("schijf vol")))
        for poging in range(MAX_POGINGEN):
            with klok.op(moment):
                assert postbus.bezorg() == (0, 1)
                assert postbus.bezorg() == (0, 0), "it must wait before the next attempt"
            moment += timedelta(minutes=2**poging)
    bericht.refresh_from_db()
    assert (bericht.staat, bericht.laatste_fout) == (Bericht.Staat.MISLUKT, "OSError")
    beurt = Beurt.objects.get(soort="bericht_vastgelopen")
    assert (beurt.organisatie, beurt.rol) == (regio.lelystad, Rol.BERICHTEN)
    hersteld = postbus.probeer_opnieuw(regio.berichten_lelystad, bericht.pk)
    assert hersteld.staat == Bericht.Staat.BEZORGD
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN


def test_verwerken_dat_blijft_mislukken_wordt_een_beurt(regio: Regiomensen, monkeypatch: pytest.MonkeyPatch) -> None:
    with klok.op(DAG):
        bericht = postbus.ontvang(jw315_xml(), kanaal="map")
        goed = postbus.ontvang(jw315_xml(aangevraagd("ANDER"), bsn="999990019", identificatie="ANDER"), kanaal="map")
    echt = verwerken.adressering
    moment = klok.nu()

    def kapot(rij: Bericht, kop: Any) -> Any:
        if rij.pk == bericht.pk:
            raise RuntimeError(MIRTHE_BSN)
        return echt(rij, kop)

    monkeypatch.setattr(verwerken, "adressering", kapot)
    for poging in range(MAX_POGINGEN):
        with klok.op(moment):
            assert postbus.verwerk_openstaand() == ((1, 1) if poging == 0 else (0, 1))
        moment += timedelta(minutes=2**poging)
    bericht.refresh_from_db()
    goed.refresh_from_db()
    assert goed.staat != Bericht.Staat.ONTVANGEN
    assert (bericht.staat, bericht.laatste_fout) == (Bericht.Staat.ONTVANGEN, "RuntimeError")
    beurt = Beurt.objects.get(soort="bericht_vastgelopen")
    assert beurt.organisatie == regio.lelystad
    # Bo, who gets the turn, can open the message behind it; a provider that is not known to have sent it cannot.
    assert zichtbare_berichten(regio.berichten_lelystad).filter(pk=bericht.pk).exists()
    assert not zichtbare_berichten(regio.noor).filter(pk=bericht.pk).exists()
    monkeypatch.setattr(verwerken, "adressering", echt)
    with klok.op(moment):
        assert postbus.verwerk(bericht.pk).staat == Bericht.Staat.VERWERKT
    beurt.refresh_from_db()
    assert beurt.staat == Beurt.Staat.GEDAAN
