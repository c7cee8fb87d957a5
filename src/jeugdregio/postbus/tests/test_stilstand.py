"""Nothing hangs: every state that is not final has a time to try again, a running term, or somebody's turn."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.postbus.bewaken import bewaak, zonder_uitweg
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.stilstand import EINDE, ONDERWEG, stand_van_zaken, stilstaand

Staat = Bericht.Staat
DAG = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DAG):
        yield


def maak(regio: Regiomensen, staat: str, kanaal: str = "map", **velden: object) -> Bericht:
    uit = staat not in {Staat.ONTVANGEN, Staat.VERWERKT, Staat.AFGEKEURD, Staat.HERHAALD}
    vast = {
        "richting": "uit" if uit else "in", "staat": staat, "kanaal": kanaal, "soort": "JW301", "omvang": 1,
        "afzender": regio.lelystad if uit else None, "ontvanger": regio.het_anker if uit else None,
        "aangeboden_door": None if uit else regio.lelystad, "vingerafdruk": "x", "inhoud": b"x",
        "antwoord_uiterlijk": date(2026, 9, 15) if uit else None,
    }  # fmt: skip
    return Bericht.objects.create(**{**vast, **velden})


def test_elke_staat_is_einde_of_onderweg() -> None:
    assert set(Staat) == EINDE | ONDERWEG
    assert not EINDE & ONDERWEG


def test_geen_bericht_hangt_ongezien_hoe_lang_het_ook_ligt(regio: Regiomensen) -> None:
    for staat, kanaal in product(Staat, ("map", "api", "portaal")):
        maak(regio, staat, kanaal)
        maak(regio, staat, kanaal, volgende_poging_op=klok.nu() + timedelta(days=1), pogingen=9)
    for dagen in (0, 1, 5, 6, 40, 400):
        with klok.op(DAG + timedelta(days=dagen)):
            bewaak()
            assert zonder_uitweg() == []
    with klok.op(DAG + timedelta(days=400)):
        assert {rij.staat for _, rij in stilstaand()} == set(ONDERWEG)


def test_zonder_ronde_zou_het_hangen(regio: Regiomensen) -> None:
    bericht = maak(regio, Staat.BEZORGD)
    with klok.op(date(2026, 9, 16)):
        assert zonder_uitweg() == [bericht]


def test_een_beurt_per_paar_die_sluit_als_het_beweegt_en_weer_opengaat(regio: Regiomensen) -> None:
    berichten = [maak(regio, Staat.KLAAR, "api") for _ in range(3)]
    with klok.op(date(2026, 9, 17)):
        assert bewaak() == (1, 0)
        assert bewaak() == (0, 0)
        beurt = Beurt.objects.get()
        assert (beurt.organisatie, beurt.rol, beurt.wachtende) == (regio.het_anker, Rol.AANBIEDER, regio.lelystad)
        Bericht.objects.filter(pk__in=[b.pk for b in berichten]).update(staat=Staat.BEANTWOORD)
        assert bewaak() == (0, 1)
        beurt.refresh_from_db()
        assert beurt.staat == Beurt.Staat.GEDAAN
    maak(regio, Staat.KLAAR, "api")
    with klok.op(date(2026, 9, 18)):
        assert bewaak() == (1, 0)
        beurt.refresh_from_db()
        assert beurt.staat == Beurt.Staat.OPEN


def test_wat_van_niemand_is_komt_bij_de_centrumgemeente(regio: Regiomensen) -> None:
    maak(regio, Staat.ONTVANGEN, aangeboden_door=None)
    with klok.op(date(2026, 9, 11)):
        bewaak()
    assert Beurt.objects.get().organisatie == regio.almere


def test_het_blok_op_het_scherm_noemt_aantal_en_wat_te_doen(client: Client, regio: Regiomensen) -> None:
    client.force_login(regio.gebruiker("berichten_lelystad"))
    assert "Staat stil" not in client.get(reverse("postbus:berichten")).content.decode()
    maak(regio, Staat.BEZORGD)
    maak(regio, Staat.MISLUKT)
    with klok.op(date(2026, 9, 16)):
        client.logout()
        client.force_login(regio.gebruiker("berichten_lelystad"))  # the session of days ago rested too long
        pagina = client.get(reverse("postbus:berichten")).content.decode()
    for tekst in ("Staat stil", "1 bericht zonder antwoord", "1 bericht niet te bezorgen", "bezorg opnieuw"):
        assert tekst in pagina, tekst


def test_wie_niet_ophaalt_hoeft_niemand_te_bellen(regio: Regiomensen) -> None:
    """The same messages stand still for both; what to do about it differs."""
    maak(regio, Staat.KLAAR, "api", ontvanger=regio.de_brug)
    with klok.op(date(2026, 9, 17)):
        (bij_gemeente,) = stand_van_zaken(regio.berichten_lelystad).blokken
        (bij_aanbieder,) = stand_van_zaken(regio.noor).blokken
    assert "Bel het contactpunt" in bij_gemeente.wat
    assert "Je systeem haalt" in bij_aanbieder.wat
