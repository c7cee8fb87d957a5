"""The tone list on a screen: the region adds words, writes a fixed line anew, puts one aside and back. Dated."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.brieven import toondaden, toonlijst
from jeugdregio.bestuur.brieven.models import Toonregel
from jeugdregio.bestuur.brieven.schrijfhulp import toon
from jeugdregio.organisaties.wie import Wie

DAG = date(2026, 11, 2)
REGEL = {"waarom": "Dit is een grap.", "liever": "Schrijf het gewoon op.", "verwijt": False}


def _raakt(zin: str, op: date) -> bool:
    return bool(toon({"Kern": zin}, ["Urk"], toonlijst.geldende(op).values()))


def _bewaar(wie: Wie, code: str, woorden: str, op: date = DAG, **anders: object) -> Toonregel:
    with klok.op(op):
        return toondaden.bewaar(wie, code, woorden=woorden, **{**REGEL, **anders})  # type: ignore[arg-type]


def test_eigen_woorden_gelden_vanaf_vandaag_en_niet_eerder(regio: Regiomensen) -> None:
    _bewaar(regio.secretaris, "", "poppenkast, toneelstuk*")
    assert _raakt("Dit is een poppenkast.", DAG)
    assert _raakt("Dit zijn toneelstukjes.", DAG)
    assert not _raakt("De poppenkastspeler kwam langs.", DAG)
    assert not _raakt("Dit is een poppenkast.", DAG - timedelta(days=1))


def test_een_vaste_regel_krijgt_andere_woorden_gaat_uit_en_komt_terug(regio: Regiomensen) -> None:
    zin = "Urk weigert te tekenen."
    assert _raakt(zin, DAG)
    _bewaar(regio.secretaris, "weigeren", "nee zeggen", verwijt=True)
    assert not _raakt(zin, DAG)
    assert _raakt("Urk blijft nee  zeggen.", DAG)
    morgen = DAG + timedelta(days=1)
    with klok.op(morgen):
        toondaden.zet_uit(regio.secretaris, "weigeren")
        with pytest.raises(NietGevonden):
            toondaden.zet_uit(regio.secretaris, "weigeren")
    assert not _raakt("Urk blijft nee zeggen.", morgen)
    assert _raakt("Urk blijft nee zeggen.", DAG)
    with klok.op(morgen):
        toondaden.zet_terug(regio.secretaris, "weigeren")
    assert _raakt(zin, morgen)


def test_wat_niet_kan_wordt_geweigerd(regio: Regiomensen) -> None:
    with pytest.raises(GeenRecht):
        _bewaar(regio.beleid_lelystad, "", "poppenkast")
    with pytest.raises(Geweigerd, match="te kort"):
        _bewaar(regio.secretaris, "", "poppenkast, de")
    with pytest.raises(Geweigerd, match="Schrijf op waarom"):
        _bewaar(regio.secretaris, "", "poppenkast", waarom=" ")
    _bewaar(regio.secretaris, "", "poppenkast")
    with pytest.raises(Geweigerd, match="staan al in de lijst"):
        _bewaar(regio.secretaris, "", "poppenkast, anders")
    with pytest.raises(Conflict):
        _bewaar(regio.secretaris, "poppenkast", "poppenkast, anders", gezien="iets ouds")
    assert Toonregel.objects.count() == 1


def test_tekens_van_een_zoekpatroon_zijn_gewoon_tekens(regio: Regiomensen) -> None:
    _bewaar(regio.secretaris, "", "(a+)+grap.*, vraag?")
    assert not _raakt("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaagrapX", DAG)


def test_het_scherm_probeert_bewaart_en_houdt_de_invoer(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("secretaris"))
    blad = reverse("brieven:toonlijst")
    assert "Hier wijst het systeem niets aan" in client.post(blad, {"zin": "De colleges overleggen."}).content.decode()
    assert "Dit klinkt als een verwijt." in client.post(blad, {"zin": "Urk weigert."}).content.decode()
    nieuw = reverse("brieven:toon_nieuw")
    fout = client.post(nieuw, {"woorden": "poppenkast", "waarom": "Grap.", "liever": ""})
    assert (fout.status_code, "poppenkast" in fout.content.decode()) == (422, True)
    assert client.post(nieuw, {"woorden": "poppenkast", "waarom": "Grap.", "liever": "Feit."}).status_code == 302
    assert "poppenkast" in client.get(blad).content.decode()
    assert client.post(reverse("brieven:toon_uit", args=["poppenkast"])).status_code == 302
    assert "<strong>poppenkast</strong>" not in client.get(blad).content.decode()
