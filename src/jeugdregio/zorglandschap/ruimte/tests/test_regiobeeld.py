"""Where waiting stalls: places exactly, children only in numbers that nobody can be known by."""

from datetime import date, timedelta

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.zorglandschap.models import Locatie, Product
from jeugdregio.zorglandschap.ruimte.models import Opgave, Plek, Wachtende
from jeugdregio.zorglandschap.ruimte.regiobeeld import regiobeeld

DAG = date(2026, 10, 5)


def _wachten(regio: Regiomensen, product: Product, aantal: int, sinds: date) -> None:
    begin = Wachtende.objects.count()
    Wachtende.objects.bulk_create(
        Wachtende(
            gemeente=regio.lelystad, kenmerk=f"K-{begin + n}", product=product, aangemeld_op=sinds,
            uiterlijk=sinds + timedelta(days=28),
        )
        for n in range(aantal)
    )  # fmt: skip


def test_kleine_aantallen_blijven_verborgen_en_onbekend_telt_niet_als_nul(regio: Regiomensen) -> None:
    veel = Product.objects.get(code="45A04")
    weinig = Product.objects.create(code="45A99", categorie="45", naam="Ander", eenheid="04")
    for vrij, wacht in ((0, 60), (None, None), (0, 20)):
        locatie = Locatie.objects.create(
            aanbieder=regio.de_brug, naam=f"L{wacht}", plaats="Urk", ambulant=True, van=date(2025, 1, 1)
        )
        plek = Plek.objects.create(locatie=locatie, product=veel)
        Opgave.objects.create(
            plek=plek, vrij=vrij, wachtdagen=wacht, nagekeken_op=DAG, door="Noor", namens=regio.de_brug
        )
    _wachten(regio, veel, 12, date(2026, 8, 1))
    _wachten(regio, veel, 23, DAG)
    _wachten(regio, weinig, 3, date(2026, 8, 1))
    with klok.op(DAG):
        regels = {regel.product.code: regel for regel in regiobeeld(regio.directeur)}
    regel = regels["45A04"]
    assert (regel.opgaven, regel.onbekend, regel.vrij, regel.kortst, regel.langst) == (3, 1, 0, 20, 60)
    assert regel.stokt
    # The 3 may not follow from a sum minus the 12: that goes too.
    assert regels["45A99"].langer.waarde is None
    assert regels["45A99"].wachtenden.waarde is None
    assert regel.langer.waarde is None


def test_een_aanbieder_ziet_het_regiobeeld_niet(regio: Regiomensen) -> None:
    for wie in (regio.noor, regio.gi_medewerker, regio.vt_medewerker):
        with pytest.raises(GeenRecht):
            regiobeeld(wie)
