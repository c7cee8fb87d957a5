"""The last place, two municipalities at once: one wins, the other is told. On SQLite there is one writer anyway."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Locatie
from jeugdregio.zorglandschap.ruimte import opgeven, reserveren
from jeugdregio.zorglandschap.ruimte.models import Plek, Reservering
from tests.mensen import Regiomensen, maak_regio

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="alleen op PostgreSQL schrijven er twee tegelijk"),
]


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.overal_op(date(2026, 10, 5)):
        yield


def _laatste_plek(regio: Regiomensen) -> Plek:
    locatie = Locatie.objects.create(
        aanbieder=regio.de_brug, naam="Kantoor", plaats="Urk", ambulant=True, van=date(2025, 1, 1)
    )
    nieuw = opgeven.NieuwePlek(locatie_id=locatie.pk, product_code="45A04", maat="plekken")
    return opgeven.voeg_toe(regio.noor, nieuw, vrij=1, wachtdagen=0, bron="rooster")


def _wacht_op_elkaar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let both stand after they counted what is free, if both can get there."""
    hek = Barrier(2)
    echt = reserveren._eis_ruimte

    def tel(*args: Any) -> None:
        echt(*args)
        with suppress(BrokenBarrierError):
            hek.wait(timeout=1)

    monkeypatch.setattr(reserveren, "_eis_ruimte", tel)


def _samen(plek: Plek, *wie: Wie) -> list[str]:
    gebeurd: list[str] = []

    def werk(iemand: Wie) -> None:
        try:
            reserveren.reserveer(iemand, plek.pk, kenmerk="K-1")
            gebeurd.append("gereserveerd")
        except Conflict as fout:
            gebeurd.append(str(fout))
        finally:
            connection.close()

    draden = [Thread(target=werk, args=[iemand]) for iemand in wie]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)
    assert not any(draad.is_alive() for draad in draden)
    return sorted(gebeurd)


def test_zonder_slot_zou_de_plek_twee_keer_weg_zijn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The race is real: without the lock both win."""
    regio = maak_regio()
    plek = _laatste_plek(regio)

    def zonder_slot(_wie: Wie, plek_id: UUID) -> Plek:
        return Plek.objects.select_related("locatie__aanbieder", "product").get(pk=plek_id)

    monkeypatch.setattr(reserveren, "_op_slot", zonder_slot)
    _wacht_op_elkaar(monkeypatch)
    assert _samen(plek, regio.fatima, regio.bram) == ["gereserveerd", "gereserveerd"]


def test_met_slot_krijgt_een_de_plek_en_hoort_de_ander_het(monkeypatch: pytest.MonkeyPatch) -> None:
    regio = maak_regio()
    plek = _laatste_plek(regio)
    _wacht_op_elkaar(monkeypatch)
    ander, een = _samen(plek, regio.fatima, regio.bram)
    assert een == "gereserveerd"
    assert ander.startswith("Een ander was je voor")
    assert Reservering.objects.count() == 1
