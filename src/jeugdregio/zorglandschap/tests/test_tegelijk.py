"""Two contract managers at the same moment: together they give one product no two prices on a day."""

from collections.abc import Iterator
from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection
from tests.mensen import maak_mens, maak_regio

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.organisaties.models import Rol
from jeugdregio.zorglandschap import tariefdaden
from jeugdregio.zorglandschap.models import Contract, Product, Tarief
from jeugdregio.zorglandschap.tests.test_daden import GOED

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="alleen op PostgreSQL schrijven er twee tegelijk"),
]


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.overal_op(date(2026, 11, 22)):
        yield


def test_twee_tarieven_tegelijk_overlappen_niet() -> None:
    regio = maak_regio()
    Product.objects.create(categorie="45", code="45A09", naam="Nieuw", eenheid="04", verblijf=False)
    contract = Contract.objects.get(pk=regio.contract.pk)
    mensen = [maak_mens(naam, regio.regiokantoor, Rol.CONTRACT) for naam in ("Cees", "Coby")]
    hek, uit = Barrier(2), []

    def werk(nummer: int) -> None:
        tarief = tariefdaden.NieuwTarief(
            product_code="45A09", van=date(2027, 1 + nummer, 1), tot=None, centen=10000, elementen=GOED
        )
        try:
            hek.wait(timeout=10)
            tariefdaden.voeg_tarief_toe(mensen[nummer], contract.pk, tarief, besluit="Besluit", versie=contract.versie)
            uit.append("vastgelegd")
        except (Conflict, Geweigerd):
            uit.append("te laat")
        finally:
            connection.close()

    draden = [Thread(target=werk, args=(nummer,)) for nummer in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    assert sorted(uit) == ["te laat", "vastgelegd"]
    assert Tarief.objects.filter(product__code="45A09").count() == 1
