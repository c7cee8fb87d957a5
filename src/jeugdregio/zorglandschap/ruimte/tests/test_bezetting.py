"""Beds in a week: whole and part-time stay, time-out beds, empty nights and what they cost."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.zorglandschap.models import Contract, Contractdeelname, Locatie, Perceel, Product, Tarief
from jeugdregio.zorglandschap.ruimte import bezetting, opgeven, queries, regiobeeld, zoeken
from jeugdregio.zorglandschap.ruimte.bezetting import Weekbeeld
from jeugdregio.zorglandschap.ruimte.models import Bezetting, Plek
from jeugdregio.zorglandschap.ruimte.zoekschermen import redenen

DAG = date(2026, 10, 5)
WEEK = {"bedden": 4, "timeout": 1, "voltijd": 1, "deeltijd_kinderen": 3, "deeltijd_nachten": 8}


@pytest.fixture(autouse=True)
def _dag() -> Iterator[None]:
    with klok.op(DAG):
        yield


@pytest.fixture
def plek(regio: Regiomensen) -> Plek:
    """A group home of De Brug with a price of 250 euro per day and night."""
    product = Product.objects.create(code="43A99", categorie="43", naam="Gezinshuis", eenheid="14", verblijf=True)
    locatie = Locatie.objects.create(
        aanbieder=regio.de_brug, naam="Huis", plaats="Urk", verblijf=True, van=date(2025, 1, 1)
    )
    contract = Contract.objects.create(
        aanbieder=regio.de_brug, nummer="V-1", perceel=Perceel.objects.create(naam="Verblijf"), van=date(2025, 1, 1)
    )
    Contractdeelname.objects.create(contract=contract, gemeente=regio.lelystad)
    Tarief.objects.create(contract=contract, product=product, eenheid="14", centen=25000, van=date(2025, 1, 1))
    nieuw = opgeven.NieuwePlek(locatie_id=locatie.pk, product_code="43A99", maat="plekken")
    return opgeven.voeg_toe(regio.noor, nieuw, vrij=0, wachtdagen=30, bron="rooster")


def test_deeltijd_gebruikt_nachten_en_een_time_outbed_is_niet_leeg() -> None:
    week = Weekbeeld(**WEEK, prijs=25000)
    # 4 beds are 28 nights: 7 + 8 are used, 7 are kept, 6 are empty: no whole bed, six nights for part-time stay.
    assert (week.bezet, week.procent, week.leeg, week.hele_bedden, week.losse_nachten) == (15, 53, 6, 0, 6)
    assert week.kosten_leeg == 6 * 25000
    vol = Weekbeeld(1, 1, 1, 0, 0)
    assert (vol.procent, vol.leeg, vol.kosten_leeg) == (100, 0, None)


def test_opgeven_en_vervangen_zonder_iets_te_wissen(regio: Regiomensen, plek: Plek) -> None:
    eerste = bezetting.geef_bezetting_op(regio.noor, plek.pk, gezien=None, **WEEK)
    with pytest.raises(Conflict, match="Noor heeft de bezetting net bijgewerkt"):
        bezetting.geef_bezetting_op(regio.noor, plek.pk, gezien=None, **WEEK | {"bedden": 9})
    bezetting.geef_bezetting_op(regio.noor, plek.pk, gezien=eerste.pk, **WEEK | {"timeout": 0})
    assert [b.timeout for b in plek.bezettingen.order_by("gemaakt_op")] == [1, 0]
    with pytest.raises(GeenRecht):
        bezetting.geef_bezetting_op(regio.iris, plek.pk, gezien=None, **WEEK)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"bedden": 0}, "bedden"),
        ({"timeout": 5}, "timeout"),
        ({"deeltijd_nachten": 19}, "deeltijd_nachten"),
        ({"deeltijd_nachten": 2}, "deeltijd_nachten"),
        ({"voltijd": 3}, "voltijd"),
    ],
)
def test_wat_niet_kan_wordt_genoemd_bij_het_veld_en_niet_bewaard(
    regio: Regiomensen, plek: Plek, anders: dict[str, int], veld: str
) -> None:
    with pytest.raises(Geweigerd) as fout:
        bezetting.geef_bezetting_op(regio.noor, plek.pk, gezien=None, **WEEK | anders)
    assert veld in fout.value.velden
    with pytest.raises(IntegrityError), transaction.atomic():
        Bezetting.objects.create(plek=plek, nagekeken_op=DAG, door="x", namens=regio.de_brug, **WEEK | anders)


def test_zonder_verblijf_is_er_geen_bezetting(regio: Regiomensen, plek: Plek) -> None:
    locatie = plek.locatie
    ambulant = opgeven.NieuwePlek(locatie_id=locatie.pk, product_code="45A04", maat="plekken")
    ander = opgeven.voeg_toe(regio.noor, ambulant, vrij=1, wachtdagen=0, bron="rooster")
    with pytest.raises(Geweigerd, match="zonder verblijf"):
        bezetting.geef_bezetting_op(regio.noor, ander.pk, gezien=None, **WEEK)


def test_wie_zoekt_ziet_losse_nachten_en_de_regio_de_leegstand(regio: Regiomensen, plek: Plek) -> None:
    bezetting.geef_bezetting_op(regio.noor, plek.pk, gezien=None, **WEEK)
    (optie,) = zoeken.zoek(regio.fatima, zoeken.Vraag(product="43A99"))
    zin = (
        "4 bedden, 53% van de nachten bezet. Vrij: 0 hele week, 6 losse nachten (deeltijd). 1 time-outbed vrijgehouden."
    )
    assert zin in redenen(optie, {})
    (regel,) = [r for r in regiobeeld.regiobeeld(regio.fatima) if r.product.code == "43A99"]
    assert regel.week is not None
    assert (regel.week.bedden, regel.week.leeg) == (4, 6)


def test_de_kosten_van_leegstand_ziet_alleen_wie_prijzen_ziet(regio: Regiomensen, plek: Plek) -> None:
    bezetting.geef_bezetting_op(regio.noor, plek.pk, gezien=None, **WEEK)
    kosten = {
        naam: week.kosten_leeg
        for naam, wie in (("noor", regio.noor), ("fatima", regio.fatima), ("iris", regio.iris))
        if (week := queries.plek(wie, plek.pk).week) is not None
    }
    assert kosten == {"noor": 150000, "fatima": 150000, "iris": None}


def test_het_scherm_bewaart_of_zegt_wat_er_mis_is(regio: Regiomensen, plek: Plek, client: Client) -> None:
    client.force_login(regio.gebruiker("noor"))
    weg, blad = reverse("ruimte:bezetting", args=[plek.pk]), reverse("ruimte:plek", args=[plek.pk])
    assert "gaf nog niet op hoe de bedden bezet zijn" in client.get(blad).content.decode()
    fout = client.post(weg, {**WEEK, "timeout": "9", "gezien": ""})
    assert (fout.status_code, "meer time-outbedden dan bedden" in fout.content.decode()) == (422, True)
    assert client.post(weg, {**WEEK, "gezien": ""}).status_code == 302
    tekst = client.get(blad).content.decode()
    assert "53% van de nachten" in tekst
    assert "6 losse nachten voor deeltijd" in tekst
    botst = client.post(weg, {**WEEK, "bedden": "5", "gezien": ""})
    assert (botst.status_code, 'value="5"' in botst.content.decode()) == (409, True)
