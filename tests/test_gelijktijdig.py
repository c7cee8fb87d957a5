"""Two workers at the same moment: what may be granted once is granted once. On SQLite there is one writer anyway."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import pytest
from django.db import connection

from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import dossier, handlers_levering
from jeugdregio.toegang.models import Kind, Levering, Toewijzing
from tests.berichten import jw305_xml, jw315_xml
from tests.mensen import maak_regio

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="alleen op PostgreSQL schrijven er twee tegelijk"),
]


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.overal_op(date(2026, 10, 5)):
        yield


def _tegelijk(*ids: Any) -> None:
    def werk(bericht_id: Any) -> None:
        try:
            postbus.verwerk(bericht_id)
        finally:
            connection.close()

    draden = [Thread(target=werk, args=[bericht_id]) for bericht_id in ids]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(30)
    assert not any(draad.is_alive() for draad in draden)


def _wacht_op_elkaar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let both workers stand after their look at the file, if both can get there."""
    hek = Barrier(2)
    echt = dossier.dossier_levering

    def kijk(*args: Any) -> Any:
        gezien = echt(*args)
        with suppress(BrokenBarrierError):
            hek.wait(timeout=1)
        return gezien

    monkeypatch.setattr(handlers_levering, "dossier_levering", kijk)


def test_twee_startberichten_tegelijk_geven_een_levering(monkeypatch: pytest.MonkeyPatch) -> None:
    regio = maak_regio()
    postbus.ontvang_en_verwerk(jw315_xml(dagtekening=date(2026, 10, 5)), kanaal="api", aangeboden_door=regio.de_brug)
    Toewijzing.objects.create(
        nummer="1001", kind=Kind.objects.get(), gemeente=regio.lelystad, aanbieder=regio.de_brug, categorie="45",
        code="45A04", toegewezen_op=datetime(2026, 9, 12, tzinfo=AMSTERDAM), ingangsdatum=date(2026, 9, 28),
        einddatum=date(2027, 9, 27), volume=20, eenheid="04", frequentie="4",
    )  # fmt: skip
    berichten = [
        postbus.ontvang(
            jw305_xml(1001, date(2026, 10, 1), identificatie=f"START{nummer}"), kanaal="api",
            aangeboden_door=regio.de_brug,
        )
        for nummer in (1, 2)
    ]  # fmt: skip
    _wacht_op_elkaar(monkeypatch)
    _tegelijk(*(b.pk for b in berichten))
    assert Levering.objects.count() == 1
    assert sorted(b.aantal_bevindingen > 0 for b in Bericht.objects.filter(soort="JW305")) == [False, True]
